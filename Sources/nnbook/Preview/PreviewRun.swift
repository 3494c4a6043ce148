import Foundation
import Notebook
import NotebookRunner
import Reports
import Synchronization

/// Runs some notebooks of a preview and puts what comes of it on the shelf.
final class PreviewRun: Sendable {
  private let runner: NotebookRunner
  private let shelf: PageShelf
  private let inbox: ChangeInbox
  private let terminal: Terminal
  private let progress: RunProgress
  private let typesetter: Typesetter
  /// What the last page of each notebook was made from.
  private let shown = Mutex<[String: PageInputs]>([:])
  /// The last report of each notebook, by the path of its page.
  private let reports = Mutex<[String: Report]>([:])

  /// Runs that end early when `inbox` says so.
  init(_ runner: NotebookRunner, shelf: PageShelf, inbox: ChangeInbox, terminal: Terminal) {
    let progress = RunProgress(shelf: shelf)
    var runner = runner
    let tell = runner.progress
    runner.progress = {
      progress.note($0)
      tell($0)
    }
    runner.isCancelled = { inbox.interrupts }
    self.runner = runner
    self.shelf = shelf
    self.inbox = inbox
    self.terminal = terminal
    self.progress = progress
    typesetter = Typesetter(cache: runner.cache)
  }

  /// Runs the notebooks `group` of `sources`.
  ///
  /// - Returns: false if a change ended the run; then nothing is shown.
  func run(_ group: [String], of sources: PreviewSources, path: (String) -> String) -> Bool {
    let started = ContinuousClock.now
    let (notebooks, found) = sources.all
    let shown = Set(notebooks.indices.filter { group.contains(notebooks[$0].path) })
    var runner = runner
    // Files of data may have changed, so that none is remembered from the last run.
    runner.datasets = DatasetLibrary()
    progress.begin()
    let runs = runner.run(notebooks, found: found, shown: shown)
    terminal.clearProgress()
    shelf.send(.idle)
    guard !inbox.interrupts else { return false }
    let bare = notebooks.map(Report.unrun)
    let pages = Self.pages(bare, of: sources.project, path: path)
    let site = PreviewSite(sources, zip(notebooks, bare).map { ($0.path, $1) })
    let compositions = shown.sorted().map { number in
      let composition = PreviewComposition(
        runs[number], project: sources.project, site: site,
        neighbours: pages.neighbours(of: number), typesetter: typesetter)
      return (number, composition)
    }
    reports.withLock { reports in
      for (number, composition) in compositions {
        reports[path(notebooks[number].path)] = composition.report
      }
    }
    shelveFiles(site, notebooks: notebooks, bare, of: sources, path: path)
    for (number, composition) in compositions {
      show(composition, of: runs[number], in: site, at: path(notebooks[number].path), started)
    }
    return true
  }

  /// The files of the site, and those to which pages link.
  private func shelveFiles(
    _ site: PreviewSite?, notebooks: [Notebook], _ bare: [Report], of sources: PreviewSources,
    path: (String) -> String
  ) {
    let known = reports.withLock { $0 }
    let reports = zip(notebooks, bare).compactMap { notebook, report -> Report? in
      guard sources.shown.contains(notebook.path) else { return nil }
      var report = known[path(notebook.path)] ?? report
      report.place = site?.place(of: notebook.path, theme: report.theme)
      return report
    }
    var files = site?.files(reports) ?? [:]
    for report in reports {
      let linked = LinkedFiles(
        report, folder: sources.root, notebooks: sources.shown, output: ".nnbook")
      for file in linked.paths where files["/" + file] == nil {
        files["/" + file] = .disk(sources.root.isEmpty ? file : "\(sources.root)/\(file)")
      }
    }
    shelf.take(files)
  }

  /// Where the pages of all notebooks are, and what their labels lead to.
  private static func pages(
    _ reports: [Report], of project: Project?, path: (String) -> String
  ) -> PageSet {
    let here = FileManager.default.currentDirectoryPath
    return PageSet(
      reports.map { report in
        PageSet.Page(
          report: report, notebook: FilePath.absolute(report.notebook.path, in: here),
          file: path(report.notebook.path), project: project?.path)
      })
  }

  private func show(
    _ composition: PreviewComposition, of run: NotebookRun, in site: PreviewSite?,
    at path: String, _ started: ContinuousClock.Instant
  ) {
    let inputs = PageInputs(run, site)
    let isNew = shown.withLock { $0.updateValue(inputs, forKey: path) != inputs }
    guard isNew, let old = shelf.page(at: path) else { return }
    let version = composition.isGood || !old.isGood ? shelf.newVersion() : nil
    let html = version.map { composition.page(path: path, version: $0) }
    shelf.change(path) { page in
      page.title = composition.title
      page.state = composition.state
      page.errors = composition.errors
      page.isGood = page.isGood || composition.isGood
      if let version, let html { (page.version, page.html) = (version, html) }
    }
    terminal.print(composition.diagnostics, of: run.notebook)
    if composition.isGood {
      terminal.summarize(
        run, path: path, bytes: html?.count ?? 0, time: ContinuousClock.now - started)
      terminal.print(run.failedClaims, of: run.notebook)
    }
  }
}

/// All that a page depends on: two equal ones give the same page.
private struct PageInputs: Equatable {
  let files: [NotebookFile]
  let pictures: [PictureFile]
  let dependencies: [[KeyPart]]
  let diagnostics: [Diagnostic]
  let checks: [[ClaimCheck]]
  let site: PreviewSite?

  init(_ run: NotebookRun, _ site: PreviewSite?) {
    self.site = site
    files = run.notebook.files
    pictures = run.notebook.pictures
    dependencies = run.blocks.map(\.dependencies)
    diagnostics = run.allDiagnostics
    checks = run.blocks.map(\.checks)
  }
}
