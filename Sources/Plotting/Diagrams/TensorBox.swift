/// The box of a tensor: its name and numbers, and below a hairline their gradients.
///
/// A single column of numbers stands beside the name; with more the name has a line of its own.
struct TensorBox {
  private static let dotsWidth = 18.0
  private static let rowHeight = 20.0
  private static let padding = 7.0
  private static let cellGap = 4.0

  private let node: TensorGraph.Node
  private let rows: Elision
  private let columns: Elision
  private let decimals: Int
  private let fontSize: Double
  private let cellWidth: Double
  /// The size in CSS pixels: 82 × 48 for a single number.
  let width: Double
  let height: Double

  /// The box of `node`, its numbers with `decimals` decimals.
  init(_ node: TensorGraph.Node, decimals: Int) {
    self.node = node
    self.decimals = decimals
    rows = Elision(count: max(1, node.rows), limit: 4, head: 3, tail: 0)
    columns = Elision(count: max(1, node.columns), limit: 5, head: 4, tail: 0)
    fontSize = columns.slots.count > 1 ? 11 : 12
    // The widest usual number is a negative gradient, which is bold.
    let number: Text = "\(-0.5, decimals: decimals)"
    cellWidth = number.width(size: fontSize, bold: true) + Self.cellGap
    let hasHeader = columns.slots.count > 1
    let name = min(90, node.label.width(size: 12, bold: true))
    var inside = 0.0
    for slot in columns.slots { inside += slot == .dots ? Self.dotsWidth : cellWidth }
    inside =
      hasHeader
      ? max(inside - Self.cellGap, name) : inside - Self.cellGap + max(16, name + 8)
    if rows.isShortened || columns.isShortened { inside = max(inside, 92) }
    width = max(decimals > 2 ? 82 : 74, inside + 2 * Self.padding)
    let half = Self.rowHeight * Double(rows.slots.count)
    let norm = columns.isShortened && !rows.isShortened ? Self.rowHeight : 0
    height = (hasHeader ? Self.rowHeight : 0) + 8 + 2 * (half + norm)
  }

  private var hasHeader: Bool { columns.slots.count > 1 }
  private var isShortened: Bool { rows.isShortened || columns.isShortened }

  /// Draws it around its centre.
  func draw(_ x: Double, _ y: Double, into svg: inout SVG) {
    let (left, top) = (x - width / 2, y - height / 2)
    svg.rectangle(left, top, width: width, height: height, radius: 5, class: boxClass)
    drawName(left, top, into: &svg)
    var line = top + (hasHeader ? Self.rowHeight : 0)
    line = drawNumbers(
      node.values, left, line, class: valueClass, of: node.option.name, into: &svg)
    svg.line(left, line + 5, left + width, line + 5, class: "vsep")
    if let gradients = node.gradients {
      _ = drawNumbers(gradients, left, line + 4, class: gradientClass, into: &svg)
    } else {
      svg.text("—", left + width - Self.padding, line + 21, class: gradientClass, anchor: .end)
    }
  }

  private func drawName(_ left: Double, _ top: Double, into svg: inout SVG) {
    let room = width - 2 * Self.padding
    let name = node.label.truncated(
      to: hasHeader ? room : room - cellWidth + Self.cellGap - 4, size: 12, bold: true)
    svg.text(name, left + Self.padding, top + 17, class: "vname")
    guard hasHeader else { return }
    let shape: Text = "\(node.rows) × \(node.columns)"
    let used = name.width(size: 12, bold: true) + shape.width(size: 12)
    guard used + 10 <= room else { return }
    svg.text(shape, left + width - Self.padding, top + 17, class: "tick", anchor: .end)
  }

  /// Draws rows of numbers and returns where they end.
  private func drawNumbers(
    _ values: [Double], _ left: Double, _ top: Double, class name: StaticString,
    of option: Text = "", into svg: inout SVG
  ) -> Double {
    let matrix = RowMajor(values: values, columns: max(1, node.columns))
    var y = top
    for case .item(let row) in rows.slots {
      drawRow(row, of: matrix, left, y + 17, class: name, option, into: &svg)
      y += Self.rowHeight
    }
    guard isShortened else { return y }
    if rows.isShortened { svg.dots(left + Self.padding + 8, y + 13, vertical: true) }
    svg.text(norm(matrix), left + width - Self.padding, y + 17, class: name, anchor: .end)
    return y + Self.rowHeight
  }

  private func norm(_ matrix: RowMajor) -> Text {
    let word: Text = "norm "
    let room = width - 2 * Self.padding - 14 - word.width(size: fontSize, bold: true)
    return word
      + .fitted(matrix.norm, decimals: decimals, width: room, size: fontSize, bold: true)
  }

  private func drawRow(
    _ row: Int, of matrix: RowMajor, _ left: Double, _ baseline: Double,
    class name: StaticString, _ option: Text, into svg: inout SVG
  ) {
    var right = left + width - Self.padding
    for slot in columns.slots.reversed() {
      guard case .item(let column) = slot else {
        svg.dots(right - 6, baseline - 4, vertical: false)
        right -= Self.dotsWidth
        continue
      }
      if let value = matrix.value(row, column) {
        let text = Text.fitted(
          value, decimals: decimals, width: cellWidth - Self.cellGap, size: fontSize, bold: true)
        let index = node.option.start + row * matrix.columns + column
        svg.number(index, of: option) {
          $0.text(text, right, baseline, class: name, anchor: .end)
        }
      }
      right -= cellWidth
    }
  }

  private var boxClass: StaticString {
    switch node.kind {
    case .parameter: "vn par"
    case .loss: "vn out"
    case .input, .value, .target, .operation: "vn"
    }
  }

  private var valueClass: StaticString { fontSize < 12 ? "vv sm" : "vv" }
  private var gradientClass: StaticString { fontSize < 12 ? "vg sm" : "vg" }
}
