import Foundation
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

  @Test(
    "A KaTeX that fails, and one without its style or fonts, is told once",
    .enabled(if: TypesetterTests.isInstalled))
  func broken() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func found() -> [String] {
      let files = TypesettingFiles(katexFolders: [folder.path])
      return lines("$a$ and $b$", Typesetter(files: files)).map {
        String($0.dropFirst("notes/sample.md:1:1: warning: ".count))
      }
    }
    try Data("throw new Error('odd')".utf8).write(to: folder.appending(path: "katex.js"))
    #expect(found() == ["formulas are shown as TeX, because KaTeX fails: Error: odd"])
    try TypesettingFiles.system.katex?.write(to: folder.appending(path: "katex.js"))
    #expect(found() == ["formulas have no style: there is no katex.css beside KaTeX"])
    let style = """
      @font-face{font-family:KaTeX_Main;src:url(fonts/no.woff2)} .katex{font:normal 1em KaTeX_Main}
      """
    try Data(style.utf8).write(to: folder.appending(path: "katex.css"))
    #expect(found() == ["formulas lack a font: '\(folder.path)/fonts/no.woff2' cannot be read"])
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
