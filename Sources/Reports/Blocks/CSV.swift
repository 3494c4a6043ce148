import Plotting

/// Writes tables as comma-separated values (RFC 4180, but with `\n` alone at the ends of lines).
///
/// Numbers have the shortest digits that give the same Float32 again, the arithmetic of the
/// engine: what is copied is what was computed, not what was rounded for print.
enum CSV {
  /// The heading and all rows.
  static func text(_ table: Table) -> String {
    let head = table.columns.map { field(.text($0.name)) }.joined(separator: ",")
    let rows = table.rows.map { $0.map(field).joined(separator: ",") }
    return ([head] + rows).joined(separator: "\n")
  }

  private static func field(_ cell: Table.Cell) -> String {
    switch cell {
    case .empty: ""
    case .text(let text): field(words(String(text)))
    case .number(let number): digits(number)
    }
  }

  /// Words that a spreadsheet would take for a formula, `=HYPERLINK(…)`, after an apostrophe.
  private static func words(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    let isNumber = Double(text) != nil
    return "=+-@\t\r".unicodeScalars.contains(first) && !isNumber ? "'" + text : text
  }

  static func field(_ text: String) -> String {
    let isPlain = !text.unicodeScalars.contains { ",\"\n\r".unicodeScalars.contains($0) }
    return isPlain ? text : "\"\(text.replacing("\"", with: "\"\""))\""
  }

  private static func digits(_ number: Double) -> String {
    if let whole = Int64(exactly: number), whole.magnitude < 1 << 53 { return "\(whole)" }
    return "\(Float(number))"
  }
}
