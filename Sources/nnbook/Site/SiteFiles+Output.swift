import Foundation
import Reports

extension Site {
  /// All files of the site: what pages need first, the pages of the site itself last.
  func files(
    _ task: SiteTask, _ chapters: [(job: RenderJob, page: ReportPage)]
  ) -> [OutputFile] {
    let own = SiteFiles.all(self, reports: chapters.map { $0.page.report }, program: NNBook.version)
      .map { OutputFile(path: task.path($0.address), text: $0.text) }
    let isAsset = { (file: OutputFile) in file.path.hasPrefix(task.path("assets/")) }
    return own.filter(isAsset) + Self.pages(chapters) + own.filter { !isAsset($0) }
  }

  private static func pages(_ chapters: [(job: RenderJob, page: ReportPage)]) -> [OutputFile] {
    let pages = chapters.map { OutputFile(path: $0.job.report, data: $0.page.bytes()) }
    let variants = chapters.filter { $0.job.isVariant }
    let compared = Set(variants.map { $0.job.task.report }).sorted().map { report in
      OutputFile(
        path: report,
        data: ReportPage.comparison(variants.filter { $0.job.task.report == report }))
    }
    return pages + compared
  }
}
