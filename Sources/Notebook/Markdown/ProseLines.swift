/// The text of one paragraph or heading: its lines without what quotes and lists put before them.
struct ProseLines {
  /// The lines, joined by `\n`.
  var bytes: [UInt8] = []
  /// What stands before each line's text in the file.
  private(set) var prefixes: [[UInt8]] = []
  private var starts: [(offset: Int, line: Int)] = []
  private let file: Int
  /// The place looked up last: places are asked for from first to last, and a line may be long.
  private var cursor = (line: 0, offset: 0, column: 1)

  /// - Parameters:
  ///   - startColumn: the first byte of the first line, counted from 1.
  ///   - file: the index of the file in `Notebook.files`.
  init(_ lines: [[UInt8]], firstLine: Int, startColumn: Int, quoteDepth: Int, file: Int = 0) {
    self.file = file
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
    cursor.column += prefixes.first?.scalarCount(before: .max) ?? 0
  }

  /// The place in the file of a byte of the text, at or after the one asked for before.
  mutating func position(of offset: Int) -> SourcePosition {
    while cursor.line + 1 < starts.count, starts[cursor.line + 1].offset <= offset {
      cursor.line += 1
      let start = starts[cursor.line].offset
      cursor = (cursor.line, start, prefixes[cursor.line].scalarCount(before: .max) + 1)
    }
    cursor.column += bytes[cursor.offset...].scalarCount(before: offset - cursor.offset)
    cursor.offset = offset
    return SourcePosition(line: starts[cursor.line].line, column: cursor.column, file: file)
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
        [head.0 + line], firstLine: head.1.line, startColumn: head.0.count + 1, quoteDepth: 0,
        file: file)
    }
  }
}
