import Plotting

/// A figure as a drawing of its own: its panels on one sheet, with their style in it.
struct DrawingSheet {
  /// The space around the panels, and those between them, side by side and one below the other.
  private static let (margin, gap, rowGap, keyGap) = (16.0, 32.0, 28.0, 12.0)

  private let figure: Figure
  private let style: DrawingStyle

  init(_ figure: Figure, style: DrawingStyle) {
    self.figure = figure
    self.style = style
  }

  /// The file, XML.
  ///
  /// - Parameters:
  ///   - id: of the figure, so that several drawings can stand in one page.
  ///   - alternative: the author's text for who cannot see it; nil for that of the panels.
  func svg(id: String, alternative: String? = nil) -> String {
    let placed = placed
    let width = (placed.map { $0.x + $0.drawing.width }.max() ?? 0) + Self.margin
    let height = (placed.map { $0.y + $0.drawing.height }.max() ?? 0) + Self.margin
    let scope = "\(Anchors.identifier(id))-sheet"
    let body = placed.map(markup).joined(separator: "\n")
    let (style, styled) = style.apply(to: body, scope: scope)
    let size = "width=\"\(number(width))\" height=\"\(number(height))\""
    return """
      <svg xmlns="http://www.w3.org/2000/svg" id="\(scope)" \(size) \
      viewBox="0 0 \(number(width)) \(number(height))" role="img">
      <title>\(HTML.escape(alternative ?? summary))</title>
      <style>
      \(style)
      </style>
      <rect class="paper" width="\(number(width))" height="\(number(height))"/>
      \(styled)
      </svg>

      """
  }

  /// What the panels show, in words.
  var summary: String {
    panels.map { "\(String($0.title)). \(String($0.summary))" }.joined(separator: " ")
  }

  private var panels: [Panel] { figure.rows.flatMap { [$0.key].compactMap { $0 } + $0.panels } }

  private struct Placed {
    let drawing: SVG
    let x: Double
    let y: Double
  }

  private var placed: [Placed] {
    var placed: [Placed] = []
    var top = Self.margin
    for (number, row) in figure.rows.enumerated() {
      if number > 0 { top += Self.rowGap }
      if let key = row.key {
        let drawing = key.drawn(width: key.wideWidth)
        placed.append(Placed(drawing: drawing, x: Self.margin, y: top))
        top += drawing.height + Self.keyGap
      }
      var left = Self.margin
      let drawings = row.panels.map { $0.drawn(width: $0.wideWidth) }
      for drawing in drawings {
        placed.append(Placed(drawing: drawing, x: left, y: top))
        left += drawing.width + Self.gap
      }
      top += drawings.map(\.height).max() ?? 0
    }
    return placed
  }

  private func markup(_ placed: Placed) -> String {
    let (width, height) = (number(placed.drawing.width), number(placed.drawing.height))
    return """
      <svg x="\(number(placed.x))" y="\(number(placed.y))" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" overflow="visible">\(String(placed.drawing.body))</svg>
      """
  }

  private func number(_ value: Double) -> String {
    let tenths = (value * 10).rounded() / 10
    return Int(exactly: tenths).map { "\($0)" } ?? "\(tenths)"
  }
}
