/// Axes and marks: a chart as a value.
///
///     Panel.plot(
///       Plot(
///         title: "Training loss", summary: .course(of: losses, at: epochs, unit: "epoch"),
///         x: Axis("epoch"), y: Axis("Training loss", scale: .log),
///         marks: [.line(x: epochs, y: losses, label: "train")]))
public struct Plot: Sendable {
  /// The sizes of a plot on a wide page and on a phone, in CSS pixels.
  public struct Size: Sendable {
    /// Width on a wide page.
    public var width: Double
    /// Height on a wide page.
    public var height: Double
    /// Width on a phone.
    public var narrowWidth: Double
    /// Height on a phone.
    public var narrowHeight: Double

    /// A size of one's own.
    public init(
      width: Double, height: Double, narrowWidth: Double = 350, narrowHeight: Double = 330
    ) {
      self.width = width
      self.height = height
      self.narrowWidth = narrowWidth
      self.narrowHeight = narrowHeight
    }

    /// 640 × 368: the only plot of a figure of text width.
    public static let text = Size(width: 640, height: 368)
    /// 568 × 368: the main plot of a wide figure, beside a small one.
    public static let large = Size(width: 568, height: 368)
    /// 312 × 368: beside a large one.
    public static let small = Size(width: 312, height: 368, narrowHeight: 300)
    /// 440 × 300: one of two in a wide figure.
    public static let half = Size(width: 440, height: 300)
    /// 283 × 236: one of three in a wide figure.
    public static let third = Size(width: 283, height: 236, narrowHeight: 280)
  }

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

  /// A plot.
  public init(
    title: Text, summary: Text, size: Size = .text, x: Axis, y: Axis, seriesTitle: Text = "",
    marks: [Mark]
  ) {
    self.title = title
    self.summary = summary
    self.size = size
    self.x = x
    self.y = y
    self.seriesTitle = seriesTitle
    self.marks = marks
  }
}

extension Panel {
  /// A plot, drawn for wide pages and for phones from the same values.
  public static func plot(_ plot: Plot) -> Panel {
    let size = plot.size
    return Panel(
      title: plot.title, summary: plot.summary, wideWidth: size.width,
      narrowWidth: size.narrowWidth
    ) { width in
      let isNarrow = width < size.width || size.width <= size.narrowWidth && width <= size.width
      return plot.drawn(width: width, height: isNarrow && width != size.width ? size.narrowHeight : size.height)
    }
  }
}

extension Plot {
  /// The drawing at a size.
  func drawn(width: Double, height: Double) -> SVG {
    let frame = PlotFrame(self, width: width, height: height)
    var canvas = Canvas(
      x: frame.x, y: frame.y, area: frame.area, svg: SVG(width: width, height: height))
    draw(.zone, on: &canvas)
    frame.drawGrid(on: &canvas.svg)
    for layer in Mark.Layer.allCases where layer != .zone { draw(layer, on: &canvas) }
    frame.drawAxes(on: &canvas.svg)
    var occupied = frame.texts
    occupied += frame.drawEndLabels(of: self, on: &canvas)
    NotePlacement(frame: frame, occupied: occupied).place(canvas.notes, on: &canvas)
    return canvas.svg
  }

  private func draw(_ layer: Mark.Layer, on canvas: inout Canvas) {
    for mark in marks where mark.layer == layer { mark.draw(&canvas) }
  }
}
