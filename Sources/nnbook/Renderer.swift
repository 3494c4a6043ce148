import Foundation
import Notebook
import NotebookRunner
import Reports

/// Takes notebooks from their files to their reports.
struct Renderer {
  let runner: NotebookRunner
  let keepsGoing: Bool
  let terminal: Terminal

  /// Runs notebooks together and writes the report of each.
  ///
  /// - Returns: whether nothing failed.
  func render(_ sources: NotebookSources) -> Bool {
    let started = ContinuousClock.now
    let (notebooks, found) = sources.read()
    let tasks = sources.tasks
    let runs = runner.run(notebooks, found: found, shown: Set(tasks.indices))
    terminal.clearProgress()
    let reading = ContinuousClock.now - started
    let succeeded = zip(tasks, runs).map { task, run in
      write(run, task, time: tasks.count == 1 ? reading : nil)
    }
    if tasks.count > 1 {
      terminal.summarize(Array(zip(tasks.map { $0.notebook }, zip(runs, succeeded))))
    }
    return succeeded.allSatisfy { $0 }
  }

  /// Writes the report of a run, unless it has errors.
  private func write(_ run: NotebookRun, _ task: RenderTask, time: Duration?) -> Bool {
    let started = ContinuousClock.now
    let report = Report(run, source: task.notebook)
    let diagnostics = (run.allDiagnostics + report.validate()).inFileOrder
    terminal.print(diagnostics, of: run.notebook)
    let hasErrors =
      diagnostics.contains { $0.severity == .error }
      && !(run.hasAllowedErrors && run.succeeded)
    guard !hasErrors || keepsGoing else {
      terminal.note("\(task.report) was not written; --keep-going writes it with its errors")
      return false
    }
    let page = Data(HTMLReport.render(report).utf8)
    do {
      try ReportFile(task.report).write(page)
    } catch {
      let reason = "cannot be written: \(ReportFile.reason(error))"
      terminal.print([Diagnostic(path: task.report, position: nil, message: reason)])
      return false
    }
    terminal.summarize(
      run, path: task.report, bytes: page.count,
      time: time.map { $0 + (ContinuousClock.now - started) })
    return !hasErrors && run.succeeded
  }
}
