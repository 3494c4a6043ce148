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

  /// The notebook or folder that the user named.
  let path: String
  /// Whether that is a folder.
  let isFolder: Bool
  private let parameters: [(name: String, value: String)]
  /// The notebooks in their order.
  private(set) var notebooks: [String] = []
  private var read: [String: Source] = [:]
  private var needs: [String: Set<String>] = [:]

  /// Looks for the notebooks, without reading them.
  ///
  /// - Throws: `ValidationError` if there are none.
  init(_ path: String, parameters: [(name: String, value: String)]) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw ValidationError("\(path): no such file or folder")
    }
    self.path = path
    self.isFolder = isFolder.boolValue
    self.parameters = parameters
    notebooks = try Self.notebooks(at: path)
  }

  private static func notebooks(at path: String) throws -> [String] {
    try RenderTask.tasks(for: [path], output: nil, outputDirectory: nil).map(\.notebook)
  }

  /// All notebooks with what was found in each, as a runner takes them.
  var all: (notebooks: [Notebook], found: [[Diagnostic]]) {
    let sources = notebooks.compactMap { read[$0] }
    return (sources.map(\.notebook), sources.map(\.found))
  }

  /// The files whose changes matter: those that exist and those that would if they did.
  var watched: Set<String> {
    let files = Set(notebooks).union(needs.values.joined())
    return isFolder ? files.union([path, projectFile]) : files
  }

  private var projectFile: String { (path as NSString).appendingPathComponent("nnbook.yml") }
}

// MARK: - Changes

extension PreviewSources {
  /// Reads what has changed, or everything for the first time.
  ///
  /// - Returns: the notebooks that are not what they were.
  mutating func refresh(_ changed: Set<String>) -> [String] {
    if isFolder, changed.contains(path) {
      notebooks = (try? Self.notebooks(at: path)) ?? []
      read = read.filter { notebooks.contains($0.key) }
      needs = needs.filter { notebooks.contains($0.key) }
    }
    let affected = notebooks.filter { isAffected($0, by: changed) }
    for notebook in affected { read[notebook] = source(notebook) }
    if !affected.isEmpty { lookForData() }
    return affected
  }

  private func isAffected(_ notebook: String, by changed: Set<String>) -> Bool {
    read[notebook] == nil || changed.contains(notebook) || changed.contains(projectFile)
      || needs[notebook]?.isDisjoint(with: changed) == false
  }

  private func source(_ notebook: String) -> Source {
    let (notebook, found) = NotebookReader.read(contentsOf: notebook, parameters: parameters)
    return Source(notebook: notebook, found: found)
  }

  private mutating func lookForData() {
    let (notebooks, found) = all
    let data = NotebookRunner.dataFiles(of: notebooks, found: found)
    for (number, notebook) in notebooks.enumerated() { needs[notebook.path] = data[number] }
  }

  /// Whether a run that began before these changes is of no use after them: a block, the front
  /// matter or a file of data has become another one, and not words only.
  func changesBlocks(_ changed: Set<String>) -> Bool {
    changed.contains { path in
      guard let old = read[path]?.notebook else { return true }
      return source(path).notebook.whatRuns != old.whatRuns
    }
  }
}

extension Notebook {
  /// The text of the front matter and of all blocks, wherever they stand.
  fileprivate var whatRuns: [Substring] {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let end = lines.dropFirst().firstIndex { $0 == "---" || $0 == "..." } ?? 0
    let front = lines.first == "---" ? lines[0..<end] : []
    let inside = blocks.flatMap { block in lines[lines.indices.clamped(to: block.lineIndices)] }
    return front + inside
  }
}

extension ExperimentBlock {
  fileprivate var lineIndices: Range<Int> { lines.lowerBound - 1..<lines.upperBound }
}
