import Plotting

/// Writes the numbers of a figure as a pipe table.
struct MarkdownTable {
  private let table: Table

  init(_ table: Table) { self.table = table }

  /// Whether there is nothing to show.
  var isEmpty: Bool { table.columns.isEmpty || table.rows.isEmpty }

  /// The table; rows beyond those that a page prints are counted.
  var text: String {
    guard !isEmpty else { return "" }
    let head = table.columns.map { cell(String($0.name)) }
    let rule = table.columns.map { $0.isText ? ":--" : "--:" }
    let rows = table.rows.prefix(DataTableRenderer.printedRows).map { row in
      table.columns.indices.map { column in
        cell(String(table.printed(column < row.count ? row[column] : .empty, in: column)))
      }
    }
    let lines = ([head, rule] + rows).map { "| \($0.joined(separator: " | ")) |" }
    let more = table.rows.count - DataTableRenderer.printedRows
    let rest = more > 0 ? "\n\n\(more) more \(more == 1 ? "row" : "rows")" : ""
    return lines.joined(separator: "\n") + rest
  }

  private func cell(_ text: String) -> String {
    MarkdownText.escape(text.replacing("\n", with: " "))
  }
}
