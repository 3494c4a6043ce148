import Foundation
import Notebook
import NotebookRunner
import Reports

/// What runs give: a page for each job, which knows of the others, and the sites that they make.
struct Publication {
  /// One a job.
  let pages: [ReportPage]
  /// One for each site of the sources.
  let sites: [Site]

  /// Composes the pages of notebooks that ran together.
  ///
  /// - Parameters:
  ///   - typesetter: what sets their formulas.
  ///   - brokenLinks: how bad a link is that leads nowhere.
  init(
    _ jobs: [RenderJob], _ runs: [NotebookRun], of sources: NotebookSources,
    typesetter: Typesetter, brokenLinks: Diagnostic.Severity
  ) {
    var reports = runs.map {
      Report($0, source: $0.notebook.path, typesetter: typesetter)
    }
    let sites = sources.sites.enumerated().map { number, task in
      let chapters = jobs.indices.filter { jobs[$0].task.site == number }
      return Site(task, chapters.map { (jobs[$0], reports[$0]) })
    }
    for (index, job) in jobs.enumerated() {
      reports[index].place = job.task.site.flatMap {
        job.place(in: sites[$0], of: sources.sites[$0])
      }
    }
    let connected = PageSet(
      zip(jobs, reports).map { Self.page($0, $1, of: sources) } + Self.otherPages(sources))
    for index in jobs.indices { reports[index].neighbours = connected.neighbours(of: index) }
    let links = LinkCheck(reports)
    pages = zip(runs, reports).map { run, report in
      ReportPage(run, report, links: links.problems(of: report, severity: brokenLinks))
    }
    self.sites = sites
  }

  private static func page(
    _ job: RenderJob, _ report: Report, of sources: NotebookSources
  ) -> PageSet.Page {
    PageSet.Page(
      report: report, notebook: absolute(job.task.notebook), file: absolute(job.report),
      project: sources.project(of: job.task.notebook))
  }

  /// The pages of the project that are not made now, but may be referred to.
  private static func otherPages(_ sources: NotebookSources) -> [PageSet.Page] {
    sources.otherPages.map { notebook, file in
      let (notebook, _) = NotebookReader.read(contentsOf: notebook)
      let provenance = Provenance(program: "", digest: "", seed: 0, command: "")
      return PageSet.Page(
        report: Report(notebook: notebook, outcomes: [], provenance: provenance),
        notebook: absolute(notebook.path), file: absolute(file),
        project: sources.project(of: notebook.path))
    }
  }

  private static func absolute(_ path: String) -> String {
    FilePath.absolute(path, in: FileManager.default.currentDirectoryPath)
  }
}

extension Site {
  /// The site of some chapters; variants of a notebook are one chapter.
  init(_ task: SiteTask, _ chapters: [(job: RenderJob, report: Report)]) {
    self.init(title: task.project.title ?? task.name)
    description = task.project.description
    language = task.project.language
    repository = task.project.repository
    baseURL = task.project.baseURL
    var number = 0
    var parts: [Int: Int] = [:]
    for (job, report) in chapters
    where !self.chapters.contains(where: { $0.source == task.source(of: job.task.notebook) }) {
      let notebook = job.task.notebook
      var chapter = Chapter(
        title: report.title, address: task.address(of: notebook),
        source: task.source(of: notebook))
      let frontMatter = report.notebook.frontMatter
      chapter.summary = frontMatter.subtitle ?? frontMatter.description
      chapter.claims = report.claimsFact
      if task.project.numbersChapters, chapter.address != Site.homeAddress {
        number += 1
        chapter.number = number
      }
      if let (index, title) = task.part(of: notebook) {
        chapter.part = parts[index] ?? self.parts.count
        if parts.updateValue(chapter.part ?? 0, forKey: index) == nil { self.parts.append(title) }
      }
      self.chapters.append(chapter)
    }
  }
}

extension RenderJob {
  /// Where its page stands; nil if the site has no such chapter.
  fileprivate func place(in site: Site, of task: SiteTask) -> SitePlace? {
    let source = task.source(of: self.task.notebook)
    guard let chapter = site.chapters.firstIndex(where: { $0.source == source }) else { return nil }
    let address = report == self.task.report ? nil : task.address(ofVariant: self)
    return SitePlace(site, chapter: chapter, address: address)
  }
}
