extension CSVTable {
  /// Whether the first cell of a column that is not empty holds a number.
  func isNumeric(_ column: Int) -> Bool {
    let first = rows.lazy.map { $0[column] }.first { !$0.isEmpty }
    return first.map { CSVTable.number($0) != nil } ?? true
  }

  /// The numbers of a column.
  ///
  /// - Throws: `emptyCell`, `notNumber`, `notFinite` for the first cell that is none.
  public func numbers(_ column: Int) throws(DatasetError) -> [Double] {
    var numbers: [Double] = []
    numbers.reserveCapacity(rows.count)
    for (index, row) in rows.enumerated() {
      guard let number = CSVTable.number(row[column]) else {
        let cell = cell(row: index, column: column)
        throw cell.text.isEmpty ? .emptyCell(cell) : .notNumber(cell)
      }
      guard Float(number).isFinite else { throw .notFinite(cell(row: index, column: column)) }
      numbers.append(number)
    }
    return numbers
  }

  /// The cells of a column as indices into their sorted values.
  ///
  /// - Throws: `emptyCell` for the first empty cell, `oneClass` if all are equal.
  public func classes(
    _ column: Int
  ) throws(DatasetError) -> (indices: [Float], names: [String]) {
    for (index, row) in rows.enumerated() where row[column].isEmpty {
      throw .emptyCell(cell(row: index, column: column))
    }
    let names = CSVTable.sorted(Set(rows.map { $0[column] }))
    guard names.count > 1 else {
      throw .oneClass(path: path, column: header[column], name: names.first ?? "")
    }
    let indices = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    return (rows.map { Float(indices[$0[column], default: 0]) }, names)
  }

  /// Names that are all numbers by value, others as text.
  private static func sorted(_ names: Set<String>) -> [String] {
    let pairs = names.map { (name: $0, number: number($0)) }
    return pairs.sorted { left, right in
      if let a = left.number, let b = right.number, a != b { return a < b }
      if (left.number == nil) != (right.number == nil) { return left.number != nil }
      return left.name < right.name
    }.map(\.name)
  }

  /// A decimal number, or `nan`, `inf` as they are written by most programs; nil for other text.
  static func number(_ text: String) -> Double? {
    // `Double` also takes hexadecimal numbers, which no table means.
    guard !text.utf8.contains(where: { "xXpP".utf8.contains($0) }) else { return nil }
    return Double(text)
  }

  /// A cell and its place, which is looked up in the file's text only for messages.
  func cell(row: Int, column: Int) -> CSVCell {
    let place = place(fromLine: lines[row], column: column)
    return CSVCell(
      path: path, line: place.line, character: place.character, column: header[column],
      text: rows[row][column])
  }

  /// Where the cell of a column begins in the row that begins at a line.
  private func place(fromLine first: Int, column: Int) -> (line: Int, character: Int) {
    var (line, character, cell, inQuotes) = (1, 1, 0, false)
    for next in source {
      if line >= first {
        if cell == column, next != " " { break }
        if next == "\"" { inQuotes.toggle() }
        if next == delimiter, !inQuotes { cell += 1 }
      }
      character += 1
      if next.isNewline { (line, character) = (line + 1, 1) }
    }
    return (line, character)
  }
}
