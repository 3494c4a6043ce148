import Foundation
import Reports

/// A file of a site as it is to be on disk.
struct SiteFile {
  /// As the user would name it.
  let path: String
  let data: Data

  /// All files of a site: what pages need first, the pages of the site itself last.
  static func all(
    _ site: Site, _ task: SiteTask, _ chapters: [(job: RenderJob, page: ReportPage)]
  ) -> [SiteFile] {
    let own = SiteFiles.all(site, reports: chapters.map { $0.page.report }, program: NNBook.version)
      .map { SiteFile(path: task.path($0.address), data: Data($0.text.utf8)) }
    let isAsset = { (file: SiteFile) in file.path.hasPrefix(task.path("assets/")) }
    return own.filter(isAsset) + pages(chapters) + own.filter { !isAsset($0) }
  }

  private static func pages(_ chapters: [(job: RenderJob, page: ReportPage)]) -> [SiteFile] {
    let pages = chapters.map { SiteFile(path: $0.job.report, data: $0.page.bytes()) }
    let variants = chapters.filter { $0.job.isVariant }
    let compared = Set(variants.map { $0.job.task.report }).sorted().map { report in
      SiteFile(
        path: report,
        data: ReportPage.comparison(variants.filter { $0.job.task.report == report }))
    }
    return pages + compared
  }
}
