import Foundation
public import Notebook

/// The results that are kept beside a notebook, for git: `notes.results.json` with the numbers of
/// `notes.md` and `notes.figures.json` with the drawings.
///
/// The numbers are what people read, the drawings what a report is made from. Each drawn result also
/// holds the numbers that it was drawn from; if a number in the first file is another one, somebody
/// has changed it, and the results are refused.
public struct FrozenResults: Sendable {
  let numbers: [String: BlockNumbers]
  let drawings: [String: [UInt8]]
  /// The file of the numbers as the user would name it.
  let path: String

  /// The file of the numbers of a notebook.
  public static func numbersPath(of notebook: String) -> String { path(notebook, "results") }

  /// The file of the drawings of a notebook.
  public static func drawingsPath(of notebook: String) -> String { path(notebook, "figures") }

  private static func path(_ notebook: String, _ kind: String) -> String {
    let stem = notebook.hasSuffix(".md") ? String(notebook.dropLast(3)) : notebook
    return "\(stem).\(kind).json"
  }

  /// Reads both files of a notebook.
  ///
  /// - Throws: what is wrong with the first that cannot be used, as a diagnostic of that file.
  static func read(besides notebook: Notebook) throws(Diagnostic) -> FrozenResults {
    let path = notebook.variantPath
    let (numbers, drawings) = (numbersPath(of: path), drawingsPath(of: path))
    let results = try read(numbers, of: notebook.path) { text throws(ResultsProblem) in
      try ResultsFile(text: text)
    }
    let drawn = try read(drawings, of: notebook.path) { text throws(ResultsProblem) in
      try DrawingsFile(text: text)
    }
    return FrozenResults(
      numbers: Dictionary(results.blocks.map { ($0.name, $0) }) { first, _ in first },
      drawings: drawn.drawings, path: numbers)
  }

  private static func read<File>(
    _ path: String, of notebook: String, _ parse: (String) throws(ResultsProblem) -> File
  ) throws(Diagnostic) -> File {
    guard
      let text = try? String(
        contentsOf: URL(filePath: path, directoryHint: .notDirectory), encoding: .utf8)
    else {
      throw Diagnostic(
        path: path, position: nil, message: "there are no frozen results to read",
        note: "`nnbook render --freeze \(notebook)` writes them")
    }
    do throws(ResultsProblem) {
      return try parse(text)
    } catch {
      throw error.diagnostic(path: path)
    }
  }
}

// MARK: - Writing

extension FrozenResults {
  /// The files that hold the results of a run, with their content; none if no block has a result.
  static func files(_ run: NotebookRun) -> [(path: String, content: Data)] {
    let results = ResultsFile(run)
    guard !results.blocks.isEmpty else { return [] }
    let path = run.notebook.variantPath
    return [
      (drawingsPath(of: path), Data(DrawingsFile(run).text.utf8)),
      (numbersPath(of: path), Data(results.text.utf8)),
    ]
  }

  /// Writes the results of a run beside its notebook, each file whole or not at all, and only one
  /// that differs.
  ///
  /// - Returns: the files that were written.
  /// - Throws: the system's error if one cannot be written.
  public static func write(_ run: NotebookRun) throws -> [String] {
    try files(run).filter { path, content in
      let url = URL(filePath: path, directoryHint: .notDirectory)
      guard (try? Data(contentsOf: url)) != content else { return false }
      try content.write(to: url, options: .atomic)
      return true
    }.map { $0.path }
  }
}

// MARK: - Comparing

extension FrozenResults {
  /// What a run gives that the files beside its notebook do not hold; empty if there are no such
  /// files.
  ///
  /// - Parameter inNumbers: whether to list the numbers, if some moved, instead of the files.
  public static func differences(_ run: NotebookRun, inNumbers: Bool) -> [Diagnostic] {
    let path = run.notebook.variantPath
    let stored = [numbersPath(of: path), drawingsPath(of: path)].map { file in
      (
        path: file,
        content: try? Data(contentsOf: URL(filePath: file, directoryHint: .notDirectory))
      )
    }
    guard stored.contains(where: { $0.content != nil }) else { return [] }
    let fresh = Dictionary(uniqueKeysWithValues: files(run).map { ($0.path, $0.content) })
    let stale = stored.filter { $0.content != fresh[$0.path] }
    guard let first = stale.first else { return [] }
    let moved = first.path == stored[0].path && inNumbers ? moved(first.content, run) : []
    return moved.isEmpty ? stale.map { outOfDate($0.path) } : moved
  }

  private static func outOfDate(_ path: String) -> Diagnostic {
    Diagnostic(
      path: path, position: nil, message: "this is not what the notebook gives today",
      note: "`nnbook render --freeze` writes it anew")
  }

  /// The changes from the numbers in `content` to those of a run.
  private static func moved(_ content: Data?, _ run: NotebookRun) -> [Diagnostic] {
    guard let content else { return [] }
    let path = numbersPath(of: run.notebook.variantPath)
    do throws(ResultsProblem) {
      let old = try ResultsFile(text: String(decoding: content, as: UTF8.self))
      let comparison = NumberComparison(from: old.blocks, to: ResultsFile(run).blocks)
      return comparison.diagnostics(path: path)
    } catch {
      return [error.diagnostic(path: path)]
    }
  }
}
