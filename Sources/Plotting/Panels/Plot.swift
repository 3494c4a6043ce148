/// Axes and marks: a chart as a value.
///
///     Panel.plot(
///       Plot(
///         title: "Training loss", summary: .course(of: losses, at: epochs, unit: "epoch"),
///         x: Axis("epoch"), y: Axis("Training loss", scale: .log),
///         marks: [.line(x: epochs, y: losses, label: "train")]))
public struct Plot: Sendable {
  /// The accessible name, one phrase.
  public var title: Text
  /// The accessible description, from the numbers.
  public var summary: Text
  /// Its sizes; `.text` by default.
  public var size: Size
  /// The horizontal axis.
  public var x: Axis
  /// The vertical axis.
  public var y: Axis
  /// What the labels at the lines' ends are: "rate"; stands once above them.
  public var seriesTitle: Text
  /// What is shown, the first one lowest.
  public var marks: [Mark]
  /// What marks without an end to label mean, in a row above them.
  public var key: [LegendEntry]

  /// A plot.
  public init(
    title: Text, summary: Text, size: Size = .text, x: Axis, y: Axis, seriesTitle: Text = "",
    marks: [Mark], key: [LegendEntry] = []
  ) {
    self.title = title
    self.summary = summary
    self.size = size
    self.x = x
    self.y = y
    self.seriesTitle = seriesTitle
    self.marks = marks
    self.key = key
  }
}

extension Panel {
  /// A plot, drawn for wide pages and for phones from the same values.
  public static func plot(_ plot: Plot) -> Panel {
    let size = plot.size
    let isDrawnTwice = size.narrowWidth != size.width
    var panel = Panel(
      title: plot.title, summary: plot.summary, wideWidth: size.width,
      narrowWidth: isDrawnTwice ? size.narrowWidth : nil
    ) { width, height in
      plot.drawn(width: width, height: height ?? size.height(atWidth: width))
    }
    panel.hasFreeHeight = true
    return panel
  }
}

extension Plot {
  /// The drawing at a size, in pixels.
  func drawn(width: Double, height: Double) -> SVG {
    let frame = PlotFrame(self, width: width, height: height)
    var canvas = Canvas(
      x: frame.x, y: frame.y, area: frame.area, svg: SVG(width: width, height: height))
    draw(.zone, on: &canvas)
    frame.drawGrid(on: &canvas.svg)
    for layer in Mark.Layer.allCases where layer != .zone { draw(layer, on: &canvas) }
    canvas.drawCrosses()
    frame.drawAxes(on: &canvas)
    frame.drawEndLabels(of: self, on: &canvas)
    if frame.isEmpty, !marks.isEmpty { canvas.say("no finite values") }
    canvas.drawNotes(within: frame.noteLimits)
    canvas.svg.addAxes(frame.x, x, frame.y, y)
    return canvas.svg
  }

  private func draw(_ layer: Mark.Layer, on canvas: inout Canvas) {
    for mark in marks where mark.layer == layer {
      canvas.series(mark.series) { mark.draw(&$0) }
    }
  }
}
