import Notebook

/// Writes what stands within a line of prose.
struct InlineRenderer {
  let context: PageContext

  /// The inlines of a paragraph, heading, caption or cell.
  func html(_ inlines: some Collection<Inline>) -> HTML {
    InlineGroup.all(of: inlines).map { group -> HTML in
      let html = group.inlines.map(self.html).joined()
      return group.isTogether ? "<span class=\"nw\">\(html)</span>" : html
    }.joined()
  }

  /// The words of a heading for lists of headings: formulas are set, links and notes left out.
  func label(_ inlines: [Inline]) -> HTML {
    inlines.map { inline -> HTML in
      switch inline {
      case .math: html(inline)
      case .emphasis(let inner), .strong(let inner), .link(_, _, let inner): label(inner)
      default: "\(inline.plainText)"
      }
    }.joined()
  }

  private func html(_ inline: Inline) -> HTML {
    switch inline {
    case .text(let text): "\(text)"
    case .code(let code): "<code>\(code)</code>"
    case .emphasis(let inner): "<em>\(html(inner))</em>"
    case .strong(let inner): "<strong>\(html(inner))</strong>"
    case .link(let destination, let title, let inner): link(destination, title, inner)
    case .image(let picture): PictureRenderer(context: context).inline(picture)
    case .footnote(let name, let position): footnote(name, position)
    case .citation(let citation): CitationRenderer(context: context).html(citation)
    case .math(let formula): MathRenderer(context: context).inline(formula)
    case .value(let reference): value(reference)
    case .reference(let label, _): self.reference(label)
    case .rawHTML(let markup): context.report.raw(markup)
    case .softBreak: "\n"
    case .lineBreak: "<br>\n"
    }
  }

  private func link(_ written: String, _ title: String, _ inner: [Inline]) -> HTML {
    guard let destination = context.report.neighbours.destination(written) else {
      return html(inner)
    }
    let hint: HTML = title.isEmpty ? "" : " title=\"\(title)\""
    return "<a href=\"\(destination)\"\(hint)>\(html(inner))</a>"
  }

  private func footnote(_ name: String, _ position: SourcePosition) -> HTML {
    guard let note = context.references.notes.note(name) else { return unknown("[^\(name)]") }
    let id: HTML = context.references.notes.use(at: position).map { " id=\"\($0)\"" } ?? ""
    return """
      <sup class="fn"><a\(id) href="#\(note.anchor)" role="doc-noteref" \
      aria-label="Note \(note.number)">\(note.number)</a></sup>
      """
  }

  private func reference(_ label: String) -> HTML {
    guard let target = context.references.targets[label] else { return unknown("@" + label) }
    // "Figure" never stands at the end of a line without its number.
    let name = target.isNumbered ? target.name.replacing(" ", with: "\u{A0}") : target.name
    return "<a href=\"\(target.page)#\(target.anchor)\">\(name)</a>"
  }

  private func value(_ reference: ValueReference) -> HTML {
    switch ValueLookup(reference, in: context) {
    case .found(let printed, let anchor?): "<a class=\"val\" href=\"#\(anchor)\">\(printed)</a>"
    case .found(let printed, nil): "<span class=\"val\">\(printed)</span>"
    default: unknown(reference.written)
    }
  }

  /// What leads nowhere, as written: the reader sees that something is missing, and what.
  private func unknown(_ written: String) -> HTML { "<span class=\"unknown\">\(written)</span>" }
}

extension Report {
  /// Raw HTML of the notebook: as text, unless the author answers for it with `trusted: true`.
  /// Comments are not for readers: they go.
  func raw(_ markup: String) -> HTML {
    if notebook.frontMatter.trusted { return HTML(raw: markup) }
    return markup.wholeMatch(of: /\s*(<!--((?!-->)(?s:.))*-->\s*)+/) == nil
      ? HTML(escaping: markup) : ""
  }
}
