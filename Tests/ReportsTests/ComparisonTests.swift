import Experiments
import Foundation
import Notebook
import Plotting
import Testing

@testable import Reports

@Suite("Comparisons of variants")
struct ComparisonTests {
  static let source = """
    ---
    title: Widths
    ---

    ```{numbers}
    #| label: fig-net
    expect:
      - accuracy > 0.9
    ```
    """

  /// Variants whose accuracy is that of `accuracies`, in the order seed, width.
  static func comparison(
    axes: [String] = ["seed", "width"], values: [[String]], accuracies: [Double]
  ) throws -> Comparison {
    let (notebook, _) = NotebookReader.read(source: source, path: "notes/widths.md")
    let variants = try zip(values, accuracies).map { values, accuracy in
      let result = ExperimentResult(metrics: [
        Metric("loss", 1 - accuracy), Metric("accuracy", accuracy, .percent),
        Metric("steps", 40, .whole),
      ])
      let checks = try notebook.blocks[0].claims.map { claim in
        try claim.check { (_, name) throws(MetricFailure) in
          guard let value = result.metric(Text(Array(name.utf8))) else {
            throw .unknownMetric(known: [])
          }
          return value
        }
      }
      let report = Report(
        notebook: notebook, outcomes: [BlockOutcome(result: result, checks: checks)],
        provenance: SampleReport.provenance)
      return Comparison.Variant(
        values: values, address: values.joined(separator: "-") + ".html", report: report)
    }
    return Comparison(axes: axes, variants: variants, provenance: SampleReport.provenance)
  }

  static let grid = ["1", "2"].flatMap { seed in ["2", "4", "8"].map { [seed, $0] } }

  static func page(_ comparison: Comparison) -> String {
    HTMLReport.article(PageContext(comparison.report)).text
  }

  @Test("take spreads over finite seeds and say how many there were")
  func spread() {
    let spread = Spread([1, 2, .nan, 6].map { Metric("loss", $0) })
    #expect(spread.mean == 3)
    #expect(abs(spread.deviation - 7.0.squareRoot()) < 1e-12)
    #expect(String(spread.center) == "3 ± 2.6 (3 of 4)")
    #expect(String(spread.range) == "1 to 6")
    #expect(String(Spread([Metric("n", 4, .whole), Metric("n", 4, .whole)]).center) == "4")
    let shares = Spread([Metric("a", 0.9, .percent), Metric("a", 0.94, .percent)])
    #expect(String(shares.center) == "92.0 ± 2.8 %")
  }

  @Test("count claims, and name the variants in which one fails")
  func claims() throws {
    let page = Self.page(
      try Self.comparison(values: Self.grid, accuracies: [0.95, 0.8, 0.97, 0.96, 0.94, 0.99]))
    #expect(page.contains("<dd>5 of 6 hold</dd> <dd class=\"f\">✕ 1 fails</dd>"))
    #expect(page.contains("<a href=\"1-4.html\">seed 1, width 4</a>"))
    #expect(page.contains("<strong>✕ 0 of 1 holds</strong>"))
    #expect(page.contains("5 of 6</td>"))
  }

  @Test("count the claims of a variant that stopped as open, as its own page does")
  func openClaims() throws {
    var comparison = try Self.comparison(
      values: Self.grid, accuracies: Array(repeating: 1, count: 6))
    let stopped = Diagnostic(path: "notes/widths.md", position: nil, message: "stopped")
    comparison.variants[0].report.outcomes = [BlockOutcome(diagnostics: [stopped])]
    #expect(
      Self.page(comparison).contains("<dd>5 of 6 hold</dd> <dd class=\"f\">✕ 1 open</dd>"))
    #expect(comparison.variants[0].report.claimsFact?.alarm == "1 open")
    let json = JSONReport.render(comparison.variants[0].report)
    #expect(json.contains("\"open\": [\n        \"accuracy > 0.9\"\n"))
  }

  @Test("chart the claimed metric over the first numeric axis of three values")
  func chart() throws {
    let page = Self.page(
      try Self.comparison(values: Self.grid, accuracies: [0.95, 0.8, 0.97, 0.96, 0.94, 0.99]))
    #expect(page.contains("accuracy of fig-net by width."))
    #expect(page.contains("<title id=\"fig-variants-fig-net-0-w-t\">accuracy by width</title>"))
  }

  @Test("have no chart over seeds alone, names, or two values")
  func noChart() throws {
    for (axes, values) in [
      (["seed"], [["1"], ["2"], ["3"]]), (["kind"], [["a"], ["b"], ["c"]]),
      (["width"], [["1"], ["2"]]),
    ] {
      let page = Self.page(
        try Self.comparison(axes: axes, values: values, accuracies: [0.5, 0.6, 0.7]))
      #expect(!page.contains("<svg"))
    }
  }

  @Test("list each variant with its values and a link, names of files and values escaped")
  func escaped() throws {
    let page = Self.page(
      try Self.comparison(
        axes: ["kind"], values: [["<b>"], ["a&b"]], accuracies: [0.95, 0.96]))
    #expect(page.contains("<td>&lt;b&gt;</td>"))
    #expect(!page.contains("<b>\""))
    #expect(page.contains("2 variants: kind &lt;b&gt;, a&amp;b"))
  }

  @Test("name all seeds at the head and at the foot")
  func seeds() throws {
    var comparison = try Self.comparison(
      values: Self.grid, accuracies: [0.95, 0.8, 0.97, 0.96, 0.94, 0.99])
    comparison.provenance.seeds = [1, 2]
    let page = Self.page(comparison)
    #expect(page.contains("<dt>Seed</dt><dd>1, 2</dd>"))
    #expect(page.contains("Seeds 1, 2, Float32"))
  }
}
