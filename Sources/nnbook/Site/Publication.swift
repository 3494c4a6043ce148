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
    let themes = runs.map { ThemeReader.read($0.notebook, sources.project(of: $0.notebook.path)) }
    for index in reports.indices { reports[index].theme = themes[index].0 }
    var sites = sources.sites.enumerated().map { number, task in
      let chapters = jobs.indices.filter { jobs[$0].task.site == number }
      return Site(task, chapters.map { (jobs[$0].task.notebook, reports[$0]) })
    }
    for (index, job) in jobs.enumerated() {
      reports[index].place = job.task.site.flatMap {
        job.place(in: sites[$0], of: sources.sites[$0])
      }
    }
    // A page that looks otherwise than the site cannot share its style.
    for index in reports.indices where reports[index].theme != reports[index].place?.site.theme {
      reports[index].place?.sharesAssets = false
    }
    let connected = PageSet(
      zip(jobs, reports).map { Self.page($0, $1, of: sources) } + Self.otherPages(sources))
    for index in jobs.indices { reports[index].neighbours = connected.neighbours(of: index) }
    let links = LinkCheck(reports)
    let files = jobs.indices.map { index in
      jobs[index].task.site.map { site in
        let chapters = jobs.filter { $0.task.site == site }.map { $0.task.notebook }
        return Self.linkedFiles(reports[index], sources.sites[site], chapters)
      }
    }
    for (job, files) in zip(jobs, files) {
      guard let site = job.task.site, let files else { continue }
      sites[site].linkedFiles = Set(sites[site].linkedFiles + files.paths).sorted()
    }
    pages = runs.indices.map { index in
      ReportPage(
        runs[index], reports[index],
        links: links.problems(of: reports[index], severity: brokenLinks)
          + (files[index]?.problems ?? []) + themes[index].1)
    }
    self.sites = sites
  }

  private static func page(
    _ job: RenderJob, _ report: Report, of sources: NotebookSources
  ) -> PageSet.Page {
    PageSet.Page(
      report: report, notebook: absolute(job.task.notebook), file: absolute(job.report),
      project: sources.project(of: job.task.notebook)?.path)
  }

  /// The pages of the project that are not made now, but may be referred to.
  private static func otherPages(_ sources: NotebookSources) -> [PageSet.Page] {
    sources.otherPages.map { notebook, file in
      let (notebook, _) = NotebookReader.read(contentsOf: notebook)
      return PageSet.Page(
        report: .unrun(notebook), notebook: absolute(notebook.path), file: absolute(file),
        project: sources.project(of: notebook.path)?.path)
    }
  }

  private static func linkedFiles(
    _ report: Report, _ task: SiteTask, _ chapters: [String]
  ) -> LinkedFiles {
    LinkedFiles(
      report, folder: task.project.folder, notebooks: chapters, output: task.shownRoot)
  }

  private static func absolute(_ path: String) -> String {
    FilePath.absolute(path, in: FileManager.default.currentDirectoryPath)
  }
}

extension Site {
  /// The site of some chapters; variants of a notebook are one chapter.
  init(_ task: SiteTask, _ chapters: [(notebook: String, report: Report)]) {
    self.init(title: task.project.title ?? task.name)
    description = task.project.description
    language = task.project.language
    repository = task.project.repository
    baseURL = task.project.baseURL
    theme = ThemeReader.read(task.project)
    var number = 0
    var parts: [Int: Int] = [:]
    for (notebook, report) in chapters
    where !self.chapters.contains(where: { $0.source == task.source(of: notebook) }) {
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
