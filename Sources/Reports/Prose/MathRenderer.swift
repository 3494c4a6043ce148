import Notebook

/// Writes formulas: set by KaTeX, or without it as the TeX that the author wrote.
struct MathRenderer {
  let context: PageContext

  /// A formula within a line of prose.
  func inline(_ formula: Formula) -> HTML {
    if formula.isDisplayed { return box(formula, "span") }
    let content = breakable(content(formula))
    return FormulaWidth.isWide(content.text)
      ? "<span class=\"sc\" tabindex=\"0\">\(content)</span>" : content
  }

  /// KaTeX leaves the line ends of a formula to the spaces between its parts, of which there is none where the
  /// line may not end before a comma.
  private func breakable(_ formula: HTML) -> HTML {
    HTML(
      raw: formula.text.replacing(
        "</span><span class=\"base\">",
        with: "</span><span class=\"br\">\u{200B}</span><span class=\"base\">"))
  }

  /// A formula between paragraphs.
  func displayed(_ formula: Formula) -> HTML { box(formula, "div") }

  /// A line of its own that scrolls sideways if it must, with the number at the right.
  private func box(_ formula: Formula, _ element: HTML) -> HTML {
    let target = formula.label.flatMap { context.references.equations[$0] }
    let id: HTML = target.map { " id=\"\($0.anchor)\"" } ?? ""
    let number: HTML = target.map { "<span class=\"eqn\">(\($0.number))</span>" } ?? ""
    return """
      <\(element) class="eq"\(id)><span class="sc" tabindex="0">\(content(formula))</span>\
      \(number)</\(element)>
      """
  }

  private func content(_ formula: Formula) -> HTML {
    switch context.report.typesetter.set(formula) {
    case .markup(let markup): HTML(raw: markup)
    case .mistake: "<code class=\"tex unknown\">\(formula.tex)</code>"
    case .unset, .failed: "<code class=\"tex\">\(formula.tex)</code>"
    }
  }
}
