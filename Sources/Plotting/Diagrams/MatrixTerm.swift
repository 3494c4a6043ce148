/// A term of an equation, measured and ready to be drawn.
struct MatrixTerm {
  private enum Content {
    case matrix(MatrixBlock, name: Text, shape: Text)
    case symbol(Text)
    case arrow(Text)
  }

  /// The height of the name and shape above the cells.
  private static let headingHeight = 20.0

  private let content: Content
  /// The width with the space around it.
  let width: Double

  /// A term in a line of at most `room` pixels.
  init(_ term: MatrixChain.Term, style: MatrixBlock.Style, room: Double) {
    switch term {
    case .matrix(let name, let rows, let columns, let values):
      let block = MatrixBlock(rows: rows, columns: columns, values: values, style: style)
      let name = name.truncated(to: room / 2, size: 12.5, bold: true)
      let shape: Text = rows == 1 && columns == 1 ? "" : "\(rows) × \(columns)"
      content = .matrix(block, name: name, shape: shape)
      width = max(block.width, Self.headingWidth(name, shape))
    case .operator(let symbol) where symbol.count == 1 && symbol != "→":
      content = .symbol(symbol)
      width = 26
    case .operator(let symbol):
      let word = symbol == "→" ? "" : symbol.truncated(to: room / 2, size: 12)
      content = .arrow(word)
      width = max(28, word.width(size: 12)) + 16
    }
  }

  /// The height with the heading; 0 for operators, which take that of their neighbours.
  var height: Double {
    guard case .matrix(let block, _, _) = content else { return 0 }
    return block.height + Self.headingHeight
  }

  /// Whether it stands between matrices.
  var isOperator: Bool {
    if case .matrix = content { return false }
    return true
  }

  /// Draws it at `x` in a line from `y` to `y + height`, its cells in the middle of the line.
  func draw(_ x: Double, _ y: Double, height: Double, into svg: inout SVG) {
    let middle = y + (height + Self.headingHeight) / 2
    switch content {
    case .matrix(let block, let name, let shape):
      let top = middle - block.height / 2
      svg.label(name, remark: shape, x, top - 7)
      block.draw(x, top, into: &svg)
    case .symbol(let symbol):
      svg.text(
        symbol, x + width / 2, middle + 5.5, class: "ops", anchor: .middle,
        style: "font-size:16px")
    case .arrow(let word):
      svg.arrow([Point(x: x + 8, y: middle), Point(x: x + width - 8, y: middle)])
      svg.text(word, x + width / 2, middle - 8, class: "tick k", anchor: .middle)
    }
  }

  private static func headingWidth(_ name: Text, _ shape: Text) -> Double {
    let name = name.width(size: 12.5, bold: true)
    return shape.isEmpty ? name : name + 8 + shape.width(size: 12)
  }
}
