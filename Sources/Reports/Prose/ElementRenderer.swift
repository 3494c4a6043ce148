import Notebook

/// Writes the elements of the body, in order.
struct ElementRenderer {
  let context: PageContext
  private let inline: InlineRenderer

  init(_ context: PageContext) {
    self.context = context
    inline = InlineRenderer(context: context)
  }

  /// The elements, a line each.
  func html(_ elements: some Sequence<Element>) -> HTML {
    NotedElement.groups(elements).map(noted).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// An element with its notes, which stand before it so that they can float beside it.
  private func noted(_ group: NotedElement) -> HTML {
    let element = group.element.map { html($0) } ?? ""
    guard !group.notes.isEmpty else { return element }
    let notes = group.notes.map { DivisionRenderer(context: context).note($0) }.joined()
    return "<div class=\"noted\">\(notes)\n\(element)</div>"
  }

  private func html(_ element: Element) -> HTML {
    switch element {
    case .heading(_, let inlines, _, let position, _): heading(inlines, at: position)
    case .paragraph(let inlines): "<p>\(inline.html(inlines))</p>"
    case .list(let ordered, let start, let tight, let items): list(ordered, start, tight, items)
    case .quote(let inner): "<blockquote>\n\(html(inner))\n</blockquote>"
    case .listing(let language, let code, let lines, let file):
      ListingRenderer(context: context).html(code, in: language, lines, file: file)
    case .division(let division): DivisionRenderer(context: context).html(division)
    case .figure(let picture): PictureRenderer(context: context).figure(picture)
    case .block(let index): BlockRenderer(context).html(index)
    case .table(let header, let alignments, let rows):
      MarkdownTableRenderer(inline: inline).html(header, alignments, rows)
    case .math(let formula): MathRenderer(context: context).displayed(formula)
    case .rawHTML(let markup): rawHTML(markup)
    case .thematicBreak: "<hr>"
    }
  }

  private func heading(_ inlines: [Inline], at position: SourcePosition) -> HTML {
    guard let section = context.references.outline.section(at: position) else {
      return "<h4>\(inline.html(inlines))</h4>"
    }
    let level = min(6, section.depth + 1)
    let number: HTML = section.number.map { "<span class=\"n\">\($0)</span> " } ?? ""
    let text = inline.html(inlines)
    return "<h\(level) id=\"\(section.anchor)\">\(number)\(text)</h\(level)>"
  }

  private func list(_ ordered: Bool, _ start: Int, _ tight: Bool, _ items: [[Element]]) -> HTML {
    let rows = items.map { item -> HTML in "<li>\(tight ? tightItem(item) : html(item))</li>" }
    let body = rows.joined(separator: "\n")
    guard ordered else { return "<ul>\n\(body)\n</ul>" }
    let first: HTML = start == 1 ? "" : " start=\"\(start)\""
    return "<ol\(first)>\n\(body)\n</ol>"
  }

  /// Items of a tight list hold their text without a paragraph around it.
  private func tightItem(_ item: [Element]) -> HTML {
    item.map { element -> HTML in
      guard case .paragraph(let inlines) = element else { return html(element) }
      return inline.html(inlines)
    }.joined(separator: "\n")
  }

  private func rawHTML(_ markup: String) -> HTML {
    let html = context.report.raw(markup)
    let isMarkup = context.report.notebook.frontMatter.trusted || html.isEmpty
    return isMarkup ? html : "<pre tabindex=\"0\"><code>\(html)</code></pre>"
  }
}
