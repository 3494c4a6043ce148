/// Takes out the formulas between two lines that are just `$$`, before CommonMark sees them.
///
/// A line of a formula may begin with `+`, `-` or `#`; only outside the Markdown does that mean
/// nothing. CommonMark itself tells which `$$` lines are code: its blocks are `barriers`.
struct MathBlocks {
  /// Lines of code and raw HTML.
  let barriers: Set<Int>
  /// Lines of fences, which end the search for the second `$$`.
  let fences: Set<Int>
  private let text: SourceText

  /// - Parameters:
  ///   - document: what CommonMark makes of the lines.
  ///   - text: the file that they come from.
  init(in document: CommonMarkNode, of text: SourceText) {
    self.text = text
    var (barriers, fences): (Set<Int>, Set<Int>) = ([], [])
    document.forEachBlock { node, _ in
      switch node.kind {
      case .code(let info, _):
        barriers.formUnion(node.lines)
        if !info.isEmpty { fences.formUnion(node.lines) }
      case .html: barriers.formUnion(node.lines)
      default: break
      }
    }
    (self.barriers, self.fences) = (barriers, fences)
  }

  /// Replaces each formula by a placeholder and fillers: as many lines as before.
  func protect(
    _ lines: inout [[UInt8]], store: inout PieceStore, diagnostics: inout Diagnostics
  ) {
    var index = 0
    while index < lines.count {
      let prefix = ContainerPrefix(opening: lines[index])
      guard isDollars(lines[index], from: prefix.end), !barriers.contains(index + 1) else {
        index += 1
        continue
      }
      let position = text.position(
        line: index + 1, column: lines[index].scalarCount(before: prefix.end) + 1)
      guard let end = closing(lines, after: index, quoteDepth: prefix.quoteDepth) else {
        diagnostics.report(.openMath, at: position)
        index += 1
        continue
      }
      replace(&lines, index...end, prefix, position, &store)
      index = end + 1
    }
  }

  private func isDollars(_ line: [UInt8], from start: Int) -> Bool {
    line[start...].trimmed.elementsEqual("$$".utf8)
  }

  private func closing(_ lines: [[UInt8]], after start: Int, quoteDepth: Int) -> Int? {
    for index in lines.indices[(start + 1)...] {
      if fences.contains(index + 1) { return nil }
      let prefix = ContainerPrefix(continuing: lines[index], quoteDepth: quoteDepth)
      if isDollars(lines[index], from: prefix.end) { return index }
    }
    return nil
  }

  private func replace(
    _ lines: inout [[UInt8]], _ range: ClosedRange<Int>, _ prefix: ContainerPrefix,
    _ position: SourcePosition, _ store: inout PieceStore
  ) {
    let source = lines[range].map(\.string).joined(separator: "\n")
    var tex: [String] = []
    for index in range.dropFirst() {
      let start = ContainerPrefix(continuing: lines[index], quoteDepth: prefix.quoteDepth).end
      tex.append(lines[index][start...].string)
      lines[index] = lines[index][..<start] + PieceStore.Mark.filler.utf8Bytes
    }
    let piece = Piece.math(
      tex: tex.dropLast().joined(separator: "\n"), display: true, position)
    let opening = range.lowerBound
    lines[opening] = lines[opening][..<prefix.end] + store.add(piece, source: source)
  }
}
