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
    let problems = formulas.compactMap { formula -> Diagnostic? in
      let result = typesetter.set(formula)
      if case .mistake(let message, let offset) = result {
        return mistake(message, offset, in: formula)
      }
      guard !isTold, let problem = problem(result, at: formula.position) else { return nil }
      isTold = true
      return problem
    }
    return problems + styleProblems
  }

  private func problem(
    _ result: Typesetter.SetFormula, at position: SourcePosition
  ) -> Diagnostic? {
    switch result {
    case .markup, .mistake: nil
    case .unset:
      warning(
        "formulas are shown as TeX, because KaTeX is not installed", at: position,
        note: """
          install libjs-katex and fonts-katex, or name its folder in \
          \(TypesettingFiles.katexVariable)
          """)
    case .failed(let message):
      warning("formulas are shown as TeX, because KaTeX fails: \(message)", at: position)
    }
  }

  /// What the page lacks to show formulas as KaTeX means them.
  private var styleProblems: [Diagnostic] {
    guard let place = formulas.first?.position, !setFormulas.isEmpty else { return [] }
    guard let style = usedStyle else {
      return [warning("formulas have no style: there is no katex.css beside KaTeX", at: place)]
    }
    return style.missingFonts.map {
      warning("formulas lack a font: '\($0)' cannot be read", at: place)
    }
  }

  private var setFormulas: [String] {
    formulas.compactMap { formula -> String? in
      if case .markup(let markup) = typesetter.set(formula) { markup } else { nil }
    }
  }

  private var usedStyle: FormulaStyle? {
    typesetter.files.katexStyle.map {
      FormulaStyle(setFormulas, sheet: $0.text, folder: $0.folder)
    }
  }

  /// The style of the formulas, fonts included; empty if there are none.
  var formulaStyle: String {
    setFormulas.isEmpty ? "" : usedStyle?.text ?? ""
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

  private func warning(
    _ message: String, at position: SourcePosition, note: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      path: notebook.path(of: position), position: position, severity: .warning, message: message,
      note: note)
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
