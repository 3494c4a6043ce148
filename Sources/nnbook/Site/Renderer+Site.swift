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
    let files = SiteFile.all(publication.sites[site], task, pages)
    guard write(files) else {
      for index in chapters { outcomes[index].succeeded = false }
      return false
    }
    for index in chapters {
      let bytes = files.first { $0.path == outcomes[index].job.report }?.data.count ?? 0
      finish(&outcomes[index], bytes: bytes, time: nil)
    }
    let size = files.reduce(0) { $0 + $1.data.count }
    terminal.report(
      "\(task.shownRoot): a site of \(publication.sites[site].chapters.count) chapters, "
        + "\(files.count) files, \((size + 500) / 1000) kB",
      event: LogEvent.site(
        task.shownRoot, project: task.project.path, files: files.count, bytes: size))
    return true
  }

  /// Writes files beside their places first, then puts them there one after the other: a disk that is
  /// full changes nothing, and a killed run leaves whole files.
  private func write(_ files: [SiteFile]) -> Bool {
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
}
