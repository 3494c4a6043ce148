/// Turns the lines `[^name]: …` into items of a list, before CommonMark sees them: what is indented
/// below such a line then belongs to it, as in a list.
struct FootnoteLines {
  /// A footnote as its line shows it.
  struct Definition: Sendable {
    var name: String
    var position: SourcePosition
  }

  /// The definitions by line.
  private(set) var definitions: [Int: Definition] = [:]

  init() {}

  /// Whether a line may be one of them: it begins with `[^`, indented by three spaces at most.
  static func isCandidate(_ line: [UInt8]) -> Bool {
    let start = line.prefix { $0 == UInt8(ascii: " ") }.count
    return start <= 3 && line[start...].starts(with: "[^".utf8)
  }

  /// Replaces the brackets of each definition by a mark of a list and fillers, as many characters.
  ///
  /// - Parameter barriers: lines of code and raw HTML.
  mutating func protect(_ lines: inout [[UInt8]], barriers: Set<Int>, of text: SourceText) {
    for index in lines.indices where Self.isCandidate(lines[index]) {
      guard !barriers.contains(index + 1), let (name, end) = Self.name(lines[index]) else {
        continue
      }
      let line = lines[index]
      let start = line.prefix { $0 == UInt8(ascii: " ") }.count
      definitions[index + 1] = Definition(
        name: name, position: text.position(line: index + 1, column: start + 1))
      let textStart = line[end...].prefix(while: \.isBlank).endIndex
      let width = line[start..<textStart].scalarCount(before: .max)
      let fillers = (2..<width).flatMap { _ in PieceStore.Mark.filler.utf8Bytes }
      lines[index] = line[..<start] + Array("+ ".utf8) + fillers + line[textStart...]
    }
  }

  /// The name in `[^name]:` and the byte behind the colon.
  private static func name(_ line: [UInt8]) -> (String, end: Int)? {
    guard let open = line.firstIndex(of: UInt8(ascii: "[")),
      let (name, close) = FootnoteName.read(in: line, at: open),
      close < line.count, line[close] == UInt8(ascii: ":")
    else { return nil }
    return (name, close + 1)
  }
}

/// `[^name]`.
enum FootnoteName {
  /// The name in the brackets that open at `start`, and the byte behind them.
  ///
  /// - Returns: nil if the brackets are no footnote's: names hold no blanks and brackets.
  static func read(in bytes: [UInt8], at start: Int) -> (name: String, end: Int)? {
    guard start + 2 < bytes.count, bytes[start] == UInt8(ascii: "["),
      bytes[start + 1] == UInt8(ascii: "^")
    else { return nil }
    let name = bytes[(start + 2)...].prefix {
      !$0.isBlank && $0 != .newline && $0 != .backtick && $0 != UInt8(ascii: "]")
        && $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "^") && !$0.isMark
    }
    guard !name.isEmpty, name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: "]")
    else { return nil }
    return (name.string, name.endIndex + 1)
  }
}
