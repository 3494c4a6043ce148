import Experiments
import Notebook
import Plotting

@testable import Reports

/// Reports made from Markdown without an engine: each kind of block has a fixed result.
enum SampleReport {
  static let provenance = Provenance(
    program: "nnbook 0.0.0", digest: String(repeating: "ab", count: 32), seed: 7,
    command: "nnbook render sample.md")

  /// The report of the notebook `source`.
  static func make(_ source: String, profile: String? = nil) -> Report {
    let (notebook, _) = NotebookReader.read(source: source, path: "notes/sample.md")
    var provenance = provenance
    provenance.profile = profile
    var report = Report(
      notebook: notebook, outcomes: notebook.blocks.map(outcome), provenance: provenance)
    // As where KaTeX is not installed, so that goldens are the same everywhere.
    report.typesetter = Typesetter(files: .none)
    return report
  }

  /// The article of the notebook `source`.
  static func article(_ source: String) -> String {
    HTMLReport.article(PageContext(make(source))).text
  }

  private static func outcome(of block: ExperimentBlock) -> BlockOutcome {
    guard block.options.eval != false, let result = result(of: block.kind) else {
      guard block.kind == "broken" else { return BlockOutcome() }
      return BlockOutcome(diagnostics: [mistake(in: block)])
    }
    let checks = block.claims.compactMap { claim in
      try? claim.check { (label, name) throws(MetricFailure) in
        guard let value = result.metric(Text(Array(name.utf8))) else {
          throw .unknownMetric(known: [])
        }
        return value
      }
    }
    return BlockOutcome(result: result, checks: checks)
  }

  private static func mistake(in block: ExperimentBlock) -> Diagnostic {
    Diagnostic(
      path: "notes/sample.md",
      position: SourcePosition(line: block.lines.upperBound - 1, column: 1),
      message: "unknown option 'rate' in broken", note: "did you mean 'rates'? Known: rates, seeds")
  }

  private static func result(of kind: String) -> ExperimentResult? {
    switch kind {
    case "curve": ExperimentResult(metrics: metrics, figures: [curve])
    case "pair": ExperimentResult(metrics: metrics, figures: [curve, map])
    case "numbers": ExperimentResult(metrics: metrics)
    case "diverging":
      ExperimentResult(metrics: metrics, figures: [curve], diagnoses: [diagnosis])
    default: nil
    }
  }
}

// MARK: - Results

extension SampleReport {
  static let metrics = [
    Metric("loss", 0.0112), Metric("accuracy", 0.9731, .percent), Metric("steps", 12_345, .whole),
    Metric("shift", -0.0003), Metric("limit", .infinity), Metric("target", 0.01),
  ]

  static let curve = Figure(
    "curve", width: .text, rows: [.init([panel("Loss by epoch", wide: 640, narrow: 350)])],
    caption: "The loss falls & settles.",
    table: Table(
      [.numbers("Epoch", decimals: 0), .numbers("Loss"), .words("Note")],
      rows: [
        [.number(1), .number(0.5), .empty], [.number(2), .number(0.25), .text("best, so far")],
        [.number(3), .empty, .text("diverged")],
      ]))

  static let map = Figure(
    "map", width: .wide,
    rows: [
      .init([
        panel("Before", wide: 283, narrow: nil), panel("After", wide: 283, narrow: nil),
      ])
    ],
    caption: "Before and after.", table: Table([.numbers("x")]))

  static let diagnosis = Diagnosis(
    heading: "Diverged at step 7", entries: [("Where", "Layer 2"), ("Try", "A rate < 0.1")],
    curve: panel("Log loss", wide: 132, narrow: nil))

  static func panel(_ title: Text, wide: Double, narrow: Double?) -> Panel {
    Panel(title: title, summary: "One line.", wideWidth: wide, narrowWidth: narrow) { width, _ in
      var drawing = SVG(width: width, height: 20)
      drawing.line(0, 10, width, 10, class: "ln")
      return drawing
    }
  }
}
