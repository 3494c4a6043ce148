import Notebook

/// Writes footnotes and references behind the text of a Markdown report.
struct MarkdownEndMatter {
  let context: PageContext
  let elements: MarkdownElements

  /// Both; empty if there are none.
  var text: String {
    let list =
      EndMatter(context: context).placesReferences ? "" : MarkdownReferences(context: context).text
    let references = list.isEmpty ? "" : "## References\n\n\(list)"
    // GitHub has a heading of its own for them.
    let hasHeading = elements.dialect == .jupyter && !notes.isEmpty
    return [references, (hasHeading ? "## Notes\n\n" : "") + notes].filter { !$0.isEmpty }.joined(
      separator: "\n\n")
  }

  private var notes: String {
    context.references.notes.notes.map { note in
      let text = elements.text(note.footnote.content)
      return elements.dialect.note(note.number, text)
    }.joined(separator: "\n\n")
  }
}

/// Writes the works that a page cites: as HTML, in which titles may hold any sign.
struct MarkdownReferences {
  let context: PageContext

  /// The list; empty if nothing is cited.
  var text: String {
    let items = context.references.works.entries.map { entry in
      "<li id=\"\(entry.anchor)\">\(ReferenceText(work: entry.work, year: entry.year).html.text)</li>"
    }
    return items.isEmpty ? "" : "<ul>\n\(items.joined(separator: "\n"))\n</ul>"
  }
}
