/// Footnotes have a name of their own and a text without footnotes in it.
struct FootnoteCheck {
  private let notebook: Notebook

  init(_ notebook: Notebook) { self.notebook = notebook }

  /// Reports footnotes that are there twice, say nothing or refer to footnotes.
  func report(_ diagnostics: inout Diagnostics) {
    var places: [String: SourcePosition] = [:]
    for footnote in notebook.footnotes {
      if let first = places[footnote.name] {
        let place =
          first.file == footnote.position.file
          ? "line \(first.line)" : "\(diagnostics.path(of: first)):\(first.line):\(first.column)"
        diagnostics.report(.duplicateFootnote(footnote.name, first: place), at: footnote.position)
      }
      places[footnote.name] = places[footnote.name] ?? footnote.position
      if footnote.content.isEmpty {
        diagnostics.report(.emptyFootnote(footnote.name), at: footnote.position)
      }
      let inlines = Element.all(in: footnote.content).flatMap(\.inlines)
      for case .footnote(let name, let position) in Inline.all(in: inlines) {
        diagnostics.report(.nestedFootnote(name), at: position)
      }
    }
  }
}
