import Foundation
import Notebook
import NotebookRunner

/// How long blocks took and where their results came from, the longest first.
struct Timings {
  /// One block.
  struct Row {
    let path: String
    let line: Int
    /// Its label, else its kind; with the variant, if there are some.
    let name: String
    let origin: BlockRun.Origin
    let seconds: Double
  }

  let rows: [Row]
  /// How many things ran at once.
  let jobs: Int
  /// From the command to the last block.
  let time: Duration

  init(_ runs: [NotebookRun], jobs: Int, time: Duration) {
    self.jobs = jobs
    self.time = time
    rows = runs.flatMap { Self.rows(of: $0) }.enumerated()
      .sorted { ($1.element.seconds, $0.offset) < ($0.element.seconds, $1.offset) }
      .map { $0.element }
  }

  private static func rows(of run: NotebookRun) -> [Row] {
    zip(run.notebook.blocks, run.blocks).compactMap { block, outcome in
      guard let origin = outcome.origin else { return nil }
      let variant = run.notebook.variant.isEmpty ? "" : " (\(run.notebook.variantName))"
      return Row(
        path: run.notebook.path, line: block.kindPosition.line,
        name: (block.options.label ?? block.kind) + variant, origin: origin,
        seconds: outcome.seconds)
    }
  }

  /// The table, and what it adds up to.
  var lines: [String] {
    var table = TextTable([
      TextTable.Column(name: "seconds", isNumber: true), TextTable.Column(name: "result"),
      TextTable.Column(name: "block"), TextTable.Column(name: "place", isCut: true),
    ])
    for row in rows {
      table.add([
        String(format: "%.3f", row.seconds), row.origin.rawValue, row.name,
        "\(row.path):\(row.line)",
      ])
    }
    let work = rows.reduce(0) { $0 + $1.seconds }
    let sum = String(format: "%.2f s of work in %.2f s", work, time / .seconds(1))
    return (rows.isEmpty ? [] : table.lines) + [
      "  \(sum) with \(jobs) \(jobs == 1 ? "job" : "jobs")"
    ]
  }
}
