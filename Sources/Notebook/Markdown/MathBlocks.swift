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

  /// Replaces each formula by a stand-in and fillers: as many lines as before.
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
      var formula = Formula(tex: "", isDisplayed: true, position: position)
      formula.label = label(lines[end], in: end, &diagnostics)
      replace(&lines, index...end, prefix, formula, &store)
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
      if isClosing(lines[index], from: prefix.end) { return index }
    }
    return nil
  }

  /// `$$`, or `$$ {#eq-loss}`.
  private func isClosing(_ line: [UInt8], from start: Int) -> Bool {
    if isDollars(line, from: start) { return true }
    guard line[start...].trimmed.starts(with: "$$".utf8), let brace = brace(line) else {
      return false
    }
    return Attributes.read(in: line, at: brace).map { line[$0.end...].trimmed.isEmpty } ?? false
  }

  /// The first brace behind the dollars of a closing line, with blanks before it at most.
  private func brace(_ line: [UInt8]) -> Int? {
    guard let dollar = line.firstIndex(of: .dollar) else { return nil }
    let rest = line[(dollar + 2)...].drop { $0.isBlank }
    return rest.first == UInt8(ascii: "{") ? rest.startIndex : nil
  }

  private func label(
    _ line: [UInt8], in index: Int, _ diagnostics: inout Diagnostics
  ) -> String? {
    guard let brace = brace(line),
      let label = Attributes.read(in: line, at: brace)?.attributes.label
    else { return nil }
    let position = text.position(line: index + 1, column: line.scalarCount(before: brace) + 1)
    return EquationLabel.checked(label, at: position, &diagnostics)
  }

  private func replace(
    _ lines: inout [[UInt8]], _ range: ClosedRange<Int>, _ prefix: ContainerPrefix,
    _ formula: Formula, _ store: inout PieceStore
  ) {
    let source = store.restored(
      lines[range].map(\.string).joined(separator: "\n"), inTable: false)
    var (formula, tex): (Formula, [String]) = (formula, [])
    formula.lines = []
    for index in range.dropFirst() {
      let start = ContainerPrefix(continuing: lines[index], quoteDepth: prefix.quoteDepth).end
      // A line that looks like a division's was taken out already.
      tex.append(store.restored(lines[index][start...].string, inTable: false))
      let column = lines[index].scalarCount(before: start) + 1
      formula.lines.append(text.position(line: index + 1, column: column))
      lines[index] = lines[index][..<start] + PieceStore.Mark.filler.utf8Bytes
    }
    formula.lines.removeLast()
    formula.tex = tex.dropLast().joined(separator: "\n")
    let opening = range.lowerBound
    lines[opening] = lines[opening][..<prefix.end] + store.add(.math(formula), source: source)
  }
}
