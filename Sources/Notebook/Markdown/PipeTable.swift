/// A table as its lines show it, before the cells are parsed.
struct PipeTable: Sendable {
  var alignments: [ColumnAlignment]
  var header: [String]
  /// As many cells each as the header: missing ones are empty, surplus ones are dropped.
  var rows: [[String]]

  /// Reads lines whose formulas, code and escaped pipes are already protected.
  ///
  /// - Returns: nil unless the second line is a delimiter row as wide as the first.
  init?(_ lines: [[UInt8]]) {
    guard lines.count >= 2, let alignments = PipeTable.delimiterRow(lines[1]) else { return nil }
    let header = PipeTable.cells(lines[0])
    guard header.count == alignments.count else { return nil }
    self.alignments = alignments
    self.header = header
    rows = lines[2...].map { line in
      let cells = PipeTable.cells(line)
      return (0..<header.count).map { $0 < cells.count ? cells[$0] : "" }
    }
  }

  /// The alignments of `|:--|--:|`, nil if the line is no delimiter row.
  static func delimiterRow(_ line: [UInt8]) -> [ColumnAlignment]? {
    guard line.contains(.pipe) else { return nil }
    var alignments: [ColumnAlignment] = []
    for cell in cells(line) {
      let (left, right) = (cell.hasPrefix(":"), cell.hasSuffix(":"))
      let dashes = cell.utf8.dropFirst(left ? 1 : 0).dropLast(right ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
      alignments.append(left ? (right ? .center : .left) : (right ? .right : .natural))
    }
    return alignments
  }

  private static func cells(_ line: [UInt8]) -> [String] {
    var row = line.trimmed
    if row.first == .pipe { row = row.dropFirst() }
    if row.count > 0, row[row.endIndex - 1] == .pipe { row = row[..<(row.endIndex - 1)] }
    return row.split(separator: .pipe, omittingEmptySubsequences: false).map(\.trimmed.string)
  }
}
