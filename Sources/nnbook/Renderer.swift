import Foundation
import Notebook
import NotebookRunner
import Reports

/// Takes notebooks from their files to their reports.
struct Renderer {
  let runner: NotebookRunner
  let keepsGoing: Bool
  /// Whether results are kept beside the notebooks.
  let freezes: Bool
  let terminal: Terminal

  /// Runs notebooks together and writes the report of each.
  ///
  /// - Returns: whether nothing failed.
  func render(_ sources: NotebookSources) -> Bool {
    let started = ContinuousClock.now
    let tasks = sources.tasks
    let runs = runner.run(sources)
    terminal.clearProgress()
    let reading = ContinuousClock.now - started
    let pages = ReportPage.pages(runs, tasks, brokenLinks: .warning)
    let succeeded = zip(tasks, pages).map { task, page in
      write(page, task, time: tasks.count == 1 ? reading : nil)
    }
    if tasks.count > 1 {
      terminal.summarize(Array(zip(tasks.map { $0.notebook }, zip(runs, succeeded))))
    }
    return succeeded.allSatisfy { $0 }
  }

  /// Writes a report, unless it has errors.
  private func write(_ page: ReportPage, _ task: RenderTask, time: Duration?) -> Bool {
    let started = ContinuousClock.now
    let run = page.run
    terminal.print(page.diagnostics, of: run.notebook)
    guard !page.hasErrors || keepsGoing else {
      terminal.note("\(task.report) was not written; --keep-going writes it with its errors")
      return false
    }
    let bytes = page.bytes()
    guard attempt(task.report, { try ReportFile(task.report).write(bytes) }) else { return false }
    terminal.summarize(
      run, path: task.report, bytes: bytes.count,
      time: time.map { $0 + (ContinuousClock.now - started) })
    if freezes, !page.hasErrors, !freeze(run) { return false }
    return !page.hasErrors && run.succeeded
  }

  private func freeze(_ run: NotebookRun) -> Bool {
    attempt(FrozenResults.numbersPath(of: run.notebook.path)) {
      for path in try FrozenResults.write(run) { terminal.note("\(path) was written") }
    }
  }

  /// Writes a file, or says why it cannot be written.
  private func attempt(_ path: String, _ write: () throws -> Void) -> Bool {
    do {
      try write()
      return true
    } catch {
      let reason = "cannot be written: \(ReportFile.reason(error))"
      terminal.print([Diagnostic(path: path, position: nil, message: reason)])
      return false
    }
  }
}

extension NotebookRunner {
  /// Reads notebooks and runs those that are meant, one run a task; the others of their project only
  /// as far as these need them.
  func run(_ sources: NotebookSources) -> [NotebookRun] {
    let (notebooks, found) = sources.read()
    let count = sources.tasks.count
    return Array(run(notebooks, found: found, shown: Set(0..<count)).prefix(count))
  }
}
