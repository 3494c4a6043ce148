import Notebook
import Testing

@testable import Reports

struct ProseTests {
  @Test(
    "Numbers that printf wrote are set with a true minus and powers of ten",
    arguments: [
      (0.0112, "%.3g", "0.0112"), (-0.5, "%.2f", "−0.50"), (0.5, "%+.1f", "+0.5"),
      (1.3e-5, "%.1e", "1.3·10⁻⁵"), (1.3e-5, "%g", "1.3·10⁻⁵"), (1e20, "%.0e", "1·10²⁰"),
      (-2.5e-10, "%.2g", "−2.5·10⁻¹⁰"), (0, "%e", "0.000000·10⁰"), (46, "%d", "46"),
      (2.5, "%d", "2"), (-3.7, "%i", "−4"), (7, "%03d", "007"), (.infinity, "%.2f", "∞"),
      (-.infinity, "%d", "−∞"), (.nan, "%.3g", "NaN"), (1 / 3, "%.10f", "0.3333333333"),
      (0.1, "%.20f", "0.10000000000000000555"),
    ])
  func printedNumbers(number: Double, format: String, printed: String) {
    #expect(PrintedNumber.text(number, format: format) == printed)
  }

  @Test(
    "What is no conversion of one number prints nothing", arguments: ["", "%", "%s", "3", "%n"])
  func noConversion(format: String) {
    #expect(PrintedNumber.text(1, format: format) == nil)
  }

  @Test("A value stays on the line of its symbol")
  func valueStaysWithSymbol() {
    let article = SampleReport.article(
      "$n$ = `{a.loss}`, so `{a.loss}`, *m* ≈ `{a.steps}`\n\n```{curve}\n#| label: a\n```")
    let groups = article.matches(of: /<span class="nw">.*?<\/a>,?<\/span>/).map {
      String($0.output)
    }
    #expect(
      groups == [
        "<span class=\"nw\"><code class=\"tex\">n</code> = <a class=\"val\" href=\"#a\">0.0112</a>,</span>",
        "<span class=\"nw\"><em>m</em> ≈ <a class=\"val\" href=\"#a\">12\u{2009}345</a></span>",
      ])
  }

  @Test("Formulas are kept as they were written")
  func formulasAreKept() {
    let article = SampleReport.article("$a < b$ and\n\n$$\n\\alpha & \\beta \\\\\n$$\n")
    #expect(article.contains("<code class=\"tex\">a &lt; b</code>"))
    #expect(article.contains("\\alpha &amp; \\beta \\\\"))
  }

  @Test("Captions are read as one paragraph of Markdown, or shown as they stand")
  func captions() {
    let place = SourcePosition(line: 7, column: 2)
    #expect(
      CaptionReader.inlines("*a* @fig-b", at: place) == [
        .emphasis([.text("a")]), .text(" "), .reference(label: "fig-b", position: place),
      ])
    #expect(CaptionReader.inlines("- a\n- b", at: place) == [.text("- a\n- b")])
    #expect(CaptionReader.inlines("", at: place) == [.text("")])
  }
}
