/// Reads the body of a notebook: CommonMark, and what it lacks.
///
/// CommonMark would read a formula's `_` as emphasis and split `$|w|$` at the pipes of a table, so
/// the text is parsed twice: once to find the paragraphs, whose formulas, values, references and
/// tables are then taken out, and once to read what is left.
struct MarkdownReader {
  private let text: SourceText
  private var lines: [[UInt8]]
  private var store = PieceStore()
  private var outline: CommonMarkNode
  private var footnotes = FootnoteLines()
  private var cites = false
  private var parameters = Parameters()
  private var diagnostics: Diagnostics

  /// Finds the paragraphs and the includes.
  ///
  /// - Parameter firstLine: the first line behind the front matter.
  init(_ text: SourceText, firstLine: Int, diagnostics: inout Diagnostics) {
    self.text = text
    self.diagnostics = diagnostics
    outline = CommonMarkNode(kind: .document, startLine: 1, endLine: 1, startColumn: 1)
    lines = text.lines.enumerated().map { index, line in
      index + 1 < firstLine ? [] : MarkdownReader.withoutMarks(line)
    }
    protectDivisions()
    protectMathBlocks()
    outline = CommonMarkReader.parse(joined()).document
    diagnostics = self.diagnostics
  }

  /// The includes by the line of their fence, in order.
  var includes: [(line: Int, fence: IncludeFence)] { IncludeFence.all(in: outline, of: text) }

  /// The elements of the body; its blocks and problems are added to those of other files.
  ///
  /// - Parameters:
  ///   - cites: whether the notebook has a bibliography.
  ///   - included: the parts that stand for includes, by line.
  ///   - depth: the number of lists and quotes around the file's text.
  mutating func elements(
    parameters: Parameters, cites: Bool, included: [Int: NotebookPart], depth: Int,
    content: inout NotebookContent, diagnostics: inout Diagnostics
  ) -> [Element] {
    (self.parameters, self.cites, self.diagnostics) = (parameters, cites, diagnostics)
    let definitions = linkDefinitions(in: outline)
    protectProse(in: outline)
    let (document, tooDeep) = CommonMarkReader.parse(joined())
    if let tooDeep {
      self.diagnostics.report(
        .nestedTooDeep(CommonMarkReader.nestingLimit),
        at: text.position(line: tooDeep, column: 1))
    }
    var builder = ElementBuilder(
      text: text, store: store, parameters: parameters, cites: cites, definitions: definitions,
      footnotes: footnotes.definitions, included: included, depth: depth,
      diagnostics: self.diagnostics)
    swap(&builder.content, &content)
    let elements = builder.build(document.children)
    swap(&builder.content, &content)
    diagnostics = builder.diagnostics
    return elements
  }

  private func joined() -> [UInt8] { Array(lines.joined(separator: [.newline])) }

  /// The marks that stand for pieces are ours: in the file they become U+FFFD, one for one.
  private static func withoutMarks(_ line: [UInt8]) -> [UInt8] {
    // All of them begin with EE 80 in UTF-8.
    guard line.contains(0xEE) else { return line }
    let scalars = line.string.unicodeScalars.map { scalar in
      PieceStore.Mark.all.contains(scalar) ? "\u{FFFD}" : scalar
    }
    return Array(String(String.UnicodeScalarView(scalars)).utf8)
  }
}

// MARK: - Protection

extension MarkdownReader {
  private mutating func protectDivisions() {
    let hasDivisions = lines.contains(where: DivisionLines.isCandidate)
    guard hasDivisions || lines.contains(where: FootnoteLines.isCandidate) else { return }
    let divisions = DivisionLines(in: CommonMarkReader.parse(joined()).document, of: text)
    footnotes.protect(&lines, barriers: divisions.barriers, of: text)
    if hasDivisions { divisions.protect(&lines, store: &store, diagnostics: &diagnostics) }
  }

  private mutating func protectMathBlocks() {
    guard lines.contains(where: { $0.trimmedEnd.suffix(2).elementsEqual("$$".utf8) }) else {
      return
    }
    let blocks = MathBlocks(in: CommonMarkReader.parse(joined()).document, of: text)
    blocks.protect(&lines, store: &store, diagnostics: &diagnostics)
  }

  private mutating func protectProse(in outline: CommonMarkNode) {
    var leaves: [(node: CommonMarkNode, quoteDepth: Int)] = []
    outline.forEachBlock { node, quoteDepth in
      switch node.kind {
      case .paragraph, .heading: leaves.append((node, quoteDepth))
      default: break
      }
    }
    for (node, quoteDepth) in leaves {
      let range = textRange(of: node)
      let prose = ProseLines(
        Array(lines[range]), firstLine: node.startLine, startColumn: node.startColumn,
        quoteDepth: quoteDepth, file: text.file)
      lines.replaceSubrange(range, with: protected(prose, isParagraph: node.kind == .paragraph))
    }
  }

  /// The indices of the lines that hold a paragraph's or heading's text.
  private func textRange(of node: CommonMarkNode) -> Range<Int> {
    let first = node.startLine - 1
    let end = min(node.lines.upperBound, lines.count)
    guard case .heading = node.kind else { return first..<end }
    let isUnderlined = lines[first].dropFirst(node.startColumn - 1).first != UInt8(ascii: "#")
    guard isUnderlined else { return first..<first + 1 }
    // libcmark counts the line behind the underline to the heading.
    let underline = (first + 1..<end).first { isUnderline(lines[$0]) }
    return first..<(underline ?? end)
  }

  private func isUnderline(_ line: [UInt8]) -> Bool {
    let text = line.drop { $0.isBlank || $0 == .quoteMark }.trimmedEnd
    return text.allSatisfy { $0 == text.first } && "=-".utf8.contains(text.first ?? 0)
  }

  private mutating func protected(_ prose: ProseLines, isParagraph: Bool) -> [[UInt8]] {
    let rows = prose.separated()
    if isParagraph, rows.count >= 2, PipeTable.delimiterRow(rows[1].bytes) != nil {
      // The rows of a table are scanned one by one: no formula or code span crosses a line of it.
      let lines = rows.map { scanned($0) }
      if let table = PipeTable(lines) {
        let filler = PieceStore.Mark.filler.utf8Bytes
        let first = store.add(.table(table), source: prose.bytes.string)
        return prose.rebuilt(
          Array(([first] + lines.dropFirst().map { _ in filler }).joined(separator: [.newline])))
      }
      return zip(rows, lines).flatMap { $0.rebuilt($1) }
    }
    return prose.rebuilt(scanned(prose))
  }

  private mutating func scanned(_ prose: ProseLines) -> [UInt8] {
    var scanner = ProseScanner(prose, parameters: parameters, cites: cites)
    return scanner.protect(store: &store, diagnostics: &diagnostics)
  }
}

// MARK: - Link definitions

extension MarkdownReader {
  /// The lines `[label]: address` that stand in no paragraph, as paragraphs of their own.
  ///
  /// A definition that spans lines, or that text follows without an empty line, is unknown in
  /// table cells.
  private func linkDefinitions(in outline: CommonMarkNode) -> [UInt8] {
    var covered: Set<Int> = []
    outline.forEachBlock { node, _ in
      switch node.kind {
      case .document, .list, .item, .quote: break
      case .heading: covered.formUnion(textRange(of: node).map { $0 + 1 })
      default: covered.formUnion(node.lines)
      }
    }
    var output: [UInt8] = []
    for (index, line) in lines.enumerated() where !covered.contains(index + 1) {
      let text = line[ContainerPrefix(opening: line).end...]
      if text.first == UInt8(ascii: "[") { output += Array("\n\n".utf8) + text }
    }
    return output
  }
}
