import Notebook
import Testing

@testable import Reports

struct FormulaWidthTests {
  private func isWide(_ tex: String) -> Bool? {
    let position = SourcePosition(line: 1, column: 1)
    let formula = Formula(tex: tex, isDisplayed: false, position: position)
    guard case .markup(let markup) = Typesetter.system.set(formula) else { return nil }
    return FormulaWidth.isWide(markup)
  }

  @Test(
    "Only what no line can end in may be too wide", .enabled(if: TypesetterTests.isInstalled),
    arguments: [
      ("x", false), ("a_1 + a_2 + a_3 + a_4 + a_5 + a_6 + a_7 + a_8 + a_9 + a_{10} = b", false),
      (#"\frac{\partial L}{\partial w}"#, false),
      (#"\text{as long as words can be in a row}"#, true),
      (#"\begin{pmatrix} 0.11 & 0.12 & 0.13 & 0.14 & 0.15 & 0.16 & 0.17 \end{pmatrix}"#, true),
    ])
  func width(tex: String, expected: Bool) {
    #expect(isWide(tex) == expected)
  }

  @Test("Without KaTeX there is nothing to measure")
  func plain() {
    #expect(!FormulaWidth.isWide(String(repeating: "<code>a</code>", count: 100)))
  }
}
