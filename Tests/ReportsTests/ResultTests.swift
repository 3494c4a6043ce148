import Experiments
import Foundation
import Notebook
import Plotting
import Testing

@testable import Reports

struct ResultTests {
  /// What the product says of a claim over `m`, `n` and `x`.
  private func wording(
    _ text: String, m: Double = 0, n: Double = 0, x: Double = 0
  ) throws -> ClaimWording {
    let (notebook, _) = NotebookReader.read(
      source: "```{train}\nexpect:\n  - \(text)\n```\n", path: "a.md")
    let claim = try #require(notebook.blocks.first?.claims.first)
    return ClaimWording(
      try claim.check { (_, name) throws(MetricFailure) in
        switch name {
        case "m": m
        case "n": n
        default: x
        }
      })
  }

  /// Claims over m, the value of m, and why they fail.
  static let failures: [(String, Double, String)] = [
    ("m < 0.01", 0.0112, "over the bound by 0.0012"), ("m <= 1", 3, "over the bound by 2"),
    ("m < 1", 1, "equal to the bound"), ("m > 0.97", 0.9, "under the bound by 0.07"),
    ("m >= 1", -1, "under the bound by 2"), ("1 > m", 2, "over the bound by 1"),
    ("1 <= m", 0, "under the bound by 1"), ("m == 46", 45, "off by 1"),
    ("m != 46", 46, "equal to the bound"),
    ("m ~ 0.5 ± 0.05", 0.6, "outside the tolerance by 0.05"),
    ("m ~ 0.5 ± 10%", 0.6, "outside the tolerance by 0.05"),
    ("not m ~ 0.5 ± 0.5", 0.75, "inside the tolerance by 0.25"),
    ("m in [0, 1]", 1.5, "over the bound by 0.5"), ("m in (0, 1]", 0, "equal to the bound"),
    ("not m < 1", 0.5, "under the bound by 0.5"), ("m < 1", .infinity, "over every bound"),
    ("m < 1", .nan, "there is no number to compare"),
    ("not m < 1", .nan, "there is no number to compare"),
    ("100 * m < 1", 0.5, "50 is over the bound 1 by 49"),
    ("m / 2 == 3", 5, "2.5 misses 3 by 0.5"), ("m + 1 != 3", 2, "3 is equal to the bound 3"),
    ("-m ~ 0.5 ± 0.05", 0.5, "−0.5 is outside the tolerance around 0.5 by 0.95"),
    ("m + n < 1", 1, "1 is equal to the bound 1"),
    ("m < 1 and n < 1", 3, "3 is over the bound 1 by 2"),
    ("m + n < 1", .infinity, "∞ is over every bound"), ("m < n", 2, "over the bound by 2"),
  ]

  @Test("A failed claim says by how much", arguments: failures)
  func reasons(text: String, m: Double, reason: String) throws {
    #expect(try wording(text, m: m).reason == reason)
  }

  @Test("Measured values have three digits, or as many as tell them from the bound")
  func measuredDigits() throws {
    #expect(try wording("m < 0.01", m: 0.012345).measured == "0.0123")
    #expect(try wording("m < 1", m: 0.999996).measured == "0.999996")
    #expect(try wording("m < 1", m: 1).measured == "1")
    #expect(try wording("m < 1", m: 1 + 1e-15).measured == "1")
    #expect(try wording("m == 12346", m: 12345).measured == "12\u{2009}345")
  }

  @Test("Several measured values have names; two that are compared have none")
  func measuredNames() throws {
    #expect(try wording("m < n", m: 1.25, n: 0.3333).measured == "1.25 against 0.333")
    #expect(try wording("m ~ n ± 1", m: 1, n: 2).measured == "1 against 2")
    #expect(try wording("m - n < fig-a.x", m: 1, n: 2, x: 3).measured == "m 1, n 2, fig-a.x 3")
    #expect(try wording("m < 1 and m > 0", m: 0.5).measured == "0.5")
  }

  @Test("Room is told where the reader cannot see it")
  func room() throws {
    #expect(try wording("m < 2", m: 1).room == nil)
    #expect(try wording("m < n", m: 1, n: 2).room == nil)
    #expect(try wording("2 * m < 3", m: 1).room == "1")
    #expect(try wording("m < 2 and n < 3", m: 1, n: 2.75).room == "0.25")
    #expect(try wording("m + n == 3", m: 1, n: 2).room == nil)
    #expect(try wording("m + n < 3", m: 1, n: 4).room == nil)
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
