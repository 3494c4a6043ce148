import ArgumentParser
import Foundation
import Notebook
import NotebookRunner

/// The notebooks of a preview as they were last read, and the files that they depend on.
struct PreviewSources {
  /// A notebook and what the reader found.
  struct Source {
    let notebook: Notebook
    let found: [Diagnostic]
  }

  /// What the user named.
  let path: String
  /// The folder that is previewed, as it was named; nil for a single notebook.
  let folder: String?
  private let parameters: [(name: String, value: String)]
  private let parameterFile: String?
  private var meant: NotebookSet
  private var read: [String: Source] = [:]
  private var data: [String: Set<String>] = [:]

  /// Looks for the notebooks, without reading them.
  ///
  /// - Throws: `ValidationError` if there are none, `ExitCode(1)` after printing what is wrong with
  ///   the project file.
  init(_ path: String, _ options: RunOptions, _ terminal: Terminal) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw ValidationError("\(path): no such file or folder")
    }
    let (meant, found) = NotebookSet.read(path)
    terminal.print(found)
    guard !found.contains(where: { $0.severity == .error }) else { throw ExitCode(1) }
    guard !meant.notebooks.isEmpty else { throw ValidationError("no notebook (*.md) in \(path)") }
    let isProject = meant.project?.path == path
    self.path = path
    self.meant = meant
    folder = isFolder.boolValue ? path : isProject ? FilePath.folder(of: path) : nil
    parameters = options.namedParameters
    parameterFile = options.executeParams
  }

  /// The title of the list of notebooks.
  var title: String {
    meant.project?.title ?? URL(filePath: folder ?? "").standardizedFileURL.lastPathComponent
  }

  /// What the project file says; nil if there is none.
  var project: Project? { meant.project }

  /// Whether a project is shown as a whole.
  var isSite: Bool { meant.isSite }

  /// The folder that the root of the preview stands for.
  var root: String { folder ?? FilePath.folder(of: path) }

  /// The notebooks that are shown, in their order.
  var shown: [String] { meant.notebooks }

  /// All notebooks with what was found in each, as a runner takes them: those of the same project
  /// too, as their definitions may be used.
  var all: (notebooks: [Notebook], found: [[Diagnostic]]) {
    let sources = members.compactMap { read[$0] }
    return (sources.map(\.notebook), sources.map(\.found))
  }

  private var members: [String] {
    meant.notebooks + meant.members.filter { !meant.notebooks.contains($0) }
  }

  /// The files whose changes matter: those that exist and those that would if they did.
  var watched: Set<String> {
    let files = Set(members).union(read.values.flatMap { $0.notebook.paths })
      .union(data.values.joined()).union([projectFile])
    return folder.map { files.union([$0.isEmpty ? "." : $0]) } ?? files
  }

  private var projectFile: String {
    if let project = meant.project { return project.path }
    let home = folder ?? FilePath.folder(of: path)
    return home.isEmpty
      ? Project.fileName : (home as NSString).appendingPathComponent(Project.fileName)
  }
}

// MARK: - Changes

extension PreviewSources {
  /// Reads what has changed, or everything for the first time.
  ///
  /// - Returns: the notebooks that are not what they were.
  mutating func refresh(_ changed: Set<String>) -> [String] {
    if changed.contains(projectFile) { read = [:] }
    if let folder, !changed.isDisjoint(with: [folder.isEmpty ? "." : folder, projectFile]) {
      lookAgain()
    }
    let affected = members.filter { isAffected($0, by: changed) }
    for notebook in affected { read[notebook] = source(notebook) }
    if !affected.isEmpty { lookForData() }
    return affected
  }

  /// A project file with errors changes nothing until it is mended.
  private mutating func lookAgain() {
    let (meant, found) = NotebookSet.read(path)
    guard !found.contains(where: { $0.severity == .error }) else { return }
    self.meant = meant
    let members = members
    read = read.filter { members.contains($0.key) }
    data = data.filter { members.contains($0.key) }
  }

  private func isAffected(_ notebook: String, by changed: Set<String>) -> Bool {
    guard let files = read[notebook]?.notebook.paths else { return true }
    return !changed.isDisjoint(with: files)
      || data[notebook]?.isDisjoint(with: changed) == false
  }

  private func source(_ notebook: String) -> Source {
    let isShown = meant.notebooks.contains(notebook)
    let file = isShown ? parameterFile.map { ParameterFile.read(contentsOf: $0) } : nil
    let (read, found) = NotebookReader.read(
      contentsOf: notebook, parameters: isShown ? parameters : [], parameterFile: file?.0)
    return Source(notebook: read, found: (file?.1 ?? []) + found)
  }

  private mutating func lookForData() {
    let (notebooks, found) = all
    let files = NotebookRunner.dataFiles(of: notebooks, found: found)
    for (number, notebook) in notebooks.enumerated() { data[notebook.path] = files[number] }
  }

  /// Whether a run that began before these changes is of no use after them: a block, the front
  /// matter or a file of data has become another one, and not words only.
  func changesBlocks(_ changed: Set<String>) -> Bool {
    let texts = Set(read.values.flatMap { $0.notebook.files.map(\.path) })
    guard changed.isSubset(of: texts) else { return true }
    return members.filter { isAffected($0, by: changed) }.contains { notebook in
      read[notebook].map { source(notebook).notebook.whatRuns != $0.notebook.whatRuns } ?? true
    }
  }
}

extension Notebook {
  /// The text of all front matter and of all blocks, wherever they stand.
  fileprivate var whatRuns: [String] {
    let front = files.flatMap { file -> [String] in
      let lines = file.source.split(separator: "\n", omittingEmptySubsequences: false)
      guard lines.first == "---" else { return [] }
      return lines.dropFirst().prefix { $0 != "---" && $0 != "..." }.map(String.init)
    }
    return front + blocks.flatMap { [$0.kind, $0.source] }
  }
}
