import Notebook
import Testing

@testable import Reports

struct MarkdownDialectTests {
  private func text(_ source: String) -> String {
    let (text, _) = MarkdownReport.render(SampleReport.make(source), figures: "a_files")
    return text
  }

  @Test(
    "Formulas are written as GitHub reads them",
    arguments: [
      ("so $x_1$, and", "so $x_1$, and"), ("the $k$th", "the $k$<!-- -->th"),
      ("a $\\{x\\}$ b", "a $`\\{x\\}`$ b"), ("a $x^*$ b", "a $`x^*`$ b"),
      ("a $x < y$", "a $`x < y`$"), ("$\\alpha$-decay: $a$: b", "$\\alpha$-decay: $a$: b"),
      ("$$\na \\\\ b\n$$", "```math\na \\\\ b\n```"), ("$$\na + b\n$$", "$$\na + b\n$$"),
    ])
  func formulas(source: String, written: String) {
    #expect(text("# T\n\n\(source)\n").contains(written + "\n"))
  }

  @Test("Boxes are alerts for GitHub and quotes for Jupyter")
  func boxes() {
    #expect(
      MarkdownDialect.gitHub.box("note", title: "A", "b") == "> [!NOTE]\n> **A**\n>\n> b")
    #expect(MarkdownDialect.gitHub.box("tip", title: "", "b") == "> [!TIP]\n> b")
    #expect(MarkdownDialect.jupyter.box("note", title: "A", "b") == "> **Note: A**\n>\n> b")
    #expect(MarkdownDialect.jupyter.box("tip", title: "", "") == "> **Tip**")
  }

  @Test(
    "A number is escaped only where it would begin a list",
    arguments: [
      ("1. a", "1\\. a"), ("12) a", "12\\) a"), ("in 2015)", "in 2015)"),
      ("Section 2.", "Section 2."),
      ("a\n3. b", "a\n3\\. b"), ("1.5 b", "1.5 b"),
    ])
  func numbers(plain: String, escaped: String) {
    #expect(MarkdownText.escape(plain) == escaped)
  }
}
