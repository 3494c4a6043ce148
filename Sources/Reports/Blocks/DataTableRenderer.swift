import Plotting

/// Writes the numbers of a figure as a table.
struct DataTableRenderer {
  /// The rows that are printed at most; Copy CSV has all of them.
  static let printedRows = 200
  /// The rows from which on the table scrolls in a box of its own.
  static let openRows = 20

  private let table: Table

  init(_ table: Table) { self.table = table }

  /// Whether there is nothing to show.
  var isEmpty: Bool { table.columns.isEmpty || table.rows.isEmpty }

  /// The table behind a fold.
  func fold(label: String) -> HTML {
    "<details><summary>Data table</summary>\(html(label: label))</details>"
  }

  /// The table; `label` names it to a screen reader.
  func html(label: String) -> HTML {
    let rows = table.rows.prefix(DataTableRenderer.printedRows).map(row)
    let body = (rows + [remainder].filter { !$0.isEmpty }).joined(separator: "\n")
    return """
      <div\(box(label))><table><thead><tr>\(head)</tr></thead><tbody>
      \(body)
      </tbody></table></div>
      """
  }

  /// A box that may scroll must be reachable by keyboard and have a name.
  private func box(_ label: String) -> HTML {
    let isLong = table.rows.count > DataTableRenderer.openRows
    let name: HTML = isLong ? "tw long" : "tw"
    return " class=\"\(name)\" tabindex=\"0\" role=\"region\" aria-label=\"\(label)\""
  }

  private var head: HTML {
    table.columns.indices.map { column -> HTML in
      // A header without words would head nothing.
      table.columns[column].name.isEmpty
        ? "<td\(name(column))></td>"
        : "<th scope=\"col\"\(name(column))>\(table.columns[column].name)</th>"
    }.joined()
  }

  private func row(_ cells: [Table.Cell]) -> HTML {
    let cells = table.columns.indices.map { column -> HTML in
      let cell = column < cells.count ? cells[column] : .empty
      return "<td\(name(column))>\(printed(cell, column))</td>"
    }
    return "<tr>\(cells.joined())</tr>"
  }

  private func printed(_ cell: Table.Cell, _ column: Int) -> HTML {
    if cell == .empty { return table.columns[column].isText ? "" : "—" }
    return "\(table.printed(cell, in: column))"
  }

  /// Numbers stand right; words stand left, with air after a column of numbers.
  private func name(_ column: Int) -> HTML {
    guard table.columns[column].isText else { return " class=\"r\"" }
    return column > 0 && !table.columns[column - 1].isText ? " class=\"o\"" : ""
  }

  private var remainder: HTML {
    let more = table.rows.count - DataTableRenderer.printedRows
    guard more > 0 else { return "" }
    let rows = more == 1 ? "1 more row" : "\(more) more rows"
    return
      "<tr><td class=\"more\" colspan=\"\(table.columns.count)\">\(rows), all in the CSV</td></tr>"
  }
}
