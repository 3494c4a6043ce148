import Crypto
public import Datasets
public import Experiments
import Foundation
import NeuralNet
import Plotting
import Synchronization

/// Reads the external data of blocks, each source once a run, and tells when files change meanwhile.
public final class DatasetLibrary: Sendable {
  private struct Entry {
    let data: ExternalData
    let folder: String
    let loaded: SplitData
  }

  /// A file of data with the SHA-256 of its bytes.
  struct DigestedFile: Equatable, Sendable {
    /// The path as the notebook or the system has it.
    let path: String
    /// 64 hexadecimal digits.
    let digest: String
    /// The file's name without its folder, which does not change what is in it.
    var name: String { (path as NSString).lastPathComponent }
  }

  private let digests = Mutex<[String: String]>([:])

  private let entries = Mutex<[Entry]>([])

  /// An empty library.
  public init() {}

  /// The data that `external` names, relative to the folder of `notebook`.
  ///
  /// - Throws: `DatasetError` if a file is missing or not what it should be.
  public func load(_ external: ExternalData, besides notebook: String) throws(DatasetError)
    -> SplitData
  {
    let folder = (notebook as NSString).deletingLastPathComponent
    let known = entries.withLock { entries in
      entries.first { $0.data == external && $0.folder == folder }?.loaded
    }
    if let known { return known }
    let loaded = try read(external, in: folder)
    entries.withLock { $0.append(Entry(data: external, folder: folder, loaded: loaded)) }
    return loaded
  }

  /// Forgets what was loaded; blocks that still hold data keep them.
  func forget() { entries.withLock { $0 = [] } }

  /// The files that `external` stands for, with what they held when they were first asked for.
  ///
  /// - Throws: `DatasetError` if one is missing or cannot be read.
  func files(of external: ExternalData, besides notebook: String) throws(DatasetError)
    -> [DigestedFile]
  {
    let folder = (notebook as NSString).deletingLastPathComponent
    var files: [DigestedFile] = []
    for path in try Self.paths(of: external, in: folder) {
      let known = digests.withLock { $0[path] }
      let digest: String
      if let known { digest = known } else { digest = try Self.digest(of: path) }
      digests.withLock { $0[path] = digest }
      files.append(DigestedFile(path: path, digest: digest))
    }
    return files
  }

  /// A file of `external` that does not hold any more what it held when it was first asked for.
  func changedFile(of external: ExternalData, besides notebook: String) throws(DatasetError)
    -> String?
  {
    for file in try files(of: external, besides: notebook)
    where try Self.digest(of: file.path) != file.digest {
      return file.path
    }
    return nil
  }

  private static func paths(of external: ExternalData, in folder: String) throws(DatasetError)
    -> [String]
  {
    switch external {
    case .csv(let path, _, _, _), .text(let path, _): return [Self.path(path, in: folder)]
    case .digits: return [MNISTDigits.file.path(in: try MNISTDigits.locate())]
    case .fashionMNIST:
      let folder = try FashionMNIST.locate()
      return FashionMNIST.Part.allCases.flatMap { FashionMNIST.files(of: $0) }.map {
        $0.path(in: folder)
      }
    }
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

  private func read(_ external: ExternalData, in folder: String) throws(DatasetError) -> SplitData {
    switch external {
    case .csv(let path, let target, let classes, let standardize):
      return SplitData(
        training: try csvDataset(
          path: Self.path(path, in: folder), target: String(target), targetIsClass: classes,
          standardize: standardize))
    case .text(let path, let context):
      let text = try textDataset(path: Self.path(path, in: folder), context: context)
      return SplitData(training: text.training, test: text.validation)
    case .digits: return SplitData(training: try MNISTDigits.load())
    case .fashionMNIST(let train, let test):
      return SplitData(
        training: try FashionMNIST.load(.training, limit: train),
        test: try FashionMNIST.load(.test, limit: test))
    }
  }

  /// A path as a notebook in `folder` means it.
  private static func path(_ written: Text, in folder: String) -> String {
    let path = String(written)
    return path.hasPrefix("/") || folder.isEmpty ? path : "\(folder)/\(path)"
  }
}
