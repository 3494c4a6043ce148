import Notebook

/// Writes what stands within a line as Markdown that GitHub reads.
struct MarkdownInlines {
  let context: PageContext
  let pictures: MarkdownPictures
  private let dialect: MarkdownDialect

  /// - Parameter figures: the folder of the figures, seen from the Markdown file; percent-encoded.
  init(_ context: PageContext, figures: String, dialect: MarkdownDialect = .gitHub) {
    self.context = context
    self.dialect = dialect
    pictures = MarkdownPictures(context: context, folder: figures, dialect: dialect)
  }

  /// The inlines of a paragraph, heading, caption or cell.
  func text(_ inlines: [Inline]) -> String {
    var (text, previous): (String, Inline?) = ("", nil)
    for inline in inlines {
      let written = self.text(inline, after: text.unicodeScalars.last ?? "\n")
      text += dialect.gap(between: previous, written, after: text, inline) + written
      previous = inline
    }
    return text
  }

  /// The inlines on one line, for headings and cells.
  func line(_ inlines: [Inline]) -> String {
    text(inlines).replacing("\\\n", with: " ").replacing("\n", with: " ")
  }

  private func text(_ inline: Inline, after before: Unicode.Scalar) -> String {
    switch inline {
    case .text(let text): MarkdownText.escape(text, after: before)
    case .code(let code): MarkdownText.code(code)
    case .emphasis(let inner): "*\(text(inner))*"
    case .strong(let inner): "**\(text(inner))**"
    case .link(let destination, let title, let inner): link(destination, title, inner)
    case .image(let picture): pictures.inline(picture)
    case .footnote(let name, _): footnote(name)
    case .citation(let citation):
      MarkdownText.escape(CitationRenderer(context: context).html(citation).words)
    case .math(let formula): dialect.inline(formula)
    case .value(let reference): value(reference)
    case .reference(let label, _): self.reference(label)
    case .rawHTML(let markup): raw(markup)
    case .softBreak: "\n"
    case .lineBreak: "\\\n"
    }
  }

  private func link(_ written: String, _ title: String, _ inner: [Inline]) -> String {
    guard let destination = context.report.neighbours.destination(written) else {
      return text(inner)
    }
    let hint =
      title.isEmpty ? "" : " \"\(MarkdownText.escape(title).replacing("\"", with: "\\\""))\""
    return "[\(text(inner))](\(MarkdownText.address(destination))\(hint))"
  }

  private func footnote(_ name: String) -> String {
    guard let note = context.references.notes.note(name) else {
      return MarkdownText.escape("[^\(name)]")
    }
    return dialect.mention(ofNote: note.number)
  }

  private func reference(_ label: String) -> String {
    guard let target = context.references.targets[label] else {
      return MarkdownText.escape("@" + label)
    }
    let name = MarkdownText.escape(target.name)
    return dialect == .gitHub ? "[\(name)](\(target.page)#\(target.anchor))" : name
  }

  private func value(_ reference: ValueReference) -> String {
    guard case .found(let printed, _) = ValueLookup(reference, in: context) else {
      return MarkdownText.code(reference.written)
    }
    return MarkdownText.escape(printed)
  }

  /// Raw HTML is the reader's to judge only if the author answers for it.
  private func raw(_ markup: String) -> String {
    context.report.notebook.frontMatter.trusted ? markup : MarkdownText.escape(markup)
  }
}
