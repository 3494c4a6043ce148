import Experiments
import Foundation
import Notebook
import Plotting
import Testing

@testable import Reports

struct ResultTests {
  private static func check(
    _ relation: Claim.Relation, measured: Double, bound: Double, tolerance: Double = 0,
    numberFirst: Bool = false
  ) -> ClaimCheck {
    let claim = Claim(
      text: "", left: numberFirst ? .number(bound) : .metric("m"), relation: relation,
      right: numberFirst ? .metric("m") : .number(bound), tolerance: tolerance,
      position: SourcePosition(line: 1, column: 1))
    return ClaimCheck(claim: claim, measured: measured, bound: bound, holds: false)
  }

  @Test(
    "A failed claim says by how much",
    arguments: [
      (check(.less, measured: 0.0112, bound: 0.01), "Over the bound by 0.0012."),
      (check(.atMost, measured: 3, bound: 1), "Over the bound by 2."),
      (check(.less, measured: 1, bound: 1), "Equal to the bound."),
      (check(.greater, measured: 0.9, bound: 0.97), "Under the bound by 0.07."),
      (check(.atLeast, measured: -1, bound: 1), "Under the bound by 2."),
      (check(.greater, measured: 2, bound: 1, numberFirst: true), "Over the bound by 1."),
      (check(.atMost, measured: 0, bound: 1, numberFirst: true), "Under the bound by 1."),
      (check(.equal, measured: 45, bound: 46), "Off by 1."),
      (check(.notEqual, measured: 46, bound: 46), "Equal to the bound."),
      (check(.near, measured: 0.6, bound: 0.5, tolerance: 0.05), "Outside the tolerance by 0.05."),
      (check(.less, measured: .infinity, bound: 1), "Over every bound."),
      (check(.less, measured: .nan, bound: 1), "There is no number to compare."),
    ])
  func reasons(check: ClaimCheck, reason: String) {
    #expect(ClaimWording(result: nil).reason(check) == reason)
  }

  @Test("Measured values have three digits, or as many as tell them from the bound")
  func measuredDigits() {
    let wording = ClaimWording(result: ExperimentResult(metrics: [Metric("n", 1, .whole)]))
    func measured(_ value: Double, bound: Double) -> String {
      wording.measured(Self.check(.less, measured: value, bound: bound)).text
    }
    #expect(measured(0.012345, bound: 0.01) == "measured <b>0.0123</b>")
    #expect(measured(0.999996, bound: 1) == "measured <b>0.999996</b>")
    #expect(measured(1, bound: 1) == "measured <b>1</b>")
    #expect(measured(1 + 1e-15, bound: 1) == "measured <b>1</b>")
  }

  @Test("The error box shows the line with the one above, or no line at all")
  func errorBox() {
    let context = PageContext(SampleReport.make("first\n\nlr: <1>\n"))
    func box(_ position: SourcePosition?) -> String {
      ErrorBox(context).html(
        Diagnostic(path: "p", position: position, message: "unknown 'lr'")
      ).text
    }
    #expect(
      box(SourcePosition(line: 3, column: 1)) == """
        <div class="err" role="note"><div class="eh">Unknown “lr” <span>sample.md:3:1</span></div>\
        <pre tabindex="0"><code><span class="hc">2</span>  
        <span class="hl">3  lr: &lt;1&gt;</span>
           <span class="hl">^^</span></code></pre></div>
        """)
    #expect(!box(nil).contains("<pre"))
    #expect(box(SourcePosition(line: 1, column: 1)).contains("<code><span class=\"hl\">1  first"))
    #expect(!box(SourcePosition(line: 99, column: 9)).contains("<pre"))
  }

  @Test(
    "The carets stand under the word that is meant",
    arguments: [
      ("  rate: 1", 3, "     ^^^^"), ("\tβ-1: x", 2, "    ^^^"), ("a: {", 4, "      ^"),
      ("abc", 0, "   ^^^"), ("ab", 9, "     ^"),
    ])
  func carets(line: String, column: Int, marks: String) {
    let context = PageContext(SampleReport.make("x\n" + line + "\n"))
    let position = SourcePosition(line: 2, column: column)
    let box = ErrorBox(context).html(Diagnostic(path: "p", position: position, message: "m")).text
    let shown = box.split(separator: "\n").last?
      .replacing(/<.*?>/, with: "")
    #expect(shown == Substring(marks))
  }

  @Test("A long table scrolls, is cut at 200 rows and says so; the CSV has all rows")
  func longTables() {
    let rows = (0..<430).map { [Table.Cell.number(Double($0))] }
    let table = Table([.numbers("n", decimals: 0)], rows: rows)
    let html = DataTableRenderer(table).html(label: "Data").text
    #expect(html.components(separatedBy: "<tr>").count - 1 == 1 + 200 + 1)
    #expect(html.contains("230 more rows, all in the CSV"))
    #expect(html.contains("class=\"tw long\" tabindex=\"0\" role=\"region\" aria-label=\"Data\""))
    #expect(CSV.text(table).split(separator: "\n").count == 431)
    let short = Table([.numbers("n")], rows: Array(rows.prefix(20)))
    #expect(DataTableRenderer(short).html(label: "Data").text.contains("<div class=\"tw\" "))
  }

  @Test("CSV holds numbers as computed, and quotes what needs it")
  func csv() {
    let third = Double(Float(1) / 3)
    let table = Table(
      [.numbers("Loss, mean"), .words("Says \"so\"")],
      rows: [
        [.number(third), .text("a")], [.number(-3), .text("two\nlines")],
        [.number(1e-30), .empty], [.number(.infinity), .text("")], [.number(.nan), .text("−1")],
      ])
    #expect(
      CSV.text(table) == """
        "Loss, mean","Says ""so\"""
        0.33333334,a
        -3,"two
        lines"
        1e-30,
        inf,
        nan,−1
        """)
  }
}
