import Notebook

extension Report {
  /// Languages of listings that nobody knows but that are nearly one; if listings cannot have colours
  /// at all, that is told once.
  func listingProblems() -> [Diagnostic] {
    var isTold = false
    return notebook.allElements.compactMap { element in
      guard case .listing(let language, let code, let lines, let file) = element else { return nil }
      let position = SourcePosition(line: lines.lowerBound, column: 1, file: file)
      switch typesetter.set(code: code, in: language) {
      case .markup, .plain: return nil
      case .unknownLanguage:
        // As in Quarto any word may stand there.
        return typesetter.nearestLanguage(to: language).map { nearest in
          warning(
            "no listing has the language '\(language)'", position, "did you mean '\(nearest)'?")
        }
      case .unset:
        defer { isTold = true }
        return isTold
          ? nil
          : warning(
            "listings have no colours, because highlight.js is not installed", position,
            "install node-highlight.js, or name its folder in \(TypesettingFiles.highlightVariable)"
          )
      }
    }
  }

  private func warning(_ message: String, _ position: SourcePosition, _ note: String) -> Diagnostic
  {
    Diagnostic(
      path: notebook.path(of: position), position: position, severity: .warning,
      message: message, note: note)
  }
}
