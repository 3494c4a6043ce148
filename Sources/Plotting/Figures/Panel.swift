/// One drawing of a figure: what it is, and how it draws itself at a given width.
///
/// A kind of panel is a `static` function that returns one (`.plot(…)`, `.network(…)`), in a file
/// of its own below `Panels/`; nothing lists the kinds.
public struct Panel: Sendable {
  /// The accessible name, one phrase: "Training loss at twelve learning rates".
  public var title: Text
  /// The accessible description, written from the numbers: start, end, extremum and where.
  public var summary: Text
  /// Whether it only explains the colours and marks of its neighbours.
  public var isKey = false
  /// Whether it looks as well at another height: a plot does, a map or a diagram does not.
  public var hasFreeHeight = false
  /// Width of the drawing on a wide page, in CSS pixels.
  public private(set) var wideWidth: Double
  /// Width of the drawing on a phone; nil when the wide one already fits (350 px at most).
  public private(set) var narrowWidth: Double?
  /// The height that was asked for on a wide page; nil leaves it to the drawing.
  private var wideHeight: Double?
  private let drawing: @Sendable (_ width: Double, _ height: Double?) -> SVG

  /// A panel that `draw` draws at the width it is given, and as high as it is asked to be if it can
  /// choose its height.
  public init(
    title: Text, summary: Text, wideWidth: Double, narrowWidth: Double?,
    draw: @escaping @Sendable (_ width: Double, _ height: Double?) -> SVG
  ) {
    self.title = title
    self.summary = summary
    self.wideWidth = wideWidth
    self.narrowWidth = narrowWidth
    drawing = draw
  }

  /// The drawing at a width in CSS pixels.
  public func drawn(width: Double) -> SVG {
    drawing(width, width == wideWidth ? wideHeight : nil)
  }

  /// The same panel at another size on wide pages; on a phone it stays as it is, 350 px at most.
  ///
  /// - Parameter height: nil leaves it to the drawing, as diagrams do in any case.
  public func sized(width: Double, height: Double?) -> Panel {
    var panel = self
    panel.wideWidth = width
    panel.wideHeight = height
    // Drawn once if a phone can show it without making its text much larger.
    panel.narrowWidth = width > 350 || width < 280 ? narrowWidth ?? min(wideWidth, 350) : nil
    return panel
  }

  /// Appends the panel's `<svg>` elements: `svg.w` and `svg.n`, or one `svg.any`.
  ///
  /// - Parameter id: unique in the page; the ids of titles and descriptions begin with it.
  public func write(
    id: Text, _ drawings: Figure.Drawings = .both, into markup: inout Text
  ) {
    if let narrowWidth {
      if drawings != .narrow {
        write(drawn(width: wideWidth), "plot w", id + "-w", into: &markup)
      }
      if drawings != .wide {
        write(drawn(width: narrowWidth), "plot n", id + "-n", into: &markup)
      }
    } else {
      let name: StaticString = isKey ? "plot any key" : "plot any"
      write(drawn(width: wideWidth), name, id + "-a", into: &markup)
    }
  }

  private func write(
    _ svg: SVG, _ name: StaticString, _ id: Text, into markup: inout Text
  ) {
    markup += "<svg class=\"\(name)\" viewBox=\"0 0 "
    markup.append(coordinate: svg.width)
    markup += " "
    markup.append(coordinate: svg.height)
    markup += "\" width=\""
    markup.append(coordinate: svg.width)
    markup += "\" height=\""
    markup.append(coordinate: svg.height)
    markup += "\""
    markup += svg.hooks
    markup += " role=\"img\" aria-labelledby=\"\(id)-t\" aria-describedby=\"\(id)-d\">"
    markup += "<title id=\"\(id)-t\">"
    markup.append(escaped: title)
    markup += "</title><desc id=\"\(id)-d\">"
    markup.append(escaped: summary)
    markup += "</desc>"
    markup += svg.body
    markup += "</svg>"
  }
}
