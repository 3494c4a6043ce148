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
  /// The forms of the reports that are looked at.
  var formats = [ReportFormat.html]
  let log: LogOptions
  let terminal: Terminal

  /// Runs notebooks together and says of each how it stands.
  func check(_ sources: NotebookSources) -> Verdict {
    let started = ContinuousClock.now
    let jobs = sources.jobs()
    let shared = RenderJob.sharedReports(jobs)
    guard shared.isEmpty else {
      terminal.print(shared)
      return .failed
    }
    let runs = runner.run(jobs, of: sources)
    terminal.clearProgress()
    let time = ContinuousClock.now - started
    let publication = Publication(
      jobs, runs, of: sources, typesetter: Typesetter(cache: runner.cache), brokenLinks: .error)
    let pages = Array(zip(jobs, publication.pages))
    let verdicts =
      pages.map { check($0, $1) } + sources.tasks.map { compare($0, pages) }
      + sources.sites.indices.map { check(publication, pages, site: $0, of: sources) }
    if log.timings { terminal.showTimings(Timings(runs, jobs: runner.jobs, time: time)) }
    return verdicts.max() ?? .upToDate
  }

  private func check(_ job: RenderJob, _ page: ReportPage) -> Verdict {
    terminal.print(log.judged(page.diagnostics), of: page.run.notebook)
    terminal.print(log.judged(page.run.failedClaims), of: page.run.notebook)
    let differences = log.failed(page) ? [] : differences(job, page)
    terminal.print(differences)
    let failed = log.failed(page) || !log.succeeded(page.run)
    let verdict: Verdict = failed ? .failed : differences.isEmpty ? .upToDate : .outOfDate
    tell(job.report, job.task, verdict)
    return verdict
  }

  /// How the page stands that compares the variants of a notebook; up to date if there are none.
  private func compare(_ task: RenderTask, _ pages: [(RenderJob, ReportPage)]) -> Verdict {
    let variants = pages.filter { job, _ in job.task.notebook == task.notebook && job.isVariant }
    guard formats.contains(.html), !variants.isEmpty, variants.allSatisfy({ !log.failed($1) })
    else { return .upToDate }
    let old = try? Data(contentsOf: URL(filePath: task.report, directoryHint: .notDirectory))
    let isSame = old == ReportPage.comparison(variants.map { (job: $0, page: $1) })
    if !isSame {
      let message = old == nil ? "there is no report" : "this is not what the variants give today"
      terminal.print([Diagnostic(path: task.report, position: nil, message: message)])
    }
    tell(task.report, task, isSame ? .upToDate : .outOfDate)
    return isSame ? .upToDate : .outOfDate
  }

  private func tell(_ report: String, _ task: RenderTask, _ verdict: Verdict) {
    terminal.report(
      "\(report): \(verdict.words)",
      event: LogEvent.check(report, notebook: task.notebook, verdict: verdict))
  }

  private func differences(_ job: RenderJob, _ page: ReportPage) -> [Diagnostic] {
    let ofReport = formats.contains(.html) ? reportDifferences(job, page) : []
    // The same numbers are not listed twice.
    return ofReport + otherFormats(job, page)
      + FrozenResults.differences(page.run, inNumbers: ofReport.isEmpty)
  }

  /// PDF is left out: its bytes depend on the browser that is installed.
  private func otherFormats(_ job: RenderJob, _ page: ReportPage) -> [Diagnostic] {
    formats.filter { $0 != .html && $0 != .pdf }.flatMap { format in
      do {
        return try page.files(format, beside: job.report).compactMap(difference)
      } catch {
        return [Diagnostic(path: job.report, position: nil, message: "\(error)")]
      }
    }
  }

  private func reportDifferences(_ job: RenderJob, _ page: ReportPage) -> [Diagnostic] {
    if let old = try? Data(contentsOf: URL(filePath: job.report, directoryHint: .notDirectory)) {
      return ReportComparison(old, page, report: job.report).differences
    }
    let note = "`nnbook render` writes it, with the same options"
    return [
      Diagnostic(path: job.report, position: nil, message: "there is no report", note: note)
    ]
  }
}
