extension CSV {
  /// Rows of plain text.
  static func text(_ rows: [[String]]) -> String {
    rows.map { $0.map(field).joined(separator: ",") }.joined(separator: "\n")
  }

  /// The shortest digits that give the same Float64 again.
  static func exact(_ number: Double) -> String {
    if let whole = Int64(exactly: number), whole.magnitude < 1 << 53 { return "\(whole)" }
    return "\(number)"
  }

  /// The fields of what `text` wrote, row by row.
  static func rows(_ text: String) -> [[String]] {
    var (rows, row, field): ([[String]], [String], [UInt8]) = ([], [], [])
    var (isQuoted, wasQuote) = (false, false)
    func word() -> String { String(decoding: field, as: UTF8.self) }
    for byte in text.utf8 {
      switch (byte, isQuoted) {
      case (UInt8(ascii: "\""), _):
        // A quote that follows a closing one stands for itself.
        if wasQuote, !isQuoted { field.append(byte) }
        isQuoted.toggle()
        wasQuote = !isQuoted
        continue
      case (UInt8(ascii: ","), false):
        row.append(word())
        field = []
      case (UInt8(ascii: "\n"), false):
        rows.append(row + [word()])
        (row, field) = ([], [])
      default: field.append(byte)
      }
      wasQuote = false
    }
    return rows + [row + [word()]]
  }
}
