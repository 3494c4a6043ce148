import Notebook

/// Writes block-level elements as Markdown that GitHub reads.
struct MarkdownElements {
  let context: PageContext
  let dialect: MarkdownDialect
  private let inlines: MarkdownInlines
  private let blocks: MarkdownBlocks

  init(_ context: PageContext, figures: String, dialect: MarkdownDialect = .gitHub) {
    self.context = context
    self.dialect = dialect
    inlines = MarkdownInlines(context, figures: figures, dialect: dialect)
    blocks = MarkdownBlocks(context: context, figures: figures)
  }

  /// The elements with an empty line between two.
  func text(_ elements: some Sequence<Element>) -> String {
    elements.map(text).filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func text(_ element: Element) -> String {
    switch element {
    case .heading(_, let inlines, _, let position, _): heading(inlines, at: position)
    case .paragraph(let inlines): self.inlines.text(inlines)
    case .list(let ordered, let start, let tight, let items): list(ordered, start, tight, items)
    case .quote(let inner): MarkdownText.indented(text(inner), first: "> ", "> ")
    case .division(let division): self.division(division)
    case .figure(let picture): figure(picture)
    case .listing(let language, let code, _, _): MarkdownText.listing(code, language: language)
    // In Jupyter blocks have cells of their own.
    case .block(let index): dialect == .gitHub ? blocks.text(index) : ""
    case .table(let header, let alignments, let rows): table(header, alignments, rows)
    case .math(let formula): self.formula(formula)
    case .rawHTML(let markup): raw(markup)
    case .thematicBreak: "---"
    }
  }

  /// The name of the place stands before its heading: GitHub makes its own of the words, and would
  /// make another one of a numbered heading.
  private func heading(_ inlines: [Inline], at position: SourcePosition) -> String {
    guard let section = context.references.outline.section(at: position) else {
      return "#### \(self.inlines.line(inlines))"
    }
    let signs = String(repeating: "#", count: min(6, section.depth + 1))
    let number = section.number.map { "\($0) " } ?? ""
    return "\(dialect.place(section.anchor))\(signs) \(number)\(self.inlines.line(inlines))"
  }

  /// Boxes are GitHub's alerts, which have no title of their own, or quotes; notes of the margin are quotes.
  private func division(_ division: Division) -> String {
    let inside = text(division.content)
    switch division.kind {
    case .callout(let callout):
      return dialect.box(callout.rawValue, title: inlines.line(division.title), inside)
    case .margin: return MarkdownText.indented(inside, first: "> ", "> ")
    case .wide, .plain: return inside
    case .references:
      return [inside, MarkdownReferences(context: context).text].filter { !$0.isEmpty }
        .joined(separator: "\n\n")
    }
  }

  private func figure(_ picture: Picture) -> String {
    let caption = inlines.line(picture.content)
    guard let entry = context.references.pictures[picture.position] else {
      return "\(inlines.pictures.inline(picture))\n\n\(caption)"
    }
    return """
      \(dialect.place(entry.anchor))\(inlines.pictures.inline(picture))

      **\(entry.name).** \(caption)
      """
  }

  /// A formula with a label keeps its number, which other formats count for themselves.
  private func formula(_ formula: Formula) -> String {
    guard let label = formula.label, let target = context.references.targets[label],
      let number = target.name.split(separator: " ").last?.filter({ $0 != "(" && $0 != ")" })
    else { return dialect.displayed(formula.tex) }
    return dialect.place(target.anchor) + dialect.displayed("\(formula.tex) \\tag{\(number)}")
  }

  private func list(_ ordered: Bool, _ start: Int, _ tight: Bool, _ items: [[Element]]) -> String {
    items.enumerated().map { number, item in
      let mark = ordered ? "\(start + number). " : "- "
      let inner = item.map(text).filter { !$0.isEmpty }.joined(separator: tight ? "\n" : "\n\n")
      return MarkdownText.indented(inner, first: mark, String(repeating: " ", count: mark.count))
    }.joined(separator: tight ? "\n" : "\n\n")
  }

  private func table(
    _ header: [[Inline]], _ alignments: [ColumnAlignment], _ rows: [[[Inline]]]
  ) -> String {
    let rule = header.indices.map { column in
      switch column < alignments.count ? alignments[column] : .natural {
      case .natural: "---"
      case .left: ":--"
      case .center: ":-:"
      case .right: "--:"
      }
    }
    let lines = [header.map(cell), rule] + rows.map { $0.map(cell) }
    return lines.map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
  }

  /// A bar ends a cell within code and formulas too.
  private func cell(_ inlines: [Inline]) -> String {
    self.inlines.line(inlines).replacing(/(^|[^\\])\|/) { "\($0.output.1)\\|" }
  }

  private func raw(_ markup: String) -> String {
    if context.report.notebook.frontMatter.trusted { return markup }
    let html = context.report.raw(markup)
    return html.isEmpty ? "" : MarkdownText.listing(markup, language: "html")
  }
}
