import Foundation
import Notebook
import Reports

extension Renderer {
  /// Writes the page that compares the variants of a notebook; nothing for none.
  ///
  /// Like every report it is left as it was when a variant could not be written.
  ///
  /// - Returns: whether nothing failed.
  func compare(_ variants: [Outcome]) -> Bool {
    guard let first = variants.first else { return true }
    let path = first.job.task.report
    guard variants.allSatisfy({ $0.isWritten }) else {
      terminal.note("\(path) was not written, as not all of its variants were")
      return false
    }
    let page = ReportPage.comparison(variants.map { ($0.job, $0.page) })
    guard attempt(path, { try ReportFile(path).write(page) }) else { return false }
    terminal.report(
      "\(path): \(variants.count) variants compared, \((page.count + 500) / 1000) kB",
      event: LogEvent.comparison(
        path, notebook: first.job.task.notebook, variants: variants.count, bytes: page.count))
    return true
  }
}

extension ReportPage {
  /// The page that compares the variants of a notebook; at least one.
  static func comparison(_ variants: [(job: RenderJob, page: ReportPage)]) -> Data {
    var provenance = variants[0].page.report.provenance
    provenance.seeds = variants.map { $0.page.report.provenance.seed }.reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
    let comparison = Comparison(
      axes: variants[0].job.notebook.variant.map { $0.name },
      variants: variants.map { job, page in
        Comparison.Variant(
          values: job.notebook.variant.map { $0.value }, address: address(job.report),
          report: page.report)
      },
      provenance: provenance)
    var report = comparison.report
    report.place = variants[0].page.report.place?.ofChapter
    report.theme = variants[0].page.report.theme
    return Data(HTMLReport.render(report).utf8)
  }

  /// The address of a page from one in the same folder.
  private static func address(_ path: String) -> String {
    URLPath.encoded(path.split(separator: "/").last.map { String($0) } ?? path)
  }
}

extension RenderJob {
  /// An error for each report that two jobs would write.
  static func sharedReports(_ jobs: [RenderJob]) -> [Diagnostic] {
    var owners: [String: RenderJob] = [:]
    // The page that compares the variants of a notebook has the name of the notebook's report.
    var reports = jobs.map { ($0.report, $0) }
    reports += jobs.filter { $0.isVariant }.map { ($0.task.report, $0) }
    return reports.compactMap { report, job in
      guard let other = owners.updateValue(job, forKey: report),
        other.name != job.name, !(report == job.task.report && other.task.report == report)
      else { return nil }
      return Diagnostic(
        path: job.task.notebook, position: nil,
        message: "\(other.name) and \(job.name) would both be \(report)")
    }
  }
}
