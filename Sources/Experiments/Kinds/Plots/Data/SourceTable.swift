public import Plotting

/// A table whose columns a block shows, as the host read it.
public struct SourceTable: Sendable {
  /// Where it comes from, as the options say.
  public let source: TableSource
  /// What messages call it: "losses.csv", "the table of 'fig-a'".
  public let title: Text
  /// The columns and rows.
  public let table: Table
  /// The line of the file in which each row begins; empty if there is no file.
  public let lines: [Int]

  /// A table.
  public init(source: TableSource, title: Text, table: Table, lines: [Int] = []) {
    self.source = source
    self.title = title
    self.table = table
    self.lines = lines
  }
}

extension SourceTable {
  /// The names of the columns.
  var names: [Text] { table.columns.map { $0.name } }

  /// The number of a column.
  ///
  /// - Throws: an error at `place`, with the names there are.
  func column(_ name: Text, at place: OptionValue.Place?) throws(ExperimentError) -> Int {
    if let index = names.firstIndex(of: name) { return index }
    throw .problem(
      OptionProblem(.unknownColumn(name, of: title, known: names.filter { !$0.isEmpty }), at: place)
    )
  }

  /// The numbers of a column; what is missing is NaN.
  ///
  /// - Throws: an error at `place` for the first cell that is none.
  func numbers(_ column: Int, at place: OptionValue.Place?) throws(ExperimentError) -> [Double] {
    var numbers: [Double] = []
    numbers.reserveCapacity(table.rows.count)
    for (row, cells) in table.rows.enumerated() {
      guard let number = cells[column].asNumber else {
        throw .conflict(
          "column '\(names[column].shortened)' must be numbers, found '\(cells[column].words.shortened)' "
            + "in \(home(ofRow: row))", at: place)
      }
      numbers.append(number)
    }
    return numbers
  }

  /// Whether all cells of a column are numbers or missing, and one is a number.
  func isNumeric(_ column: Int) -> Bool {
    var hasNumber = false
    for cells in table.rows {
      guard let number = cells[column].asNumber else { return false }
      hasNumber = hasNumber || !number.isNaN
    }
    return hasNumber
  }

  /// The cells of a column as words.
  func words(_ column: Int) -> [Text] { table.rows.map { $0[column].words.inOneLine } }

  /// "line 7 of losses.csv", "row 3 of the table of 'fig-a'".
  private func home(ofRow row: Int) -> Text {
    lines.isEmpty ? "row \(row + 1) of \(title)" : "line \(lines[row]) of \(title)"
  }
}

extension Text {
  /// The same with spaces for line ends and what else no label can show.
  fileprivate var inOneLine: Text {
    guard bytes.contains(where: { $0 < 0x20 }) else { return self }
    return Text(bytes.map { $0 < 0x20 ? 0x20 : $0 })
  }
}

extension Table.Cell {
  /// The number, also one that is written as text; NaN where it is missing, nil for other words.
  fileprivate var asNumber: Double? {
    switch self {
    case .empty: return .nan
    case .number(let number): return number
    case .text(let text):
      if Self.missing.contains(text) { return .nan }
      if Self.infinite.contains(text) { return .infinity }
      if text.bytes.first == UInt8(ascii: "-"),
        Self.infinite.contains(Text(Array(text.bytes.dropFirst())))
      {
        return -.infinity
      }
      return decimalNumber(text.bytes)
    }
  }

  private static let infinite: [Text] = ["inf", "Inf", "infinity", "Infinity"]

  /// What stands for a missing number in most files.
  private static let missing: [Text] = ["", "NA", "N/A", "NaN", "nan", "null", "None", "—"]

  fileprivate var words: Text {
    switch self {
    case .empty: ""
    case .number(let number): "\(typed: number)"
    case .text(let text): text
    }
  }
}
