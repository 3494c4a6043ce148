/// A fence with braces as it stands in the file.
struct Fence: Sendable {
  /// What stands between the braces.
  var braces: String
  /// Where that begins.
  var kindPosition: SourcePosition
  /// The lines between the fences, without what quotes and lists put before them.
  var body: ExtractedText
  /// From fence to fence.
  var lines: ClosedRange<Int>

  /// The words of a fence in braces: ```` ```{lr-sweep} ````.
  ///
  /// - Returns: nil for an ordinary listing: no braces, or only a class, as in `{.python}`.
  static func braces(in info: String) -> String? {
    guard info.hasPrefix("{"), info.hasSuffix("}") else { return nil }
    let inner = Array(info.utf8.dropFirst().dropLast()).trimmed
    return inner.first == UInt8(ascii: ".") ? nil : inner.string
  }

  /// The language of an ordinary listing: the first word, `{.python}` being Pandoc's spelling.
  static func language(in info: String) -> String {
    let words = info.split(whereSeparator: { " ,{}\t".contains($0) })
    return words.first.map { String($0.drop { $0 == "." }) } ?? ""
  }

  /// Finds in the file the lines whose text libcmark reports.
  ///
  /// - Parameter literal: the text between the fences.
  init(braces: String, literal: String, node: CommonMarkNode, in text: SourceText) {
    self.braces = braces
    lines = node.lines
    let first = node.startLine
    let brace = text.line(first).firstIndex(of: UInt8(ascii: "{")) ?? 0
    kindPosition = text.position(line: first, byte: brace + 1)
    body = ExtractedText(
      lines: Fence.lines(of: literal).enumerated().map { index, line in
        // The text is the end of the line, unless a tab before it was split into spaces.
        let whole = text.line(first + index + 1).scalarCount(before: .max)
        let column = max(0, whole - line.unicodeScalars.count) + 1
        return ExtractedText.Line(
          text: line, origin: text.position(line: first + index + 1, column: column))
      })
  }

  private static func lines(of literal: String) -> [String] {
    guard !literal.isEmpty else { return [] }
    let lines = Array(literal.utf8).split(separator: .newline, omittingEmptySubsequences: false)
    return (lines.last?.isEmpty == true ? lines.dropLast() : lines[...]).map(\.string)
  }
}

// MARK: - The closing fence

extension Fence {
  /// Whether the fence that opens a code block has its counterpart in the block's last line.
  static func isClosed(_ node: CommonMarkNode, in text: SourceText) -> Bool {
    let opening = text.line(node.startLine).dropFirst(node.startColumn - 1)
    guard let mark = opening.first else { return true }
    let length = opening.prefix { $0 == mark }.count
    guard node.endLine > node.startLine else { return false }
    let closing = text.line(node.endLine).trimmed.reversed().prefix { $0 == mark }
    return closing.count >= length
  }
}
