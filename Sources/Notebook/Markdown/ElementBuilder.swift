/// Turns libcmark's tree into the document's elements.
struct ElementBuilder {
  let text: SourceText
  let store: PieceStore
  let blockReader: ExperimentBlockReader
  /// Link definitions, for the table cells, which are parsed on their own.
  let definitions: [UInt8]

  /// The lines whose items are footnotes.
  let footnotes: [Int: FootnoteLines.Definition]
  /// Whether the notebook has a bibliography.
  let cites: Bool

  /// What stands for includes, by the line of the fence.
  let included: [Int: NotebookPart]

  /// The blocks and footnotes of all files so far.
  var content = NotebookContent()
  var diagnostics: Diagnostics
  /// The lists and quotes around what is being built.
  var depth: Int

  init(
    text: SourceText, store: PieceStore, parameters: Parameters, cites: Bool,
    definitions: [UInt8], footnotes: [Int: FootnoteLines.Definition],
    included: [Int: NotebookPart], depth: Int, diagnostics: Diagnostics
  ) {
    (self.footnotes, self.cites) = (footnotes, cites)
    (self.text, self.store, self.definitions) = (text, store, definitions)
    (self.included, self.depth) = (included, depth)
    blockReader = ExperimentBlockReader(parameters: parameters)
    self.diagnostics = diagnostics
  }

  /// The elements of the children of a document, quote or item.
  mutating func build(_ nodes: [CommonMarkNode]) -> [Element] {
    var divisions = DivisionStack()
    for node in nodes {
      switch divisionLine(node) {
      case .divisionStart(let attributes, let position)?: open(attributes, position, &divisions)
      case .divisionEnd(let position)?: close(position, &divisions)
      default: divisions.elements += elements(node)
      }
    }
    while let open = divisions.open.last {
      diagnostics.report(
        .openDivision(text.line(open.position.line).trimmed.string), at: open.position)
      close(open.position, &divisions)
    }
    return divisions.elements
  }

  private mutating func elements(_ node: CommonMarkNode) -> [Element] {
    if let included = include(node) { return included }
    guard node.kind == .paragraph else { return build(node).map { [$0] } ?? [] }
    return paragraph(node)
  }

  /// The elements of a list's item or a quote.
  private mutating func within(_ nodes: [CommonMarkNode]) -> [Element] {
    depth += 1
    defer { depth -= 1 }
    return build(nodes)
  }

  /// The elements of the file that a fence includes; nil for anything else.
  private mutating func include(_ node: CommonMarkNode) -> [Element]? {
    guard case .code(let info, _) = node.kind, IncludeFence.path(in: info) != nil,
      Fence.isClosed(node, in: text)
    else { return nil }
    guard let part = included[node.startLine] else { return [] }
    guard depth <= CommonMarkReader.nestingLimit else {
      let position = text.position(line: node.startLine, column: node.startColumn)
      diagnostics.report(.nestedTooDeep(CommonMarkReader.nestingLimit), at: position)
      return []
    }
    return part.elements(
      parameters: blockReader.parameters, cites: cites, depth: depth, content: &content,
      diagnostics: &diagnostics)
  }

  private mutating func build(_ node: CommonMarkNode) -> Element? {
    switch node.kind {
    case .heading(let level): return heading(level, node)
    case .list(let ordered, let start, let tight):
      let items = node.children.filter { !takeFootnote($0) }.map { within($0.children) }
      return items.isEmpty ? nil : .list(ordered: ordered, start: start, tight: tight, items: items)
    case .quote: return .quote(within(node.children))
    case .code(let info, let literal): return code(info, literal, node)
    case .html(let html):
      return Comment.isAll(of: html) ? nil : .rawHTML(store.restored(html, inTable: false))
    case .thematicBreak: return .thematicBreak
    default: return nil
    }
  }

  private mutating func heading(_ level: Int, _ node: CommonMarkNode) -> Element {
    var inlines = inlines(of: node.children).inlines
    let attributes = HeadingAttributes(takenFrom: &inlines)
    let position = text.position(line: node.startLine, byte: node.startColumn - 1)
    return .heading(
      level: level, inlines, label: attributes?.label, position: position,
      isNumbered: attributes?.isNumbered ?? true)
  }

  /// A paragraph, or what its only piece is: a table or a displayed formula; behind it the notes that it
  /// has for the margin.
  private mutating func paragraph(_ node: CommonMarkNode) -> [Element] {
    if case .table(let table) = onlyPiece(of: node) { return [build(table)] }
    let (all, asides) = inlines(of: node.children, allowingAsides: true)
    let inlines = asides.isEmpty ? all : InlineBuilder.withoutBlankEnds(all)
    return (paragraph(inlines).map { [$0] } ?? []) + asides.map(Element.division)
  }

  private func paragraph(_ inlines: [Inline]) -> Element? {
    if inlines.count == 1, case .math(let formula) = inlines[0], formula.isDisplayed {
      return .math(formula)
    }
    if inlines.count == 1, case .image(let picture) = inlines[0], !picture.content.isEmpty {
      return .figure(picture)
    }
    return inlines.isEmpty ? nil : .paragraph(inlines)
  }

  /// The inlines of a paragraph, heading or cell; the footnotes in them are kept.
  mutating func inlines(
    of nodes: [CommonMarkNode], inTable: Bool = false, allowingAsides: Bool = false
  ) -> (inlines: [Inline], asides: [Division]) {
    var builder = InlineBuilder(store: store, inTable: inTable)
    builder.noteCount = content.footnotes.count
    let inlines = builder.build(nodes)
    content.footnotes += builder.notes
    for aside in builder.asides where !allowingAsides {
      diagnostics.report(.misplacedAside, at: aside.position)
    }
    for (problem, position) in builder.problems { diagnostics.report(problem, at: position) }
    return (inlines, allowingAsides ? builder.asides : [])
  }

  /// Keeps an item that is a footnote.
  private mutating func takeFootnote(_ item: CommonMarkNode) -> Bool {
    guard let definition = footnotes[item.startLine] else { return false }
    let content = within(item.children)
    self.content.footnotes.append(
      Footnote(name: definition.name, content: content, position: definition.position))
    return true
  }

  private func onlyPiece(of node: CommonMarkNode) -> Piece? {
    guard case .text(let text) = node.children.first?.kind,
      case .piece(let index) = store.stretches(of: text, inTable: false).first
    else { return nil }
    return store.pieces[index]
  }

  private mutating func code(
    _ info: String, _ literal: String, _ node: CommonMarkNode
  ) -> Element? {
    // What was taken out may have made code of lines behind it.
    let literal = store.restored(literal, inTable: false)
    // The author can write a mark's entity here.
    let language = Fence.language(in: store.restored(info, inTable: false))
    let listing = Element.listing(
      language: language, code: literal, lines: node.lines, file: text.file)
    let include = IncludeFence.path(in: info).map { _ in "include" }
    guard let braces = include ?? Fence.braces(in: info) else { return listing }
    guard Fence.isClosed(node, in: text) else {
      let position = text.position(line: node.startLine, byte: node.startColumn - 1)
      diagnostics.report(.openFence(braces), at: position)
      return listing
    }
    let fence = Fence(braces: braces, literal: literal, node: node, in: text)
    guard let block = blockReader.read(fence, diagnostics: &diagnostics) else { return listing }
    content.blocks.append(block)
    return .block(content.blocks.count - 1)
  }
}

// MARK: - Tables

extension ElementBuilder {
  private mutating func build(_ table: PipeTable) -> Element {
    let rows = [table.header] + table.rows
    var cells = parse(rows.flatMap { $0 })[...]
    let parsed = rows.map { row in
      defer { cells = cells.dropFirst(row.count) }
      return Array(cells.prefix(row.count))
    }
    return .table(header: parsed[0], alignments: table.alignments, rows: Array(parsed[1...]))
  }

  /// Parses all cells at once, each a paragraph; a filler keeps `# a` from being a heading.
  private mutating func parse(_ cells: [String]) -> [[Inline]] {
    let guarded = cells.map { "\(PieceStore.Mark.filler) \($0)" }
    let source = Array(guarded.joined(separator: "\n\n").utf8) + definitions
    let paragraphs = CommonMarkReader.parse(source).document.children
    return cells.indices.map { index in
      guard index < paragraphs.count else { return [] }
      var inlines = inlines(of: paragraphs[index].children, inTable: true).inlines
      if case .text(let text) = inlines.first {
        let rest = String(text.drop { $0 == " " })
        inlines = (rest.isEmpty ? [] : [.text(rest)]) + inlines.dropFirst()
      }
      return inlines
    }
  }
}
