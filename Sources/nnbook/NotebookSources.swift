import ArgumentParser
import Notebook
import NotebookRunner

/// The notebooks that paths on the command line mean, and those whose definitions they may use.
struct NotebookSources {
  /// The notebooks that are meant, with their reports.
  let tasks: [RenderTask]
  /// The forms in which reports are written.
  var formats = [ReportFormat.html]
  /// The sites among them.
  let sites: [SiteTask]
  /// Other notebooks of their projects.
  let others: [String]
  /// The project files, as far as there are any, by notebook.
  private let projects: [String: Project]
  private let parameters: [(name: String, value: String)]
  private let parameterFile: ParameterFile?

  /// Looks at the paths, at project files and at the file of parameters.
  ///
  /// - Throws: `ExitCode(1)` after printing what is wrong with files that all notebooks share;
  ///   `ValidationError` for paths and reports that do not fit each other.
  init(
    _ paths: [String], output: String? = nil, outputDirectory: String? = nil,
    _ options: RunOptions, _ terminal: Terminal
  ) throws {
    let read = paths.map { NotebookSet.read($0) }
    try Self.stop(at: read.flatMap { $0.1 }.inFileOrder, terminal)
    let sets = read.map { $0.0 }
    (tasks, sites) = try RenderTask.tasks(
      for: sets, output: output, outputDirectory: outputDirectory)
    let shown = Set(tasks.map { $0.notebook })
    var seen = shown
    others = sets.flatMap { $0.members }.filter { seen.insert($0).inserted }
    projects = Dictionary(
      sets.flatMap { set in
        set.project.map { project in Set(set.notebooks + set.members).map { ($0, project) } } ?? []
      }, uniquingKeysWith: { first, _ in first })
    parameters = options.namedParameters
    guard let file = options.executeParams else {
      parameterFile = nil
      return
    }
    let (given, found) = ParameterFile.read(contentsOf: file)
    try Self.stop(at: found, terminal)
    parameterFile = given
  }

  private static func stop(at diagnostics: [Diagnostic], _ terminal: Terminal) throws {
    terminal.print(diagnostics)
    if diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
  }

  /// The notebooks that are meant, each as all of its variants; drafts are no chapters.
  func jobs() -> [RenderJob] {
    tasks.flatMap { jobs(of: $0) }.filter {
      $0.task.site == nil || !$0.notebook.frontMatter.draft
    }
  }

  /// All notebooks, those of `jobs()` first, and what the reader found in each.
  func read() -> (notebooks: [Notebook], found: [[Diagnostic]]) { read(besides: jobs()) }

  /// The notebooks of `jobs`, then the others, and what the reader found in each.
  func read(besides jobs: [RenderJob]) -> (notebooks: [Notebook], found: [[Diagnostic]]) {
    let known = Set(jobs.map { $0.task.notebook })
    let drafts = tasks.map { $0.notebook }.filter { !known.contains($0) }
    let others = (drafts + others).map { NotebookReader.read(contentsOf: $0) }
    return (
      jobs.map { $0.notebook } + others.map { $0.0 }, jobs.map { $0.found } + others.map { $0.1 }
    )
  }

  /// The jobs of a task, one a variant of the notebook's matrix; `-P` pins an axis.
  private func jobs(of task: RenderTask) -> [RenderJob] {
    let job = RenderJob(task, read(task))
    let pinned = Set(parameters.map { $0.name })
    var matrix = job.notebook.frontMatter.matrix
    matrix.axes.removeAll { pinned.contains($0.name) }
    guard !matrix.axes.isEmpty else { return [job] }
    return matrix.variants.map { RenderJob(task, read(task, $0), variant: $0) }
  }

  private func read(
    _ task: RenderTask, _ variant: Matrix.Variant = []
  ) -> (Notebook, [Diagnostic]) {
    NotebookReader.read(
      contentsOf: task.notebook, parameters: parameters + variant, parameterFile: parameterFile)
  }
}

// MARK: - Formats

extension NotebookSources {
  /// A report may have the name of a notebook: `notes.md` beside `notes.md`.
  func refuseOverwriting() throws {
    let notebooks = Set(tasks.map { FileReader.disk.realPath($0.notebook) })
    for path in tasks.flatMap({ task in formats.map { $0.path(beside: task.report) } })
    where notebooks.contains(FileReader.disk.realPath(path)) {
      throw ValidationError(
        "\(path) is a notebook, which its report would overwrite; give -o or --output-dir")
    }
  }
}

// MARK: - Projects

extension NotebookSources {
  /// The project file of a notebook; nil for one that belongs to no project.
  func project(of notebook: String) -> Project? { projects[notebook] }

  /// The other notebooks of the projects, and where their sites have the pages.
  var otherPages: [(notebook: String, file: String)] {
    others.compactMap { notebook in
      projects[notebook].map { project in
        let site = SiteTask(project, notebooks: [notebook])
        return (notebook, site.path(site.address(of: notebook)))
      }
    }
  }
}
