import Notebook
import Testing

@testable import Reports

struct CrossReferenceTests {
  private func outline(_ source: String) -> Outline {
    PageContext(SampleReport.make(source)).references.outline
  }

  private func names(_ source: String) -> [String] {
    PageContext(SampleReport.make(source)).references.blocks.flatMap { $0.figures.map(\.name) }
  }

  @Test("Sections are numbered by their nesting, whatever the number of signs")
  func sectionNumbers() {
    let sections = outline("## A\n\n#### B\n\n#### C\n\n## D\n\n### E\n\n# F\n\n### G\n").sections
    #expect(sections.map(\.number) == ["1", "1.1", "1.2", "2", "2.1", "3", "3.1"])
    #expect(sections.map(\.depth) == [1, 2, 2, 1, 2, 1, 2])
  }

  @Test("The title is the front matter's, else the first heading, else the file's name")
  func titles() {
    #expect(outline("---\ntitle: T\n---\n\n# H\n").title == "T")
    #expect(outline("---\ntitle: T\n---\n\n# H\n").sections.map(\.number) == ["1"])
    #expect(outline("---\ntitle: H\n---\n\n# H\n").sections.isEmpty)
    #expect(outline("# H *x*\n\nText.\n").title == "H x")
    #expect(outline("## H\n").title == "sample")
    #expect(outline("Text.\n\n# H\n").title == "sample")
  }

  @Test("Figures and tables are counted apart, in the order of the page")
  func figureNumbers() {
    let source = """
      ```{pair}
      ```

      ```{curve}
      #| label: tbl-a
      ```

      - ```{curve}
        ```

      > ```{curve}
      > #| label: tbl-b
      > ```

      ```{numbers}
      ```

      ```{curve}
      ```
      """
    #expect(
      names(source) == ["Figure 1", "Figure 2", "Table 1", "Figure 3", "Table 2", "Figure 4"])
  }

  @Test("A section without a number counts for none, nor do those within it")
  func unnumbered() {
    let sections = outline(
      "---\ntitle: T\n---\n\n# A {.unnumbered}\n\n## B\n\n# C\n\n## D {-}\n\n### E\n\n## F\n\n# G {.unnumbered}\n\n# H\n"
    ).sections
    #expect(sections.map(\.number) == [nil, nil, "1", nil, nil, "1.1", nil, "2"])
    #expect(sections.map(\.depth) == [1, 2, 1, 2, 3, 2, 1, 1])
    let page = SampleReport.article("## A {#sec-a .unnumbered}\n\nSee @sec-a.\n")
    #expect(page.contains("<h2 id=\"sec-a\">A</h2>"))
    #expect(page.contains("See <a href=\"#sec-a\">A</a>."))
  }

  @Test("What is not shown has no number, what failed keeps it")
  func hiddenAndFailed() {
    let source = """
      ```{curve}
      #| include: false
      ```

      ```{broken}
      #| label: fig-broken
      ```

      ```{curve}
      ```
      """
    #expect(names(source) == ["Figure 2"])
  }

  @Test(
    "What leads nowhere is told with its place and the nearest name",
    arguments: [
      (
        "@fig-ruu",
        "1:1: error: unknown reference '@fig-ruu'; did you mean '@fig-run'? "
          + "Known: @fig-broken, @fig-run, @fig-shown"
      ),
      ("@fig-hidden", "1:1: error: nothing to refer to in '@fig-hidden': it shows no figure"),
      ("@fig-off", "1:1: error: nothing to refer to in '@fig-off': it did not run"),
      (
        "a `{fig-run.los}`",
        "1:3: error: unknown metric 'los' of 'fig-run'; did you mean 'loss'? "
          + "Known: loss, accuracy, steps, shift, limit, target"
      ),
      (
        "`{fig-rum.loss}`",
        "1:1: error: unknown block 'fig-rum' in '{fig-rum.loss}'; did you mean "
          + "'fig-run'? Known: fig-broken, fig-hidden, fig-off, fig-run, fig-shown"
      ),
      ("`{fig-off.loss}`", "1:1: error: no value for '{fig-off.loss}': 'fig-off' did not run"),
      (
        "> - *@sec-x*",
        "1:6: error: unknown reference '@sec-x'; known: @fig-broken, @fig-run, @fig-shown"
      ),
    ])
  func diagnostics(prose: String, line: String) {
    #expect(validate(prose) == ["notes/sample.md:" + line])
  }

  @Test("What leads somewhere is not told, nor are the values of a block that failed")
  func noDiagnostics() {
    #expect(validate("@fig-run, `{fig-run.loss | %.1f}`, `{fig-hidden.loss}`") == [])
    #expect(validate("`{fig-broken.loss}`") == [])
  }

  @Test("References of captions are told at their block")
  func captionDiagnostics() {
    let report = SampleReport.make("```{curve}\n#| fig-cap: See @fig-x.\n```\n")
    #expect(report.validate().map(\.position) == [SourcePosition(line: 1, column: 5)])
  }

  @Test("Captions of drawings must not be more than these")
  func subcaptions() {
    let report = SampleReport.make("```{curve}\n#| fig-subcap: [One, Two]\n```\n")
    #expect(
      report.validate().map(\.line) == [
        "notes/sample.md:1:5: error: 'fig-subcap' has 2 captions, but the block shows 1 drawing"
      ])
  }

  private func validate(_ prose: String) -> [String] {
    let blocks = [
      "```{curve}\n#| label: fig-run\n```", "```{curve}\n#| label: fig-shown\n```",
      "```{curve}\n#| label: fig-hidden\n#| include: false\n```",
      "```{curve}\n#| label: fig-off\n#| eval: false\n```",
      "```{broken}\n#| label: fig-broken\n#| include: true\n```",
    ]
    return SampleReport.make(([prose] + blocks).joined(separator: "\n\n")).validate().map(\.line)
  }
}
