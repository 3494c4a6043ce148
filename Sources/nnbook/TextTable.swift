/// Rows of text in columns that line up, at most 80 characters wide.
struct TextTable {
  /// The width of a terminal that nobody made wider.
  static let width = 80

  /// A column.
  struct Column {
    let name: String
    /// Whether it holds numbers, which stand to the right.
    var isNumber = false
    /// Whether it is cut where the table would be too wide: its beginning goes, as names of files
    /// differ at their ends.
    var isCut = false
  }

  let columns: [Column]
  private(set) var rows: [[String]] = []

  init(_ columns: [Column]) { self.columns = columns }

  /// A row, one cell a column.
  mutating func add(_ row: [String]) { rows.append(row) }

  /// The lines, the names of the columns first.
  var lines: [String] {
    let widths = widths
    return ([columns.map { $0.name }] + rows).map { row in
      var line = " "
      for (column, cell) in row.enumerated() {
        line += " " + padded(cell, to: widths[column], columns[column])
        if column + 1 < row.count { line += " " }
      }
      return line.trimmingEnd
    }
  }

  private var widths: [Int] {
    var widths = columns.indices.map { column in
      ([columns[column].name] + rows.map { $0[column] }).map { $0.count }.max() ?? 0
    }
    let surplus = widths.reduce(0, +) + 2 * widths.count - Self.width
    if surplus > 0, let cut = columns.firstIndex(where: { $0.isCut }) {
      widths[cut] = max(12, widths[cut] - surplus)
    }
    return widths
  }

  private func padded(_ cell: String, to width: Int, _ column: Column) -> String {
    let cell = cell.count <= width ? cell : "…" + cell.suffix(width - 1)
    let space = String(repeating: " ", count: width - cell.count)
    return column.isNumber ? space + cell : cell + space
  }
}

extension String {
  fileprivate var trimmingEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
