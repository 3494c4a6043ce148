import Notebook

extension Report {
  /// The formulas of prose and captions, in the order of the text.
  var formulas: [Formula] {
    notebook.proseInlines.compactMap { inline in
      guard case .math(let formula) = inline else { return nil }
      return formula
    }
  }

  /// What is wrong with formulas; if they cannot be set at all, that is told once.
  func formulaProblems() -> [Diagnostic] {
    var isTold = false
    return formulas.compactMap { formula in
      switch typesetter.set(formula) {
      case .markup: return nil
      case .mistake(let message, let offset): return mistake(message, offset, in: formula)
      case .unset:
        defer { isTold = true }
        return isTold ? nil : missing(formula.position)
      }
    }
  }

  /// The style of the formulas, fonts included; empty if there are none.
  var formulaStyle: String {
    let markup = formulas.compactMap { formula -> String? in
      guard case .markup(let markup) = typesetter.set(formula) else { return nil }
      return markup
    }
    guard !markup.isEmpty, let style = typesetter.files.katexStyle else { return "" }
    return FormulaStyle(markup, sheet: style.text, folder: style.folder).text
  }

  private func mistake(_ message: String, _ offset: Int?, in formula: Formula) -> Diagnostic {
    let position = offset.map { formula.position(ofUnit: $0) } ?? formula.position
    let unknown = message.wholeMatch(of: /Undefined control sequence: \\(.+)/)
    let nearest = unknown.flatMap { typesetter.nearestCommand(to: String($0.output.1)) }
    let words = unknown.map { "there is no command '\\\($0.output.1)'" } ?? message
    return Diagnostic(
      path: notebook.path(of: position), position: position,
      message: "the formula cannot be set: \(words)", note: nearest.map { "did you mean '\($0)'?" })
  }

  private func missing(_ position: SourcePosition) -> Diagnostic {
    Diagnostic(
      path: notebook.path(of: position), position: position, severity: .warning,
      message: "formulas are shown as TeX, because KaTeX is not installed",
      note: """
        install libjs-katex and fonts-katex, or name its folder in \
        \(TypesettingFiles.katexVariable)
        """)
  }
}

extension Formula {
  /// The place of a unit of UTF-16, in which JavaScript counts.
  fileprivate func position(ofUnit offset: Int) -> SourcePosition {
    let units = tex.utf16
    let end = units.index(units.startIndex, offsetBy: offset, limitedBy: units.endIndex)
    return position(
      of: tex.unicodeScalars.distance(
        from: tex.startIndex, to: (end ?? units.endIndex)))
  }
}
