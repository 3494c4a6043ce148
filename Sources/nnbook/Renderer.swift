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
  /// The forms in which reports are written.
  var formats = [ReportFormat.html]
  let log: LogOptions
  let terminal: Terminal

  /// What became of a job.
  struct Outcome {
    let job: RenderJob
    let page: ReportPage
    /// Whether the report is on disk.
    var isWritten: Bool
    /// Whether nothing failed.
    var succeeded: Bool
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
    let publication = Publication(
      jobs, runs, of: sources, typesetter: Typesetter(cache: runner.cache), brokenLinks: .warning)
    var printed: Set<Diagnostic> = []
    var outcomes = zip(jobs, publication.pages).map { job, page in
      job.task.site == nil
        ? write(job, page, time: jobs.count == 1 ? time : nil, &printed)
        : judge(job, page, &printed)
    }
    let written = sources.sites.indices.map { write(publication, site: $0, of: sources, &outcomes) }
    let compared = sources.tasks.filter { $0.site == nil && formats.contains(.html) }.map { task in
      compare(outcomes.filter { $0.job.task.notebook == task.notebook && $0.job.isVariant })
    }
    if log.timings { terminal.showTimings(Timings(runs, jobs: runner.jobs, time: time)) }
    terminal.summarize(outcomes, time: ContinuousClock.now - started)
    return outcomes.allSatisfy { $0.succeeded } && (written + compared).allSatisfy { $0 }
  }

  /// Writes a report, unless it has errors.
  ///
  /// - Parameter printed: what was already told of another variant of the notebook.
  private func write(
    _ job: RenderJob, _ page: ReportPage, time: Duration?, _ printed: inout Set<Diagnostic>
  ) -> Outcome {
    let started = ContinuousClock.now
    var outcome = judge(job, page, &printed)
    guard outcome.succeeded || keepsGoing else {
      terminal.note("\(job.report) was not written; --keep-going writes it with its errors")
      return outcome
    }
    guard let files = files(job, page) else {
      outcome.succeeded = false
      return outcome
    }
    guard write(files.flatMap { $0 }) else {
      outcome.succeeded = false
      return outcome
    }
    finish(
      &outcome, files: files.map { $0[0] }, time: time.map { $0 + (ContinuousClock.now - started) })
    return outcome
  }

  /// The files of a report, format by format; nil if one cannot be made.
  func files(_ job: RenderJob, _ page: ReportPage) -> [[OutputFile]]? {
    var files: [[OutputFile]] = []
    for format in formats {
      let isMade = attempt(format.path(beside: job.report)) {
        files.append(try page.files(format, beside: job.report))
      }
      guard isMade else { return nil }
    }
    return files
  }

  /// Writes files beside their places first, then puts them there one after the other: a disk that is
  /// full changes nothing, and a killed run leaves whole files.
  func write(_ files: [OutputFile]) -> Bool {
    var staged: [StagedFile] = []
    for file in files {
      let isStaged = attempt(file.path) { staged.append(try StagedFile(file.data, for: file.path)) }
      guard isStaged else {
        for file in staged { file.discard() }
        return false
      }
    }
    return zip(files, staged).allSatisfy { file, staged in
      attempt(file.path) { try staged.commit() }
    }
  }

  /// Says what is wrong with a page that is not written yet.
  ///
  /// - Returns: an outcome that succeeded if nothing forbids the report.
  private func judge(
    _ job: RenderJob, _ page: ReportPage, _ printed: inout Set<Diagnostic>
  ) -> Outcome {
    let new = log.judged(page.diagnostics).filter { printed.insert($0).inserted }
    terminal.print(new, of: page.run.notebook)
    return Outcome(job: job, page: page, isWritten: false, succeeded: !log.failed(page))
  }

  /// Says what became of a report that was written, in each of its formats, and keeps its results.
  func finish(_ outcome: inout Outcome, files: [OutputFile], time: Duration?) {
    let run = outcome.page.run
    for file in files {
      terminal.summarize(run, path: file.path, bytes: file.data.count, time: time)
    }
    terminal.print(log.judged(run.failedClaims), of: run.notebook)
    let isKept = !freezes || !outcome.succeeded || freeze(run)
    outcome.isWritten = true
    outcome.succeeded = isKept && outcome.succeeded && log.succeeded(run)
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
      let reason =
        (error as? Chromium.Problem)?.words
        ?? "cannot be written: \(ReportFile.reason(error))"
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
