import Foundation
import Notebook
import NotebookRunner
import Reports

/// Compares what notebooks give with the reports on disk.
struct Checker {
  /// How a notebook stands; the worst counts.
  enum Verdict: Int, Comparable {
    case upToDate, outOfDate, failed

    static func < (a: Verdict, b: Verdict) -> Bool { a.rawValue < b.rawValue }

    var words: String {
      switch self {
      case .upToDate: "up to date"
      case .outOfDate: "out of date"
      case .failed: "failed"
      }
    }
  }

  let runner: NotebookRunner
  let terminal: Terminal

  /// Runs notebooks together and says of each how it stands.
  func check(_ sources: NotebookSources) -> Verdict {
    let tasks = sources.tasks
    let runs = runner.run(sources)
    terminal.clearProgress()
    let pages = ReportPage.pages(runs, tasks, brokenLinks: .error)
    let verdicts = zip(tasks, pages).map { check($0, $1) }
    return verdicts.max() ?? .upToDate
  }

  private func check(_ task: RenderTask, _ page: ReportPage) -> Verdict {
    terminal.print(page.diagnostics, of: page.run.notebook)
    terminal.printFailedClaims(page.run)
    let differences = page.hasErrors ? [] : differences(task, page)
    terminal.print(differences)
    let failed = page.hasErrors || !page.run.succeeded
    let verdict: Verdict = failed ? .failed : differences.isEmpty ? .upToDate : .outOfDate
    terminal.say("\(task.report): \(verdict.words)")
    return verdict
  }

  private func differences(_ task: RenderTask, _ page: ReportPage) -> [Diagnostic] {
    let ofReport = reportDifferences(task, page)
    // The same numbers are not listed twice.
    return ofReport + FrozenResults.differences(page.run, inNumbers: ofReport.isEmpty)
  }

  private func reportDifferences(_ task: RenderTask, _ page: ReportPage) -> [Diagnostic] {
    if let old = try? Data(contentsOf: URL(filePath: task.report, directoryHint: .notDirectory)) {
      return ReportComparison(old, page, report: task.report).differences
    }
    let note = "`nnbook render` writes it, with the same options"
    return [
      Diagnostic(path: task.report, position: nil, message: "there is no report", note: note)
    ]
  }
}
