public import Foundation
public import Notebook

/// What the last run of each block depended on and how long it took, in a file a notebook.
///
/// It serves the order in which blocks run and `nnbook cache explain`; no result depends on it. A log
/// that cannot be read counts as empty.
public struct RunLog: Sendable {
  /// One block of the last run.
  public struct Entry: Codable, Equatable, Sendable {
    /// All that its result depended on.
    public var dependencies: [KeyPart]
    /// Seconds that it took when it was last computed; nil if it never was.
    public var seconds: Double?
  }

  /// The folder with a file for each notebook.
  public let folder: URL

  /// A log in `folder`, which is made with the first file.
  public init(folder: URL) { self.folder = folder }

  private func file(_ notebook: Notebook) -> URL {
    let name = notebook.path.split(separator: "/").last.map { String($0) } ?? "notebook"
    let isAbsolute = notebook.path.hasPrefix("/")
    let path =
      isAbsolute
      ? notebook.path : FileManager.default.currentDirectoryPath + "/" + notebook.path
    let parts = [
      KeyPart(name: "notebook", value: path), KeyPart(name: "variant", value: notebook.variantName),
    ]
    let digest = CacheKey(parts).digest.prefix(12)
    return folder.appending(path: "\(name)-\(digest).json")
  }

  /// The blocks of a notebook by label, or by kind and number.
  public func entries(of notebook: Notebook) -> [String: Entry] {
    guard let data = try? Data(contentsOf: file(notebook)),
      let entries = try? JSONDecoder().decode([String: Entry].self, from: data)
    else { return [:] }
    return entries
  }

  private func write(_ entries: [String: Entry], of notebook: Notebook) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    guard let data = try? encoder.encode(entries),
      (try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true))
        != nil
    else { return }
    ResultCache.hideFromGit(folder.deletingLastPathComponent())
    try? data.write(to: file(notebook), options: .atomic)
  }
}

extension RunLog {
  /// What a block is called in the log: its label, or its kind and its number among the blocks.
  static func name(of block: BlockPlan) -> String {
    block.block.options.label ?? "\(block.block.kind) \(block.id.block + 1)"
  }

  /// Notes what became of the blocks of all notebooks.
  func note(_ plan: ProjectPlan, _ outcomes: [BlockID: BlockRun]) {
    for (number, notebook) in plan.notebooks.enumerated() {
      let old = entries(of: notebook)
      var new: [String: Entry] = old
      for block in plan.blocks where block.id.notebook == number {
        guard let outcome = outcomes[block.id], outcome.result != nil else { continue }
        let name = Self.name(of: block)
        let seconds = outcome.origin == .computed ? outcome.seconds : old[name]?.seconds
        new[name] = Entry(dependencies: outcome.dependencies, seconds: seconds)
      }
      if new != old { write(new, of: notebook) }
    }
  }
}

/// What earlier runs took, read once a run.
struct BlockTimes {
  private let entries: [[String: RunLog.Entry]]

  init(_ log: RunLog?, _ plan: ProjectPlan) {
    entries = plan.notebooks.map { log?.entries(of: $0) ?? [:] }
  }

  /// Seconds of the last computation; nil if there was none.
  func seconds(of block: BlockPlan) -> Double? {
    entries[block.id.notebook][RunLog.name(of: block)]?.seconds
  }
}
