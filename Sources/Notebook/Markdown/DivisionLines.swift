/// Takes out the lines `::: {.callout-note}` and `:::`, before CommonMark sees them.
///
/// A comment of HTML stands for each: it ends a paragraph, begins nothing, and stays in the list or quote
/// of its line. `ElementBuilder` puts together what stands between two of them.
struct DivisionLines {
  /// Lines of code and raw HTML.
  let barriers: Set<Int>
  private let text: SourceText

  init(in document: CommonMarkNode, of text: SourceText) {
    self.text = text
    var barriers: Set<Int> = []
    document.forEachBlock { node, _ in
      switch node.kind {
      case .code, .html: barriers.formUnion(node.lines)
      default: break
      }
    }
    self.barriers = barriers
  }

  /// Whether a line may be one of them.
  static func isCandidate(_ line: [UInt8]) -> Bool {
    line.contains(UInt8(ascii: ":"))
      && line[ContainerPrefix(opening: line).end...].starts(with: ":::".utf8)
  }

  /// Replaces the lines, one for one.
  func protect(
    _ lines: inout [[UInt8]], store: inout PieceStore, diagnostics: inout Diagnostics
  ) {
    for index in lines.indices where Self.isCandidate(lines[index]) {
      guard !barriers.contains(index + 1) else { continue }
      let start = ContainerPrefix(opening: lines[index]).end
      let position = text.position(
        line: index + 1, column: lines[index].scalarCount(before: start) + 1)
      let found = piece(lines[index], from: start, at: position)
      if found == nil {
        let written = lines[index][start...].trimmedEnd.string
        diagnostics.report(.badDivision(written), at: position)
      }
      // A broken line opens a division all the same, so that its end is not told as well.
      let piece = found ?? .divisionStart(Attributes(), position)
      let mark = store.add(piece, source: lines[index][start...].string)
      lines[index] = lines[index][..<start] + Array("<!--".utf8) + mark + Array("-->".utf8)
    }
  }

  /// What a line is; nil if it only looks like one.
  private func piece(_ line: [UInt8], from start: Int, at position: SourcePosition) -> Piece? {
    let colons = line[start...].prefix { $0 == UInt8(ascii: ":") }.endIndex
    var rest = line[colons...].trimmed
    // Pandoc allows colons behind the attributes as well.
    while rest.last == UInt8(ascii: ":") { rest = rest.dropLast().trimmedEnd }
    guard !rest.isEmpty else { return .divisionEnd(position) }
    if let (attributes, end) = Attributes.read(in: line, at: rest.startIndex) {
      return end == rest.endIndex ? .divisionStart(attributes, position) : nil
    }
    guard rest.allSatisfy({ $0.isNameByte }) else { return nil }
    var attributes = Attributes()
    attributes.classes = [rest.string]
    return .divisionStart(attributes, position)
  }
}
