import Foundation
import Notebook
import Reports

/// The site that a preview of a project shows.
struct PreviewSite: Equatable {
  private let site: Site
  private let task: SiteTask

  static func == (a: PreviewSite, b: PreviewSite) -> Bool { a.site == b.site }

  /// Nil if what is previewed is no project as a whole.
  ///
  /// - Parameter reports: those of its notebooks, in their order.
  init?(_ sources: PreviewSources, _ reports: [(notebook: String, report: Report)]) {
    guard sources.isSite, let project = sources.project else { return nil }
    task = SiteTask(project, notebooks: sources.shown)
    let shown = Set(sources.shown)
    site = Site(
      task,
      reports.filter { shown.contains($0.notebook) && !$0.report.notebook.frontMatter.draft })
  }

  /// Where the page of a notebook stands; nil for a draft.
  func place(of notebook: String, theme: Theme) -> SitePlace? {
    let source = task.source(of: notebook)
    guard let chapter = site.chapters.firstIndex(where: { $0.source == source }) else { return nil }
    return SitePlace(site, chapter: chapter, sharesAssets: theme == site.theme)
  }

  /// What is served besides the pages of notebooks, by the path.
  func files(_ reports: [Report]) -> [String: PreviewFile] {
    let files = SiteFiles.all(site, reports: reports, program: NNBook.version)
    return Dictionary(
      files.map { file in
        ("/" + file.address, .text(Data(file.text.utf8), type: PreviewFile.type(of: file.address)))
      }, uniquingKeysWith: { first, _ in first })
  }
}
