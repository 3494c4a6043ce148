/// The sum behind the first factor, set as text in as many lines as it needs.
struct ChainRuleSum {
  private static let size = 12.5
  private static let lineHeight = 22.0
  private static let indent = 16.0

  private var lines: [Text] = []

  /// The pieces of `sum` in lines of at most `width`.
  init(_ sum: ChainRule.Sum, width: Double) {
    for piece in sum.pieces {
      guard let last = lines.last else {
        lines.append(piece)
        continue
      }
      let longer = last + " " + piece
      if Symbol(longer).width(size: Self.size) + Self.indent <= width {
        lines[lines.count - 1] = longer
      } else {
        lines.append(piece)
      }
    }
  }

  /// The height of its lines.
  var height: Double { Self.lineHeight * Double(lines.count) }

  /// Draws it below `y`.
  func draw(_ y: Double, into svg: inout SVG) {
    for (number, line) in lines.enumerated() {
      svg.symbol(
        Symbol(line), number == 0 ? 0 : Self.indent, y + 14 + Self.lineHeight * Double(number),
        style: "font-size:12.5px")
    }
  }
}
