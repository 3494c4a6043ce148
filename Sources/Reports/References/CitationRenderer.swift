import Notebook

/// Writes citations by author and year, each work a link to its line in the list.
struct CitationRenderer {
  let context: PageContext

  private var works: CitedWorks { context.references.works }

  /// "Kingma and Ba (2015, p. 3)" in the sentence, "(see Kingma and Ba 2015, p. 3; Robbins 1951)" in
  /// brackets; without a bibliography what was written.
  func html(_ citation: Citation) -> HTML {
    guard context.report.notebook.bibliography != nil else { return "\(citation.written)" }
    if citation.isInText, let item = citation.items.first, !item.hidesAuthor {
      return inText(item)
    }
    return "(\(citation.items.map(inBrackets).joined(separator: "; ")))"
  }

  private func inText(_ item: Citation.Item) -> HTML {
    guard let entry = works.entry(item.key) else { return unknown(item) }
    let place = item.suffix.isEmpty ? "" : ", \(nonBreaking(item.suffix))"
    return link(entry, item, "\(entry.authors) (\(entry.year)\(place))")
  }

  private func inBrackets(_ item: Citation.Item) -> HTML {
    guard let entry = works.entry(item.key) else { return unknown(item) }
    let before: HTML = item.prefix.isEmpty ? "" : "\(item.prefix) "
    let label: HTML = item.hidesAuthor ? "\(entry.year)" : "\(entry.authors) \(entry.year)"
    let after: HTML = item.suffix.isEmpty ? "" : ", \(nonBreaking(item.suffix))"
    return "\(before)\(link(entry, item, label))\(after)"
  }

  private func link(_ entry: CitedWorks.Entry, _ item: Citation.Item, _ label: HTML) -> HTML {
    let id: HTML = works.use(at: item.position).map { " id=\"\($0)\"" } ?? ""
    return "<a class=\"cite\"\(id) href=\"#\(entry.anchor)\">\(label)</a>"
  }

  /// "p. 3" is not torn.
  private func nonBreaking(_ place: String) -> String {
    place.replacing(/\b(pp?|ch|sec|eq|fig|no|vol)\. (?=\d)/) { "\($0.output.1).\u{A0}" }
  }

  private func unknown(_ item: Citation.Item) -> HTML {
    "<span class=\"unknown\">@\(item.key)</span>"
  }
}
