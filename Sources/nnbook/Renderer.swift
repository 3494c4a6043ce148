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
  let log: LogOptions
  let terminal: Terminal

  /// What became of a job.
  struct Outcome {
    let job: RenderJob
    let page: ReportPage
    /// Whether the report is on disk.
    let isWritten: Bool
    /// Whether nothing failed.
    let succeeded: Bool
  }

  /// Runs notebooks together and writes the report of each.
  ///
  /// - Returns: whether nothing failed.
  func render(_ sources: NotebookSources) -> Bool {
    let started = ContinuousClock.now
    let jobs = sources.jobs()
    let shared = RenderJob.sharedReports(jobs)
    guard shared.isEmpty else {
      terminal.print(shared)
      return false
    }
    let runs = runner.run(jobs, of: sources)
    terminal.clearProgress()
    let time = ContinuousClock.now - started
    let pages = ReportPage.pages(runs, brokenLinks: .warning)
    var printed: Set<Diagnostic> = []
    let outcomes = zip(jobs, pages).map { job, page in
      write(job, page, time: jobs.count == 1 ? time : nil, &printed)
    }
    let compared = sources.tasks.map { task in
      compare(outcomes.filter { $0.job.task.notebook == task.notebook && $0.job.isVariant })
    }
    if log.timings { terminal.showTimings(Timings(runs, jobs: runner.jobs, time: time)) }
    terminal.summarize(outcomes, time: ContinuousClock.now - started)
    return outcomes.allSatisfy { $0.succeeded } && compared.allSatisfy { $0 }
  }

  /// Writes a report, unless it has errors.
  ///
  /// - Parameter printed: what was already told of another variant of the notebook.
  private func write(
    _ job: RenderJob, _ page: ReportPage, time: Duration?, _ printed: inout Set<Diagnostic>
  ) -> Outcome {
    let started = ContinuousClock.now
    let run = page.run
    let new = log.judged(page.diagnostics).filter { printed.insert($0).inserted }
    terminal.print(new, of: run.notebook)
    let failed = log.failed(page)
    func outcome(isWritten: Bool, succeeded: Bool = false) -> Outcome {
      Outcome(job: job, page: page, isWritten: isWritten, succeeded: succeeded)
    }
    guard !failed || keepsGoing else {
      terminal.note("\(job.report) was not written; --keep-going writes it with its errors")
      return outcome(isWritten: false)
    }
    let bytes = page.bytes()
    guard attempt(job.report, { try ReportFile(job.report).write(bytes) }) else {
      return outcome(isWritten: false)
    }
    terminal.summarize(
      run, path: job.report, bytes: bytes.count,
      time: time.map { $0 + (ContinuousClock.now - started) })
    terminal.print(log.judged(run.failedClaims), of: run.notebook)
    let isKept = !freezes || failed || freeze(run)
    return outcome(isWritten: true, succeeded: isKept && !failed && log.succeeded(run))
  }

  private func freeze(_ run: NotebookRun) -> Bool {
    attempt(FrozenResults.numbersPath(of: run.notebook.variantPath)) {
      for path in try FrozenResults.write(run) { terminal.note("\(path) was written") }
    }
  }

  /// Writes a file, or says why it cannot be written.
  func attempt(_ path: String, _ write: () throws -> Void) -> Bool {
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
  /// Runs the notebooks that are meant, one run a job; the others of their project only as far as these
  /// need them.
  func run(_ jobs: [RenderJob], of sources: NotebookSources) -> [NotebookRun] {
    let (notebooks, found) = sources.read(besides: jobs)
    return Array(
      run(notebooks, found: found, shown: Set(jobs.indices)).prefix(jobs.count))
  }
}
