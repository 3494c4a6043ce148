import Foundation
import Notebook
import Reports

extension Renderer {
  /// Writes a site as a whole, or leaves the previous one as it was.
  ///
  /// - Parameter outcomes: those of all jobs; those of the chapters are brought up to date.
  /// - Returns: whether it was written.
  func write(
    _ publication: Publication, site: Int, of sources: NotebookSources,
    _ outcomes: inout [Outcome]
  ) -> Bool {
    let task = sources.sites[site]
    let chapters = outcomes.indices.filter { outcomes[$0].job.task.site == site }
    guard keepsGoing || chapters.allSatisfy({ outcomes[$0].succeeded }) else {
      terminal.note(
        "the site \(task.shownRoot) was not written; --keep-going writes it with its errors")
      return false
    }
    let pages = chapters.map { (job: outcomes[$0].job, page: outcomes[$0].page) }
    let own = formats.contains(.html) ? publication.sites[site].files(task, pages) : []
    guard let others = otherFiles(pages), write(own + others.flatMap { $0.flatMap { $0 } }) else {
      for index in chapters { outcomes[index].succeeded = false }
      return false
    }
    for (index, others) in zip(chapters, others) {
      let page = own.filter { $0.path == outcomes[index].job.report }
      finish(&outcomes[index], files: page + others.map { $0[0] }, time: nil)
    }
    guard !own.isEmpty else { return true }
    let size = own.reduce(0) { $0 + $1.data.count }
    let count = publication.sites[site].chapters.count
    terminal.report(
      "\(task.shownRoot): a site of \(count) \(count == 1 ? "chapter" : "chapters"), "
        + "\(own.count) files, \((size + 500) / 1000) kB",
      event: LogEvent.site(
        task.shownRoot, project: task.project.path, files: own.count, bytes: size))
    return true
  }

  /// The files of the chapters in formats besides the pages; nil if one cannot be made.
  private func otherFiles(_ pages: [(job: RenderJob, page: ReportPage)]) -> [[[OutputFile]]]? {
    var renderer = self
    renderer.formats.removeAll { $0 == .html }
    var files: [[[OutputFile]]] = []
    for (job, page) in pages {
      guard let made = renderer.files(job, page) else { return nil }
      files.append(made)
    }
    return files
  }
}
