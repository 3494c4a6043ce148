import Foundation
import Notebook
import NotebookRunner

extension Terminal {
  /// Prints what became of a report.
  ///
  /// - Parameter time: from the command to the report; nil if it shares that with others.
  func summarize(_ run: NotebookRun, path: String, bytes: Int, time: Duration?) {
    let experiments = run.blocks.filter { $0.result != nil }.count
    let stored = run.blocks.filter { $0.origin == .stored }.count
    let frozen = run.blocks.filter { $0.origin == .frozen }.count
    let checks = run.blocks.flatMap { $0.checks }
    var parts = run.profile == .full ? [] : [run.profile.rawValue]
    parts.append(
      "\(experiments) experiment" + (experiments == 1 ? "" : "s")
        + (stored > 0 ? " (\(stored) stored)" : "") + (frozen > 0 ? " (\(frozen) frozen)" : ""))
    if !checks.isEmpty {
      parts.append("\(checks.filter { $0.holds }.count) of \(checks.count) claims hold")
    }
    if let time { parts.append(String(format: "%.2f s", time / .seconds(1))) }
    parts.append("\((bytes + 500) / 1000) kB")
    report(
      "\(path): \(parts.joined(separator: ", "))",
      event: LogEvent.report(run, path: path, bytes: bytes))
  }

  /// Prints a table of all notebooks of a run, if there are several.
  func summarize(_ outcomes: [Renderer.Outcome], time: Duration) {
    let done = outcomes.filter { $0.succeeded }.count
    if format == .json {
      return report(event: LogEvent.summary(outcomes, seconds: time / .seconds(1)))
    }
    guard outcomes.count > 1 else { return }
    var table = TextTable([
      TextTable.Column(name: "notebook", isCut: true), TextTable.Column(name: "result"),
      TextTable.Column(name: "blocks", isNumber: true),
      TextTable.Column(name: "errors", isNumber: true),
      TextTable.Column(name: "claims", isNumber: true),
      TextTable.Column(name: "seconds", isNumber: true),
    ])
    for outcome in outcomes { table.add(row(outcome)) }
    let sum = "\(done) of \(outcomes.count) notebooks done in "
    self.table([""] + table.lines + [sum + String(format: "%.2f s", time / .seconds(1))])
  }

  private func row(_ outcome: Renderer.Outcome) -> [String] {
    let run = outcome.page.run
    let checks = run.blocks.flatMap { $0.checks }
    let held = checks.filter { $0.holds }.count
    let seconds = run.blocks.reduce(0) { $0 + $1.seconds }
    return [
      outcome.job.name, outcome.succeeded ? "done" : "failed", "\(run.blocks.count)",
      "\(run.allDiagnostics.filter { $0.severity == .error }.count)",
      checks.isEmpty ? "-" : "\(held)/\(checks.count)", String(format: "%.2f", seconds),
    ]
  }

  /// Prints how long blocks took.
  func showTimings(_ timings: Timings) {
    table([""] + timings.lines)
    guard format == .json else { return }
    for row in timings.rows { report(event: LogEvent.timing(row)) }
  }
}
