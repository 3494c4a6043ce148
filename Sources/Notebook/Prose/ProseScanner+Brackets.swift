/// Footnotes in place, `^[text]`, and spans, `[text]{.aside}`.
///
/// Their brackets are taken out and their text stays, so that it is read as any other.
extension ProseScanner {
  /// `^[`, if there is a bracket that closes it.
  mutating func inlineFootnote(_ store: inout PieceStore) {
    let bytes = lines.bytes
    guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "["),
      let close = closingBracket(from: index + 2, to: lastBrackets.note)
    else { return copy(1) }
    bracketEnds[close] = close + 1
    take(.noteStart(lines.position(of: index)), to: index + 2, &store)
  }

  /// `[` of text that attributes follow.
  mutating func span(_ store: inout PieceStore) {
    let bytes = lines.bytes
    // `[text][label]{…}` is a link.
    let follows = index > 0 && bytes[index - 1] == UInt8(ascii: "]")
    guard !follows, let close = closingBracket(from: index + 1, to: lastBrackets.span),
      let (attributes, end) = Attributes.read(in: bytes, at: close + 1)
    else { return copy(1) }
    bracketEnds[close] = end
    take(.spanStart(attributes, lines.position(of: index)), to: index + 1, &store)
  }

  /// Where the brackets stand beyond which there is no counterpart to look for; -1 for none.
  static func lastBrackets(_ bytes: [UInt8]) -> (note: Int, span: Int) {
    let note = bytes.lastIndex(of: UInt8(ascii: "]")) ?? -1
    let span = bytes.indices.dropLast().last {
      bytes[$0] == UInt8(ascii: "]") && bytes[$0 + 1] == UInt8(ascii: "{")
    }
    return (note, span ?? -1)
  }

  /// The end of a note or a span; any other bracket is text.
  mutating func bracketEnd(_ store: inout PieceStore) {
    guard let end = bracketEnds[index] else { return copy(1) }
    take(.bracketEnd, to: end, &store)
  }

  /// The counterpart of a bracket that opens before `start`: code and formulas are passed over.
  private func closingBracket(from start: Int, to last: Int) -> Int? {
    let bytes = lines.bytes
    var (depth, index) = (1, start)
    // As in `hasAddress`, so that many open brackets do not read the paragraph many times.
    let limit = min(start + 4096, last + 1)
    while index < limit {
      switch bytes[index] {
      case .backslash: index += 1
      case .backtick:
        let length = bytes.runLength(at: index)
        index = (closingRun(length, from: index + length) ?? index) + length - 1
      case .dollar:
        let span = FormulaSpan(in: bytes, at: index, parameters: parameters)
        index = (span?.end ?? index + 1) - 1
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      default: break
      }
      if depth == 0 { return index }
      index += 1
    }
    return nil
  }
}
