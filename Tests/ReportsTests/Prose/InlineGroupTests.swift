import Notebook
import Testing

@testable import Reports

struct InlineGroupTests {
  private static let formula = Inline.math(
    Formula(tex: "x", isDisplayed: false, position: SourcePosition(line: 1, column: 1)))

  /// The words of each group that stays together; formulas are "F".
  private func together(_ before: String, _ behind: String) -> [String] {
    InlineGroup.all(of: [.text(before), Self.formula, .text(behind)]).filter(\.isTogether).map {
      $0.inlines.map { $0 == Self.formula ? "F" : $0.plainText }.joined()
    }
  }

  @Test(
    "What touches a formula stays on its line",
    arguments: [
      ("a ", ", b", "F,"), ("a (", ") b", "(F)"), ("“", "”. b", "“F”."),
      ("the ", "th one", "Fth"), ("an ", "-dimensional space", "F-"), ("", "/", "F/"),
    ])
  func neighbours(before: String, behind: String, group: String) {
    #expect(together(before, behind) == [group])
  }

  @Test(
    "A formula between blanks, and one among signs without blanks, stands by itself",
    arguments: [("a ", " b"), ("", ""), ("中文", "中文")])
  func alone(before: String, behind: String) {
    #expect(together(before, behind) == [])
  }

  @Test("Nothing is lost, whatever the neighbours are")
  func everythingStays() {
    let inlines: [Inline] = [
      .text("(("), Self.formula, Self.formula, .text(", ("), Self.formula, .softBreak,
      .text("("), .emphasis([Self.formula]), .text(")"),
    ]
    let groups = InlineGroup.all(of: inlines)
    #expect(groups.flatMap(\.inlines).plainText == inlines.plainText)
  }

  @Test("The number of a footnote stays with its formula")
  func footnotes() {
    let page = SampleReport.article("a $x$[^n]\n\n[^n]: Note.\n")
    #expect(page.contains("<span class=\"nw\"><code class=\"tex\">x</code><sup class=\"fn\">"))
  }

  @Test("A line may end within a formula, not before its comma")
  func breaks() {
    guard TypesetterTests.isInstalled else { return }
    var report = SampleReport.make("So $a + b$, and $x$.")
    report.typesetter = .system
    let page = HTMLReport.article(PageContext(report)).text
    #expect(page.matches(of: /<span class="br">\u{200B}<\/span><span class="base">/).count == 1)
    #expect(page.contains(/<span class="nw"><span class="katex">(?s:.*?)<\/span>,<\/span> and/))
  }
}
