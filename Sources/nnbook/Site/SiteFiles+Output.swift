import Foundation
import Reports

extension Site {
  /// All files of the site in the order in which they are put in place: what pages need first, and last the
  /// page that a visitor sees first.
  func files(
    _ task: SiteTask, _ chapters: [(job: RenderJob, page: ReportPage)]
  ) -> [OutputFile] {
    let own = SiteFiles.all(self, reports: chapters.map { $0.page.report }, program: NNBook.version)
      .map { OutputFile(path: task.path($0.address), text: $0.text) }
    let isAsset = { (file: OutputFile) in file.path.hasPrefix(task.path("assets/")) }
    let pages = Self.pages(chapters) + own.filter { !isAsset($0) }
    let isHome = { (file: OutputFile) in file.path == task.path(Site.homeAddress) }
    let copied = task.copies(of: linkedFiles, besides: own + pages)
    return own.filter(isAsset) + copied + pages.filter { !isHome($0) } + pages.filter(isHome)
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
