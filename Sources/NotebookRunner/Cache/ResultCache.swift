import Crypto
public import Foundation
import Synchronization

/// Results of earlier runs, in files that are found by what they depend on.
///
/// A file is written beside its place and renamed, so that it is whole or not there, whoever writes
/// at the same time and whenever the program is killed. Each carries a digest of its content; one
/// that does not fit is taken away and counts as missing. When all files together exceed the limit,
/// those that were used longest ago go first. A cache that cannot be read or written only costs time.
public final class ResultCache: Sendable {
  /// What is stored of a block.
  enum Stage: String, CaseIterable {
    /// What the slow part of the experiment found.
    case records
    /// Metrics and figures.
    case drawings
    /// Formulas and listings as they are set in pages.
    case typesetting
  }

  /// The folder that holds everything.
  public let folder: URL
  /// Bytes that the files may have together; default 2 GiB.
  public let limit: Int
  /// Whether stored results are left aside; new ones are stored all the same.
  public let ignoresOld: Bool
  private let written = Mutex(0)

  /// A cache in `folder`, which is made with the first file.
  public init(folder: URL, limit: Int = 2 << 30, ignoresOld: Bool = false) {
    self.folder = folder
    self.limit = limit
    self.ignoresOld = ignoresOld
  }

  private static let mark = Data("nnbook result 1\n".utf8)

  private func place(_ stage: Stage, _ digest: String) -> URL {
    folder.appending(path: stage.rawValue).appending(path: digest)
  }

  /// Whether there is a file, whole or not.
  func has(_ stage: Stage, _ key: CacheKey) -> Bool {
    FileManager.default.fileExists(atPath: place(stage, key.digest).path)
  }

  /// The content that was stored under `key`; nil if there is none that is whole.
  func read(_ stage: Stage, _ key: CacheKey) -> [UInt8]? { read(stage, key.digest) }

  private func read(_ stage: Stage, _ digest: String) -> [UInt8]? {
    guard !ignoresOld else { return nil }
    let file = place(stage, digest)
    guard let data = try? Data(contentsOf: file) else { return nil }
    let start = Self.mark.count + 32
    guard data.count >= start, data.prefix(Self.mark.count) == Self.mark,
      Data(SHA256.hash(data: data.dropFirst(start)))
        == data.dropFirst(Self.mark.count).prefix(32)
    else {
      remove(file)
      return nil
    }
    touch(file)
    return [UInt8](data.dropFirst(start))
  }

  /// Stores `content`; without effect where nothing can be written.
  func write(_ stage: Stage, _ key: CacheKey, _ content: [UInt8]) {
    write(stage, key.digest, content)
  }

  private func write(_ stage: Stage, _ digest: String, _ content: [UInt8]) {
    let content = Data(content)
    let file = Self.mark + Data(SHA256.hash(data: content)) + content
    guard file.count <= limit, prepare(stage) else { return }
    guard (try? file.write(to: place(stage, digest), options: .atomic)) != nil else { return }
    let total = written.withLock { bytes in
      bytes += file.count
      return bytes
    }
    if total > limit / 16 { evict() }
  }

  /// The formula or listing that was stored under a digest of what it was made from; nil for none.
  public func typesetting(_ digest: String) -> String? {
    read(.typesetting, digest).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Stores a formula or listing; without effect where nothing can be written.
  public func writeTypesetting(_ digest: String, _ text: String) {
    write(.typesetting, digest, Array(text.utf8))
  }

  private func prepare(_ stage: Stage) -> Bool {
    let place = folder.appending(path: stage.rawValue)
    guard
      (try? FileManager.default.createDirectory(at: place, withIntermediateDirectories: true))
        != nil
    else { return false }
    Self.hideFromGit(folder)
    return true
  }

  /// Says when it was used last, which decides what goes first.
  private func touch(_ file: URL) {
    try? FileManager.default.setAttributes(
      [.modificationDate: Date.now], ofItemAtPath: file.path)
  }

  private func remove(_ file: URL) { try? FileManager.default.removeItem(at: file) }
}

// MARK: - Size

extension ResultCache {
  private struct Entry {
    let file: URL
    let bytes: Int
    let used: Date
  }

  private var entries: [Entry] {
    let keys: Set<URLResourceKey> = [.fileSizeKey, .contentModificationDateKey]
    return Stage.allCases.flatMap { stage -> [Entry] in
      let place = folder.appending(path: stage.rawValue)
      let files = try? FileManager.default.contentsOfDirectory(
        at: place, includingPropertiesForKeys: Array(keys))
      return (files ?? []).compactMap { file in
        guard let values = try? file.resourceValues(forKeys: keys) else { return nil }
        return Entry(
          file: file, bytes: values.fileSize ?? 0,
          used: values.contentModificationDate ?? .distantPast)
      }
    }
  }

  /// How many files there are, and their bytes.
  public var size: (files: Int, bytes: Int) {
    let entries = entries
    return (entries.count, entries.reduce(0) { $0 + $1.bytes })
  }

  /// Removes what was used longest ago until all fits into the limit.
  public func evict() {
    written.withLock { $0 = 0 }
    let entries = entries.sorted { ($0.used, $0.file.path) < ($1.used, $1.file.path) }
    var total = entries.reduce(0) { $0 + $1.bytes }
    for entry in entries where total > limit {
      remove(entry.file)
      total -= entry.bytes
    }
  }

  /// Removes everything, and the folder if nothing else is in it.
  ///
  /// - Throws: the system's error if something cannot be removed.
  public func clean() throws {
    guard FileManager.default.fileExists(atPath: folder.path) else { return }
    try FileManager.default.removeItem(at: folder)
  }

  /// Tells git to leave the folder alone, as a cache is nobody's work.
  static func hideFromGit(_ folder: URL) {
    let file = folder.appending(path: ".gitignore")
    guard !FileManager.default.fileExists(atPath: file.path) else { return }
    try? Data("*\n".utf8).write(to: file, options: .atomic)
  }
}
