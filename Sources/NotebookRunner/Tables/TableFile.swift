import Datasets
import Foundation
import Plotting

/// A file of columns, read as it is: what is a number decides the mark that shows it.
struct TableFile: Sendable {
  /// Its cells as text; those that are empty or `null` are empty.
  let table: Table
  /// The line in which each row begins.
  let lines: [Int]

  /// Reads a file: JSON by the end of its name, else CSV with commas, semicolons or tabs; each may
  /// be compressed with gzip.
  ///
  /// - Throws: `DatasetError` if it cannot be read or is no table.
  init(path: String) throws(DatasetError) {
    var name = path.lowercased()
    if name.hasSuffix(".gz") { name.removeLast(3) }
    if name.hasSuffix(".json") {
      try self.init(json: try dataText(path: path), path: path)
    } else if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") {
      try self.init(json: Self.list(ofLines: try dataText(path: path)), path: path)
    } else {
      self.init(csv: try CSVTable(path: path))
    }
  }

  private init(csv: CSVTable) {
    table = Table(
      csv.header.map { .words(Text($0)) },
      rows: csv.rows.map { $0.map { $0.isEmpty ? .empty : .text(Text($0)) } })
    lines = csv.lines
  }

  /// A list of a value a line as one value, each still in its line.
  private static func list(ofLines text: String) -> String {
    var isFirst = true
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard line.contains(where: { !$0.isWhitespace }) else { return String(line) }
      defer { isFirst = false }
      return isFirst ? String(line) : "," + line
    }
    return "[" + lines.joined(separator: "\n") + "]"
  }
}

// MARK: - JSON

extension TableFile {
  /// A list of objects, a row each; or an object of lists, a column each.
  private init(json text: String, path: String) throws(DatasetError) {
    do throws(ResultsProblem) {
      let value = try JSONReader.read(text)
      if let members = value.members {
        try self.init(columns: members, of: value)
      } else {
        try self.init(rows: value.items ?? [], of: value)
      }
    } catch {
      throw .notTable(path: path, line: error.line, reason: error.message)
    }
    guard !table.rows.isEmpty else { throw .noRows(path: path) }
  }

  private init(rows: [JSONValue], of value: JSONValue) throws(ResultsProblem) {
    guard value.items != nil else { throw Self.noTable(value) }
    var names: [String] = []
    var places: [String: Int] = [:]
    var table = Table([])
    for row in rows {
      guard let members = row.members else { throw Self.noTable(row) }
      for member in members where places[member.name] == nil {
        places[member.name] = names.count
        names.append(member.name)
      }
      var cells = [Table.Cell](repeating: .empty, count: names.count)
      for member in members {
        cells[places[member.name, default: 0]] = try Self.cell(member.value)
      }
      table.rows.append(cells)
    }
    // Names that come late are missing in the rows before.
    for row in table.rows.indices {
      let missing = names.count - table.rows[row].count
      table.rows[row] += [Table.Cell](repeating: .empty, count: missing)
    }
    table.columns = names.map { .words(Text($0)) }
    self.init(table: table, lines: rows.map { $0.line })
  }

  private init(columns: [JSONValue.Member], of value: JSONValue) throws(ResultsProblem) {
    var cells: [[Table.Cell]] = []
    for column in columns {
      guard let items = column.value.items else { throw Self.noTable(column.value) }
      guard items.count == cells.first?.count ?? items.count else {
        throw ResultsProblem(
          "'\(column.name)' has \(items.count) values and '\(columns[0].name)' "
            + "\(cells[0].count), expected as many", line: column.value.line)
      }
      cells.append(try items.map { item throws(ResultsProblem) in try Self.cell(item) })
    }
    let count = cells.first?.count ?? 0
    let lines = columns.first?.value.items?.map { $0.line } ?? []
    self.init(
      table: Table(
        columns.map { .words(Text($0.name)) },
        rows: (0..<count).map { row in cells.map { $0[row] } }), lines: lines)
  }

  private init(table: Table, lines: [Int]) {
    self.table = table
    self.lines = lines
  }

  private static func cell(_ value: JSONValue) throws(ResultsProblem) -> Table.Cell {
    switch value.content {
    case .null: return .empty
    case .boolean(let flag): return .text(flag ? "true" : "false")
    case .number(let digits): return .text(Text(digits))
    case .text(let words): return .text(Text(words))
    case .list, .row, .object:
      throw ResultsProblem(
        "a cell is a list or an object, expected a number or text", line: value.line)
    }
  }

  private static func noTable(_ value: JSONValue) -> ResultsProblem {
    ResultsProblem(
      "this is no table, expected a list of objects or an object of lists", line: value.line)
  }
}
