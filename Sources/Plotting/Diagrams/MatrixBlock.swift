/// A matrix as tinted cells with numbers, shortened when it is large.
struct MatrixBlock {
  /// The size of a cell, and how its numbers are printed.
  struct Style {
    var cellWidth: Double
    var cellHeight: Double
    var decimals: Int

    /// Three decimals.
    static let wide = Style(cellWidth: 44, cellHeight: 24, decimals: 3)
    /// Two decimals, where three do not fit or on a phone.
    static let narrow = Style(cellWidth: 37, cellHeight: 24, decimals: 2)
  }

  private static let dotsRoom = 18.0
  private static let fontSize = 11.0

  private let style: Style
  private let rows: Elision
  private let columns: Elision
  private let matrix: RowMajor
  /// One number of decimals for all cells.
  private let decimals: Int
  /// The magnitude at the end of the ramp: 1, or the largest value if that is more.
  private let scale: Double

  /// A matrix of `rows · columns` row-major values; those that are missing leave cells empty.
  init(rows: Int, columns: Int, values: [Double], style: Style) {
    self.style = style
    self.rows = Elision(count: rows, limit: 8, head: 5, tail: 2)
    self.columns = Elision(count: columns, limit: 6, head: 4, tail: 1)
    matrix = RowMajor(values: values, columns: columns)
    decimals = Text.decimals(
      fitting: matrix.values(self.rows, self.columns), atMost: style.decimals,
      width: style.cellWidth - 3, size: Self.fontSize)
    scale = max(1, matrix.largestMagnitude)
  }

  /// The width of all cells and dots.
  var width: Double { Self.extent(columns, cell: style.cellWidth) }

  /// The height of all cells and dots.
  var height: Double { Self.extent(rows, cell: style.cellHeight) }

  /// Draws it with its upper left corner at `x`, `y`.
  func draw(_ x: Double, _ y: Double, into svg: inout SVG) {
    var top = y
    for row in rows.slots {
      switch row {
      case .dots:
        svg.dots(x + width / 2, top + Self.dotsRoom / 2, vertical: true)
        top += Self.dotsRoom
      case .item(let row):
        drawRow(row, x, top, into: &svg)
        top += style.cellHeight
      }
    }
  }

  private func drawRow(_ row: Int, _ x: Double, _ y: Double, into svg: inout SVG) {
    var left = x
    for column in columns.slots {
      switch column {
      case .dots:
        svg.dots(left + Self.dotsRoom / 2, y + style.cellHeight / 2, vertical: false)
        left += Self.dotsRoom
      case .item(let column):
        drawCell(matrix.value(row, column), left, y, into: &svg)
        left += style.cellWidth
      }
    }
  }

  private func drawCell(_ value: Double?, _ x: Double, _ y: Double, into svg: inout SVG) {
    var tint = CellTint.inset
    var text = Text()
    if let value {
      tint = .diverging(value, scale: scale)
      text = .fitted(
        value, decimals: decimals, width: style.cellWidth - 3, size: Self.fontSize)
    }
    svg.cell(
      x, y, width: style.cellWidth, height: style.cellHeight, tint: tint, text: text, small: true)
  }

  private static func extent(_ elision: Elision, cell: Double) -> Double {
    var extent = 0.0
    for slot in elision.slots { extent += slot == .dots ? dotsRoom : cell }
    return extent
  }
}
