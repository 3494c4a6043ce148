import Crypto
public import Datasets
public import Experiments
import Foundation
import NeuralNet
import Notebook
import Plotting
import Synchronization

/// Reads the external data of blocks, each source once a run, and tells when files change meanwhile.
public final class DatasetLibrary: Sendable {
  private struct Entry {
    let source: DataSource
    let loaded: SplitData
  }

  /// A file of data with the SHA-256 of its bytes.
  struct DigestedFile: Equatable, Sendable {
    /// The path as the notebook or the system has it.
    let path: String
    /// 64 hexadecimal digits.
    let digest: String
    /// The file's name without its folder, which does not change what is in it.
    var name: String { path.split(separator: "/").last.map { String($0) } ?? path }
  }

  private let entries = Mutex<[Entry]>([])
  private let tables = Mutex<[String: TableFile]>([:])
  private let digests = Mutex<[String: String]>([:])

  /// An empty library.
  public init() {}

  /// The data that `external` names, relative to the folder of `notebook`.
  ///
  /// - Parameter trusted: whether files outside of the project and of `NNBOOK_DATA` may be read.
  /// - Throws: `DatasetError` if a file is missing, may not be read or is not what it should be.
  public func load(
    _ external: ExternalData, besides notebook: String, trusted: Bool = false
  ) throws(DatasetError) -> SplitData {
    try load(DataSource(data: external, notebook: notebook, isTrusted: trusted))
  }

  func load(_ source: DataSource) throws(DatasetError) -> SplitData {
    let known = entries.withLock { entries in entries.first { $0.source == source }?.loaded }
    if let known { return known }
    let loaded = try source.read()
    entries.withLock { $0.append(Entry(source: source, loaded: loaded)) }
    return loaded
  }

  /// The table in a file.
  func table(in file: NamedFile) throws(DatasetError) -> TableFile {
    let path = try file.path()
    if let known = tables.withLock({ $0[path] }) { return known }
    let loaded = try TableFile(path: path)
    tables.withLock { $0[path] = loaded }
    return loaded
  }

  /// Forgets what was loaded; blocks that still hold data keep them.
  func forget() {
    entries.withLock { $0 = [] }
    tables.withLock { $0 = [:] }
  }
}

// MARK: - Digests

extension DatasetLibrary {
  /// The files of a source, with what they held when they were first asked for.
  ///
  /// - Throws: `DatasetError` if one is missing or cannot be read.
  func files(of source: DataSource) throws(DatasetError) -> [DigestedFile] {
    try files(at: try source.paths())
  }

  /// Files with what they held when they were first asked for.
  func files(at paths: [String]) throws(DatasetError) -> [DigestedFile] {
    var files: [DigestedFile] = []
    for path in paths {
      let known = digests.withLock { $0[path] }
      let digest: String
      if let known { digest = known } else { digest = try Self.digest(of: path) }
      digests.withLock { $0[path] = digest }
      files.append(DigestedFile(path: path, digest: digest))
    }
    return files
  }

  /// A file that does not hold any more what it held when it was first asked for.
  func changedFile(among paths: [String]) throws(DatasetError) -> String? {
    for file in try files(at: paths) where try Self.digest(of: file.path) != file.digest {
      return file.path
    }
    return nil
  }

  private static func digest(of path: String) throws(DatasetError) -> String {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .missingFile(path: path)
    }
    guard !isFolder.boolValue else { throw .isFolder(path: path) }
    do {
      let data = try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)
      return SHA256.hash(data: data).hexadecimal
    } catch {
      throw .unreadable(path: path, reason: (error as NSError).localizedDescription)
    }
  }
}
