/// The names behind numbered rows and columns, below a grid of cells.
struct CellKey {
  private static let lineHeight = 18.0
  private static let numberWidth = 24.0

  private let names: [Text]
  private let first: Int
  private let columns: Int
  private let columnWidth: Double

  /// The key of `names`, counted from `first`, in as many columns as fit into `width`; empty without
  /// names.
  init(_ names: [Text], from first: Int, width: Double) {
    self.names = names
    self.first = first
    var widest = 0.0
    for name in names { widest = max(widest, name.width(size: 12)) }
    columns = max(1, min(Int(width / (widest + Self.numberWidth + 12)), 4))
    columnWidth = width / Double(columns)
  }

  /// The height with the space above it; 0 if it is empty.
  var height: Double { names.isEmpty ? 0 : 14 + Self.lineHeight * Double(lines) }

  /// Draws it below `y`, its columns read downwards.
  func draw(_ y: Double, into svg: inout SVG) {
    for (index, name) in names.enumerated() {
      let x = Double(index / lines) * columnWidth
      let baseline = y + 24 + Self.lineHeight * Double(index % lines)
      svg.text("\(first + index)", x, baseline, class: "tick")
      svg.text(
        name.truncated(to: columnWidth - Self.numberWidth - 4, size: 12), x + Self.numberWidth,
        baseline, class: "tick k")
    }
  }

  private var lines: Int { (names.count + columns - 1) / columns }
}
