/// The text of one paragraph or heading: its lines without what quotes and lists put before them.
struct ProseLines {
  /// The lines, joined by `\n`.
  var bytes: [UInt8] = []
  /// What stands before each line's text in the file.
  private(set) var prefixes: [[UInt8]] = []
  private var starts: [(offset: Int, line: Int)] = []

  /// - Parameter startColumn: the first byte of the first line, counted from 1.
  init(_ lines: [[UInt8]], firstLine: Int, startColumn: Int, quoteDepth: Int) {
    for (index, line) in lines.enumerated() {
      let end =
        index == 0
        ? min(startColumn - 1, line.count)
        : ContainerPrefix(continuing: line, quoteDepth: quoteDepth).end
      if index > 0 { bytes.append(.newline) }
      starts.append((bytes.count, firstLine + index))
      prefixes.append(Array(line[..<end]))
      bytes += line[end...]
    }
  }

  /// The place in the file of a byte of the text.
  func position(of offset: Int) -> SourcePosition {
    let index = max(0, (starts.firstIndex { $0.offset > offset } ?? starts.count) - 1)
    let start = starts[index]
    let column =
      prefixes[index].scalarCount(before: .max)
      + bytes[start.offset...].scalarCount(before: offset - start.offset) + 1
    return SourcePosition(line: start.line, column: column)
  }

  /// New text with as many lines, behind the same prefixes.
  func rebuilt(_ text: [UInt8]) -> [[UInt8]] {
    let lines = text.split(separator: .newline, omittingEmptySubsequences: false)
    return zip(prefixes, lines).map { $0 + $1 }
  }
}

extension ProseLines {
  /// Each line by itself.
  func separated() -> [ProseLines] {
    let lines = bytes.split(separator: .newline, omittingEmptySubsequences: false)
    return zip(zip(prefixes, starts), lines).map { head, line in
      ProseLines(
        [head.0 + line], firstLine: head.1.line, startColumn: head.0.count + 1, quoteDepth: 0)
    }
  }
}
