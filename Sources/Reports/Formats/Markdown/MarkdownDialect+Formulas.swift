import Notebook

/// Formulas: GitHub reads Markdown's escapes first, and takes dollars beside letters for dollars.
extension MarkdownDialect {
  /// A formula within a line.
  func inline(_ formula: Formula) -> String {
    if formula.isDisplayed { return "$$\(formula.tex)$$" }
    return overlaps(formula.tex) ? "$`\(formula.tex)`$" : "$\(formula.tex)$"
  }

  /// A formula between paragraphs.
  func displayed(_ tex: String) -> String {
    overlaps(tex) ? "```math\n\(tex)\n```" : "$$\n\(tex)\n$$"
  }

  /// Whether Markdown would read a part of a formula: `\\`, `\{`, `*`.
  private func overlaps(_ tex: String) -> Bool {
    self == .gitHub && tex.contains(/\\[!-\/:-@\[-`{-~]|\*|</)
  }

  /// What parts a formula from a letter or digit beside it: a comment, which nobody sees.
  func gap(
    between previous: Inline?, _ written: String, after text: String, _ inline: Inline
  ) -> String {
    guard self == .gitHub, isFormula(previous) || isFormula(inline) else { return "" }
    let touches = isFormula(inline) ? text.last : written.first
    return touches?.isLetter == true || touches?.isNumber == true ? "<!-- -->" : ""
  }

  private func isFormula(_ inline: Inline?) -> Bool {
    if case .math? = inline { true } else { false }
  }
}
