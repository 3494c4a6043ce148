import Notebook

/// Writes what stands behind the text: footnotes, and the list of references unless it has a place of its
/// own.
struct EndMatter {
  let context: PageContext

  /// Both; empty if there are none.
  var html: HTML {
    [notes, placesReferences ? "" : references].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// Whether the author gave the list of references a place.
  var placesReferences: Bool {
    Element.all(in: context.references.outline.body).contains { element in
      if case .division(let division) = element { division.kind == .references } else { false }
    }
  }

  private var notes: HTML {
    let items = context.references.notes.notes.map { note -> HTML in
      let text = ElementRenderer(context).html(note.footnote.content)
      return
        "<li id=\"\(note.anchor)\">\(text)\(Self.backLinks(note.uses, "note \(note.number)"))</li>"
    }
    guard !items.isEmpty else { return "" }
    return """
      <section class="end" role="doc-endnotes" aria-label="Notes"><h2>Notes</h2>
      <ol>
      \(items.joined(separator: "\n"))
      </ol></section>
      """
  }

  private var references: HTML {
    let list = ReferenceList(context: context).html
    guard !list.isEmpty else { return "" }
    return """
      <section class="end" role="doc-bibliography" aria-label="References"><h2>References</h2>
      \(list)</section>
      """
  }

  /// An arrow for each place that refers to a line; several have numbers.
  static func backLinks(_ uses: [String], _ what: String) -> HTML {
    uses.enumerated().map { index, use -> HTML in
      let number: HTML = uses.count > 1 ? "<sup>\(index + 1)</sup>" : ""
      let name = "Back to where \(what) is mentioned" + (uses.count > 1 ? ", \(index + 1)" : "")
      return " <a class=\"back\" href=\"#\(use)\" aria-label=\"\(name)\">↩\u{FE0E}\(number)</a>"
    }.joined()
  }
}

/// Writes the works that a page cites.
struct ReferenceList {
  let context: PageContext

  /// The list; empty if nothing is cited.
  var html: HTML {
    let items = context.references.works.entries.map { entry -> HTML in
      let text = ReferenceText(work: entry.work, year: entry.year).html
      let back = EndMatter.backLinks(entry.uses, "\(entry.authors) \(entry.year)")
      return "<li id=\"\(entry.anchor)\">\(text)\(back)</li>"
    }
    return items.isEmpty ? "" : "<ul class=\"refs\">\n\(items.joined(separator: "\n"))\n</ul>"
  }
}
