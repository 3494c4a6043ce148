import Plotting

/// The numbers behind a figure: named columns, and rows of numbers and words.
public struct NumberTable: Equatable, Sendable {
  /// A cell.
  public enum Cell: Hashable, Sendable {
    case number(ExactNumber)
    case text(String)
    case empty
  }

  /// What the experiment calls the figure: `curves`.
  public var name: String
  /// The headings.
  public var columns: [String]
  /// One cell a column.
  public var rows: [[Cell]]

  /// A table.
  public init(name: String, columns: [String], rows: [[Cell]]) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }

  /// The table of a figure.
  init(_ figure: Figure) {
    self.init(
      name: String(figure.name), columns: figure.table.columns.map { String($0.name) },
      rows: figure.table.rows.map { $0.map(Cell.init) })
  }
}

extension NumberTable.Cell {
  init(_ cell: Table.Cell) {
    switch cell {
    case .number(let number): self = .number(ExactNumber(number))
    case .text(let text): self = .text(String(text))
    case .empty: self = .empty
    }
  }

  /// The cell as people read it.
  var words: String {
    switch self {
    case .number(let number): number.digits
    case .text(let text): text
    case .empty: "nothing"
    }
  }
}

// MARK: - JSON

extension NumberTable {
  var json: JSONValue {
    JSONValue(
      .object([
        .init(name: "figure", value: JSONValue(.text(name))),
        .init(name: "columns", value: JSONValue(.row(columns.map { JSONValue(.text($0)) }))),
        .init(
          name: "rows", value: JSONValue(.list(rows.map { JSONValue(.row($0.map { $0.json })) }))),
      ]))
  }

  /// - Throws: what is missing or something else, with its line.
  init(json: JSONValue) throws(ResultsProblem) {
    let columns = try json.texts("columns")
    var rows: [[Cell]] = []
    for row in try json.list("rows") {
      guard let items = row.items, items.count == columns.count else {
        throw ResultsProblem("a row does not have \(columns.count) cells", line: row.line)
      }
      rows.append(try items.map { item throws(ResultsProblem) in try Cell(json: item) })
    }
    self.init(name: try json.text("figure"), columns: columns, rows: rows)
  }
}

extension NumberTable.Cell {
  /// Words that could be taken for a number stand in an object of their own.
  var json: JSONValue {
    switch self {
    case .empty: return JSONValue(.null)
    case .number(let number): return number.json
    case .text(let words):
      let plain = JSONValue(.text(words))
      guard ExactNumber(json: plain) != nil else { return plain }
      return JSONValue(.row([plain]))
    }
  }

  init(json: JSONValue) throws(ResultsProblem) {
    if let number = ExactNumber(json: json) {
      self = .number(number)
    } else if case .null = json.content {
      self = .empty
    } else if let text = json.text ?? json.items?.first?.text {
      self = .text(text)
    } else {
      throw ResultsProblem("a cell is neither number nor text", line: json.line)
    }
  }
}
