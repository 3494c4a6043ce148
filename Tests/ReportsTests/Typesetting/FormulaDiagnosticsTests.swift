import Notebook
import Testing

@testable import Reports

struct FormulaDiagnosticsTests {
  private func lines(_ markdown: String, _ typesetter: Typesetter) -> [String] {
    var report = SampleReport.make(markdown)
    report.typesetter = typesetter
    return report.validate().map(\.line)
  }

  @Test(
    "Every formula that is no TeX is told where it is wrong",
    .enabled(if: TypesetterTests.isInstalled))
  func mistakes() {
    let found = lines(
      "a $\\frc{1}{2}$\n\n> $$\n> x \\\\\n>  y = \\left( 😀\n> $$\n\n| $a^b^c$ |\n| --- |\n| 1 |\n",
      .system)
    #expect(
      found == [
        "notes/sample.md:1:4: error: the formula cannot be set: there is no command '\\frc'; "
          + "did you mean '\\frac'?",
        "notes/sample.md:5:16: error: the formula cannot be set: Expected '\\right', got 'EOF'",
        "notes/sample.md:8:7: error: the formula cannot be set: Double superscript",
      ])
  }

  @Test("Formulas of captions are told at their block", .enabled(if: TypesetterTests.isInstalled))
  func captions() {
    let found = lines("```{curve}\n#| label: fig-a\n#| fig-cap: A $\\frc$.\n```\n", .system)
    #expect(found.map { $0.prefix(23) } == ["notes/sample.md:1:5: er"])
  }

  @Test("Without KaTeX one warning tells it")
  func missing() {
    let found = lines("$a$ and $b$", Typesetter(files: .none))
    #expect(
      found == [
        "notes/sample.md:1:1: warning: formulas are shown as TeX, because KaTeX is not installed; "
          + "install libjs-katex and fonts-katex, or name its folder in NNBOOK_KATEX"
      ])
    #expect(lines("no formula", Typesetter(files: .none)) == [])
  }

  @Test("Formulas with a label are numbered, and referred to by their number")
  func numbers() {
    let article = SampleReport.article(
      "@eq-b, @eq-a\n\n$$a$$ {#eq-a}\n\n$$\nb\n$$ {#eq-b}\n\n$$c$$")
    #expect(
      article.contains("<a href=\"#eq-b\">Equation\u{A0}2</a>, <a href=\"#eq-a\">Equation\u{A0}1"))
    #expect(article.contains("<span class=\"eqn\">(2)</span>"))
    #expect(article.matches(of: /class="eqn"/).count == 2)
  }
}
