import Foundation
import Notebook
import Reports

extension Checker {
  /// How the pages and files stand that belong to a site as a whole.
  func check(
    _ publication: Publication, _ pages: [(RenderJob, ReportPage)], site: Int,
    of sources: NotebookSources
  ) -> Verdict {
    let task = sources.sites[site]
    let chapters = pages.filter { $0.0.task.site == site }
    guard chapters.allSatisfy({ !log.failed($1) }) else { return .failed }
    guard sources.formats.contains(.html) else { return .upToDate }
    let files = publication.sites[site].files(task, chapters.map { (job: $0.0, page: $0.1) })
    // Those of notebooks are looked at one by one.
    let reports = Set(chapters.flatMap { [$0.0.report, $0.0.task.report] })
    let found =
      files.filter { !reports.contains($0.path) }.compactMap(difference)
      + StalePages(task, files: files).diagnostics
    terminal.print(found)
    let verdict: Verdict = found.isEmpty ? .upToDate : .outOfDate
    terminal.report(
      "\(task.shownRoot): \(verdict.words)",
      event: LogEvent.check(task.shownRoot, notebook: task.project.path, verdict: verdict))
    return verdict
  }

  /// What is wrong with a file that is compared as a whole; nil if it is as it should be.
  func difference(_ file: OutputFile) -> Diagnostic? {
    let old = try? Data(contentsOf: URL(filePath: file.path, directoryHint: .notDirectory))
    guard old != file.data else { return nil }
    let message = old == nil ? "there is no such file" : "this is not what it would be today"
    return Diagnostic(
      path: file.path, position: nil, message: message, note: "`nnbook render` writes it")
  }
}
