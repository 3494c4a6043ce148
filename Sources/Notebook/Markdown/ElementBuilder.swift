/// Turns libcmark's tree into the document's elements.
struct ElementBuilder {
  let text: SourceText
  let store: PieceStore
  let blockReader: ExperimentBlockReader
  /// Link definitions, for the table cells, which are parsed on their own.
  let definitions: [UInt8]

  /// What stands for includes, by the line of the fence.
  let included: [Int: NotebookPart]

  /// The blocks of all files so far.
  var blocks: [ExperimentBlock] = []
  var diagnostics: Diagnostics
  /// The lists and quotes around what is being built.
  private var depth: Int

  init(
    text: SourceText, store: PieceStore, parameters: Parameters, definitions: [UInt8],
    included: [Int: NotebookPart], depth: Int, diagnostics: Diagnostics
  ) {
    (self.text, self.store, self.definitions) = (text, store, definitions)
    (self.included, self.depth) = (included, depth)
    blockReader = ExperimentBlockReader(parameters: parameters)
    self.diagnostics = diagnostics
  }

  /// The elements of the children of a document, quote or item.
  mutating func build(_ nodes: [CommonMarkNode]) -> [Element] {
    var elements: [Element] = []
    for node in nodes {
      if let part = include(node) {
        elements += part
      } else if let element = build(node) {
        elements.append(element)
      }
    }
    return elements
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
      parameters: blockReader.parameters, depth: depth, blocks: &blocks,
      diagnostics: &diagnostics)
  }

  private mutating func build(_ node: CommonMarkNode) -> Element? {
    switch node.kind {
    case .heading(let level): return heading(level, node)
    case .paragraph: return paragraph(node)
    case .list(let ordered, let start, let tight):
      let items = node.children.map { within($0.children) }
      return .list(ordered: ordered, start: start, tight: tight, items: items)
    case .quote: return .quote(within(node.children))
    case .code(let info, let literal): return code(info, literal, node)
    case .html(let html): return Comment.isAll(of: html) ? nil : .rawHTML(html)
    case .thematicBreak: return .thematicBreak
    default: return nil
    }
  }

  private func heading(_ level: Int, _ node: CommonMarkNode) -> Element {
    var inlines = InlineBuilder(store: store).build(node.children)
    let attributes = HeadingAttributes(takenFrom: &inlines)
    let position = text.position(line: node.startLine, byte: node.startColumn - 1)
    return .heading(level: level, inlines, label: attributes?.label, position: position)
  }

  /// A paragraph, or what its only piece is: a table or a displayed formula.
  private mutating func paragraph(_ node: CommonMarkNode) -> Element? {
    if case .table(let table) = onlyPiece(of: node) { return build(table) }
    let inlines = InlineBuilder(store: store).build(node.children)
    if inlines.count == 1, case .math(let formula) = inlines[0], formula.isDisplayed {
      return .math(formula)
    }
    return inlines.isEmpty ? nil : .paragraph(inlines)
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
    blocks.append(block)
    return .block(blocks.count - 1)
  }
}

// MARK: - Tables

extension ElementBuilder {
  private func build(_ table: PipeTable) -> Element {
    let rows = [table.header] + table.rows
    var cells = parse(rows.flatMap { $0 })[...]
    let parsed = rows.map { row in
      defer { cells = cells.dropFirst(row.count) }
      return Array(cells.prefix(row.count))
    }
    return .table(header: parsed[0], alignments: table.alignments, rows: Array(parsed[1...]))
  }

  /// Parses all cells at once, each a paragraph; a filler keeps `# a` from being a heading.
  private func parse(_ cells: [String]) -> [[Inline]] {
    let guarded = cells.map { "\(PieceStore.Mark.filler) \($0)" }
    let source = Array(guarded.joined(separator: "\n\n").utf8) + definitions
    let paragraphs = CommonMarkReader.parse(source).document.children
    let builder = InlineBuilder(store: store, inTable: true)
    return cells.indices.map { index in
      guard index < paragraphs.count else { return [] }
      var inlines = builder.build(paragraphs[index].children)
      if case .text(let text) = inlines.first {
        let rest = String(text.drop { $0 == " " })
        inlines = (rest.isEmpty ? [] : [.text(rest)]) + inlines.dropFirst()
      }
      return inlines
    }
  }
}
