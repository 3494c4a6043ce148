import Plotting

/// The cells of a {heatmap} block with the names of its rows and columns.
struct MatrixCells {
  /// The most rows and the most columns.
  static let most = 200

  private(set) var rows: [Text] = []
  private(set) var columns: [Text] = []
  /// Row after row; NaN where there is no value.
  private(set) var values: [Double] = []

  /// The cells as the options write them, or from a table: a value for each cell with the names of
  /// its row and its column, or a column for each column.
  init(_ options: Options, _ tables: [SourceTable]) throws(ExperimentError) {
    if case .tensors(let written) = options["values"] {
      let numbers = written[0]
      values = numbers.flatMap { $0 }
      rows = try Self.names("rows", numbers.count, options)
      columns = try Self.names("columns", numbers[0].count, options)
    } else {
      guard case .table(let source) = options["data"] else {
        throw .problem(
          OptionProblem(.missingOption("values", expected: OptionType.matrix.expected), at: nil))
      }
      guard let table = tables.first(where: { $0.source == source }) else {
        throw .conflict("tables can only be read by nnbook itself", at: options.place("data"))
      }
      if case .column(let column) = options["values"] {
        try read(column, of: table, options)
      } else {
        try readAll(of: table, options)
      }
    }
    for (count, name) in [(rows.count, "rows" as Name), (columns.count, "columns")]
    where count > Self.most {
      throw .conflict(
        "the matrix has \(count) \(name.text), expected at most \(Self.most)",
        at: options.place("values") ?? options.place("data"))
    }
  }

  /// A value for each cell.
  private mutating func read(_ column: Text, of table: SourceTable, _ options: Options)
    throws(ExperimentError)
  {
    let place = options.place("values")
    let numbers = try table.numbers(try table.column(column, at: place), at: place)
    let ofRows = try Self.groups("rows", table, options)
    let ofColumns = try Self.groups("columns", table, options)
    (rows, columns) = (ofRows.labels, ofColumns.labels)
    values = [Double](repeating: .nan, count: rows.count * columns.count)
    var taken = values.map { _ in false }
    var columnOfRow = [Int](repeating: 0, count: numbers.count)
    for (column, own) in ofColumns.rows.enumerated() {
      for row in own { columnOfRow[row] = column }
    }
    for (row, own) in ofRows.rows.enumerated() {
      for line in own {
        let cell = row * columns.count + columnOfRow[line]
        guard !taken[cell] else {
          throw .conflict(
            "the cell of '\(rows[row].shortened)' and '\(columns[columnOfRow[line]].shortened)' has "
              + "several values, expected one", at: place)
        }
        values[cell] = numbers[line]
        taken[cell] = true
      }
    }
  }

  private static func groups(_ name: Name, _ table: SourceTable, _ options: Options)
    throws(ExperimentError) -> RowGroups
  {
    guard case .column(let column) = options[name] else {
      throw .conflict(
        "'values' is a column, expected one for '\(name.text)' too",
        at: options.place(name) ?? options.place("values"))
    }
    let place = options.place(name)
    let groups = RowGroups(table.words(try table.column(column, at: place)))
    guard groups.labels.count <= most else {
      throw .conflict(
        "column '\(column.shortened)' has \(groups.labels.count) different values, expected at most "
          + "\(most)", at: place)
    }
    return groups
  }

  /// A column for each column of numbers.
  private mutating func readAll(of table: SourceTable, _ options: Options) throws(ExperimentError) {
    var named: Int?
    if case .column(let column) = options["rows"] {
      named = try table.column(column, at: options.place("rows"))
    }
    let all = Array(table.names.indices)
    let numeric = all.filter { $0 != named && table.isNumeric($0) }
    guard !numeric.isEmpty else {
      throw .conflict("\(table.title) has no column of numbers", at: options.place("data"))
    }
    let read = try numeric.map { column throws(ExperimentError) in
      try table.numbers(column, at: options.place("data"))
    }
    let count = table.table.rows.count
    for row in 0..<count { values += read.map { $0[row] } }
    columns = numeric.map { table.names[$0] }
    if options.has("columns") { columns = try Self.names("columns", columns.count, options) }
    if case .words = options["rows"] {
      rows = try Self.names("rows", count, options)
    } else if let named = named ?? all.first(where: { !numeric.contains($0) }) {
      rows = table.words(named)
    } else {
      rows = (0..<count).map { "\($0 + 1)" }
    }
  }

  /// As many names as there are rows or columns.
  private static func names(_ name: Name, _ count: Int, _ options: Options)
    throws(ExperimentError) -> [Text]
  {
    guard options.has(name) else { return (0..<count).map { "\($0 + 1)" } }
    guard case .words(let names) = options[name] else {
      throw .conflict(
        "'\(name.text)' is a column, expected a list of \(count) names", at: options.place(name))
    }
    guard names.count == count else {
      throw .conflict(
        "'\(name.text)' has \(names.count) names, expected \(count)", at: options.place(name))
    }
    return names
  }
}
