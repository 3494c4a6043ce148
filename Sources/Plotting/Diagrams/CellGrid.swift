/// The geometry of a grid of square cells with labels at its left and above it.
struct CellGrid {
  private static let mostLabel = 130.0
  private static let numberRoom = 24.0

  let rows: Int
  let columns: Int
  /// The side of a cell with its gap.
  let cell: Double
  let left: Double
  let top: Double

  var right: Double { left + cell * Double(columns) }
  var bottom: Double { top + cell * Double(rows) }

  /// The left edge of a column.
  func x(_ column: Int) -> Double { left + cell * Double(column) }

  /// The upper edge of a row.
  func y(_ row: Int) -> Double { top + cell * Double(row) }

  /// The room that labels of the rows take at the left, and beside them their `numbers` if rows
  /// are numbered.
  static func room(for labels: [Text], numbers: Bool) -> Double {
    var widest = 16.0
    for label in labels { widest = max(widest, label.width(size: 12)) }
    return min(widest, mostLabel) + 10 + (numbers ? numberRoom : 0)
  }

  /// Draws the labels of the rows, right-aligned; every nth where rows are lower than a line.
  ///
  /// - Parameter first: the number of the first row, if they are numbered.
  func drawRowLabels(_ labels: [Text], numberedFrom first: Int? = nil, into svg: inout SVG) {
    let stride = max(1, Int((14 / cell).rounded(.up)))
    let end = left - 8 - (first == nil ? 0 : Self.numberRoom)
    for (row, label) in labels.prefix(rows).enumerated() where row % stride == 0 {
      let baseline = y(row) + cell / 2 + 4
      svg.text(
        label.truncated(to: Self.mostLabel, size: 12), end, baseline, class: "tick k",
        anchor: .end)
      if let first {
        svg.text("\(first + row)", left - 8, baseline, class: "tick", anchor: .end)
      }
    }
  }

  /// Draws the labels of the columns above them, on the levels that `levels(for:)` counts.
  func drawColumnLabels(_ labels: [Text], into svg: inout SVG) {
    let levels = Self.levels(for: labels, cell: cell)
    let stride = Self.stride(for: labels, cell: cell)
    for (column, label) in labels.prefix(columns).enumerated() where column % stride == 0 {
      let level = (levels - 1) - column / stride % levels
      let room = cell * Double(stride * levels) - 4
      let text = label.truncated(to: room, size: 12)
      // A label wider than the outer cell stays in the drawing.
      let half = text.width(size: 12) / 2
      let middle = max(half, min(svg.width - half, x(column) + cell / 2))
      svg.text(
        text, middle, top - 8 - 15 * Double(level), class: "tick k", anchor: .middle)
    }
  }

  /// Whether all of these labels can stand above their columns, in one line or in two.
  static func fits(_ labels: [Text], cell: Double) -> Bool {
    fits(labels, in: 2 * cell * Double(stride(for: labels, cell: cell)))
  }

  /// One line of column labels if they fit between their neighbours, else two in turn.
  static func levels(for labels: [Text], cell: Double) -> Int {
    fits(labels, in: cell * Double(stride(for: labels, cell: cell))) ? 1 : 2
  }

  /// Every column has a label while cells are wider than 20 px or labels fit.
  private static func stride(for labels: [Text], cell: Double) -> Int {
    guard cell < 20, !fits(labels, in: cell) else { return 1 }
    return max(1, Int((28 / cell).rounded(.up)))
  }

  private static func fits(_ labels: [Text], in room: Double) -> Bool {
    labels.allSatisfy { $0.width(size: 12) + 4 <= room }
  }
}
