import Foundation
import Notebook
import NotebookRunner
import Reports

/// Takes one notebook from its file to its report.
struct Renderer {
  let jobs: Int
  let keepsGoing: Bool
  let parameters: [(name: String, value: String)]
  let parameterFile: ParameterFile?
  let terminal: Terminal

  /// Runs a notebook and writes its report.
  ///
  /// - Returns: whether nothing failed.
  func render(_ task: RenderTask) async -> Bool {
    let started = ContinuousClock.now
    let (notebook, found) = NotebookReader.read(
      contentsOf: task.notebook, parameters: parameters, parameterFile: parameterFile)
    let runner = NotebookRunner(jobs: jobs) { terminal.show($0) }
    let run = await runner.run(notebook, found: found)
    terminal.clearProgress()
    let report = Report(run, source: task.notebook)
    let references = report.validate()
    let diagnostics = (run.allDiagnostics + references).inFileOrder
    terminal.print(diagnostics, of: notebook)
    let isAllowed = run.blocks.contains { $0.isErrorAllowed }
    let hasErrors = diagnostics.contains { $0.severity == .error } && !(isAllowed && run.succeeded)
    guard !hasErrors || keepsGoing else {
      terminal.note("\(task.report) was not written; --keep-going writes it with its errors")
      return false
    }
    return write(report, of: run, to: task.report, started: started) && !hasErrors
      && run.succeeded
  }

  private func write(
    _ report: Report, of run: NotebookRun, to path: String, started: ContinuousClock.Instant
  ) -> Bool {
    let page = Data(HTMLReport.render(report).utf8)
    do {
      try ReportFile(path).write(page)
    } catch {
      terminal.print([
        Diagnostic(
          path: path, position: nil, message: "cannot be written: \(ReportFile.reason(error))")
      ])
      return false
    }
    terminal.summarize(run, path: path, bytes: page.count, time: ContinuousClock.now - started)
    return true
  }
}
