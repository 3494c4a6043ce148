import Notebook
import Testing

struct DiagnosticRendererTests {
  private func diagnostic(_ line: Int, _ column: Int) -> Diagnostic {
    Diagnostic(
      path: "a.md", position: SourcePosition(line: line, column: column), message: "wrong",
      note: "try again")
  }

  @Test("A diagnostic prints as one line")
  func line() {
    #expect(diagnostic(3, 4).line == "a.md:3:4: error: wrong; try again")
    let whole = Diagnostic(path: "a.md", position: nil, severity: .warning, message: "odd")
    #expect(whole.line == "a.md: warning: odd")
  }

  @Test("The caret stands below the column")
  func caret() {
    let renderer = DiagnosticRenderer(source: "first\nepochs: many\n")
    #expect(
      renderer.text(of: diagnostic(2, 9)) == """
        a.md:2:9: error: wrong; try again
          2 | epochs: many
            |         ^
        """)
    let excerpt = renderer.excerpt(of: diagnostic(2, 9))
    #expect(excerpt?.before == "epochs: ")
    #expect(excerpt?.line == "epochs: many")
    #expect(excerpt?.caretColumn == 9)
  }

  @Test("Wide characters take two cells, combining marks none, tabs one")
  func cells() {
    let renderer = DiagnosticRenderer(source: "中文: e\u{301}\t\u{1B}[31mx")
    let excerpt = renderer.excerpt(of: diagnostic(1, 13))
    #expect(excerpt?.line == "中文: e\u{301} \u{241B}[31mx")
    #expect(excerpt?.caretColumn == 14)
  }

  @Test("Of a long line the part around the column is shown")
  func longLine() {
    let renderer = DiagnosticRenderer(source: String(repeating: "abcdefghij", count: 100))
    let excerpt = renderer.excerpt(of: diagnostic(1, 501))
    #expect(excerpt?.line.count == DiagnosticRenderer.widthLimit + 2)
    #expect(excerpt?.line.hasPrefix("…") == true && excerpt?.line.hasSuffix("…") == true)
    #expect(excerpt?.before.count == 76)
  }

  @Test("Places outside the file have no excerpt or stand at a line's end")
  func outside() {
    let renderer = DiagnosticRenderer(source: "abc")
    #expect(renderer.excerpt(of: diagnostic(9, 1)) == nil)
    #expect(renderer.excerpt(of: diagnostic(0, 1)) == nil)
    #expect(renderer.excerpt(of: diagnostic(1, 99))?.caretColumn == 4)
    #expect(renderer.text(of: diagnostic(9, 1)) == diagnostic(9, 1).line)
  }
}
