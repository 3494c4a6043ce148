/// The notebooks that a path on the command line means, and those that belong to them.
public struct NotebookSet: Sendable {
  /// The path as it was given.
  public var path: String
  /// What the project file says; nil if there is none.
  public var project: Project?
  /// The notebooks that are meant, in their order.
  public var notebooks: [String] = []
  /// The notebooks whose definitions those may use, themselves included: the chapters of the
  /// project, else all of the folder that is meant, else the one file.
  public var members: [String] = []
  /// Whether the whole project is meant, and not some of its notebooks: a site.
  public var isSite = false

  /// Looks at a path: a notebook, a folder, or a project file.
  ///
  /// A folder means the chapters of its project file; without one, or if that names no chapters,
  /// its files `*.md` by name, except `README.md`.
  ///
  /// - Returns: the set and what is wrong with the project file.
  public static func read(
    _ path: String, files: FileReader = .disk
  ) -> (NotebookSet, [Diagnostic]) {
    var set = NotebookSet(path: path)
    var diagnostics: [Diagnostic] = []
    let file = projectFile(of: path, files)
    if let file {
      let (project, found) = ProjectReader.read(contentsOf: file, files: files)
      (set.project, diagnostics) = (project, found)
      set.isSite = isProjectFile(path) || set.isHome(path, files)
    }
    set.notebooks = set.notebooks(of: path, files)
    set.members = set.project?.notebooks ?? []
    if set.members.isEmpty, let project = set.project {
      set.members = notebooks(in: project.folder, files) ?? []
    }
    let known = Set(set.members.map(files.realPath))
    set.members += set.notebooks.filter { !known.contains(files.realPath($0)) }
    return (set, diagnostics)
  }

  private static func projectFile(of path: String, _ files: FileReader) -> String? {
    isProjectFile(path) ? path : Project.find(from: path, files: files)
  }

  private static func isProjectFile(_ path: String) -> Bool {
    path == Project.fileName || path.hasSuffix("/" + Project.fileName)
  }

  private func notebooks(of path: String, _ files: FileReader) -> [String] {
    let folder = Self.isProjectFile(path) ? FilePath.folder(of: path) : path
    guard let found = Self.notebooks(in: folder, files) else { return [path] }
    guard let project, !project.notebooks.isEmpty, isHome(folder, files) else { return found }
    return project.notebooks
  }

  /// Whether a path is the folder of the project file.
  private func isHome(_ path: String, _ files: FileReader) -> Bool {
    guard let project else { return false }
    return files.realPath(project.folder.isEmpty ? "." : project.folder)
      == files.realPath(path.isEmpty ? "." : path)
  }

  /// Nil if there is no such folder.
  private static func notebooks(in folder: String, _ files: FileReader) -> [String]? {
    files.names(folder.isEmpty ? "." : folder)?
      .filter { $0.hasSuffix(".md") && $0 != "README.md" }.sorted()
      .map { FilePath.joined(folder == "." ? "" : folder, $0) }
  }
}
