import Notebook

extension Report {
  /// Footnotes and works that are referred to and not there, and footnotes that nothing refers to.
  func noteProblems() -> [Diagnostic] {
    let inlines = notebook.proseInlines
    let known = Set(notebook.footnotes.map(\.name))
    var used: Set<String> = []
    let found = inlines.flatMap { inline -> [Diagnostic] in
      switch inline {
      case .footnote(let name, let position):
        used.insert(name)
        return known.contains(name) ? [] : [unknownFootnote(name, position, known)]
      case .citation(let citation): return problems(of: citation)
      default: return []
      }
    }
    return found
      + notebook.footnotes.filter { !used.contains($0.name) }.map { footnote in
        diagnostic(
          "nothing refers to the footnote '[^\(footnote.name)]'", at: footnote.position,
          severity: .warning)
      }
  }

  private func unknownFootnote(
    _ name: String, _ position: SourcePosition, _ known: Set<String>
  ) -> Diagnostic {
    let nearest = nearestName(to: name, in: known.sorted())
    return diagnostic(
      "there is no footnote '[^\(name)]'", at: position,
      note: nearest.map { "did you mean '[^\($0)]'?" } ?? "write a line '[^\(name)]: …'")
  }

  private func problems(of citation: Citation) -> [Diagnostic] {
    guard let bibliography = notebook.bibliography else {
      // In captions `@name` may be anything.
      guard !citation.isInText, let item = citation.items.first else { return [] }
      return [
        diagnostic(
          "'@\(item.key)' cites, but the front matter names no 'bibliography'", at: item.position,
          note: "write for example 'bibliography: references.bib'")
      ]
    }
    return citation.items.filter { bibliography.work($0.key) == nil }.map { item in
      let nearest = nearestName(to: item.key, in: bibliography.works.map(\.key))
      let count = bibliography.works.count
      return diagnostic(
        "the bibliography has no '@\(item.key)'", at: item.position,
        note: nearest.map { "did you mean '@\($0)'?" }
          ?? "it has \(count) \(count == 1 ? "entry" : "entries")")
    }
  }

  private func diagnostic(
    _ message: String, at position: SourcePosition, severity: Diagnostic.Severity = .error,
    note: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      path: notebook.path(of: position), position: position, severity: severity, message: message,
      note: note)
  }
}
