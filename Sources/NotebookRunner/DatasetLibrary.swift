public import Datasets
public import Experiments
import NeuralNet
import Notebook
import Plotting
import Synchronization

/// Reads the external data of blocks, each source once a run.
public final class DatasetLibrary: Sendable {
  private struct Entry {
    let data: ExternalData
    let folder: String
    let trusted: Bool
    let loaded: SplitData
  }

  private let entries = Mutex<[Entry]>([])

  /// An empty library.
  public init() {}

  /// The data that `external` names, relative to the folder of `notebook`.
  ///
  /// - Parameter trusted: whether files outside of the project and of `NNBOOK_DATA` may be read.
  /// - Throws: `DatasetError` if a file is missing, may not be read or is not what it should be.
  public func load(
    _ external: ExternalData, besides notebook: String, trusted: Bool = false
  ) throws(DatasetError) -> SplitData {
    let folder = FilePath.folder(of: notebook)
    let known = entries.withLock { entries in
      entries.first { $0.data == external && $0.folder == folder && $0.trusted == trusted }?.loaded
    }
    if let known { return known }
    let allowed = trusted ? nil : Self.folders(of: notebook)
    let loaded = try read(external, in: folder, allowed)
    entries.withLock {
      $0.append(Entry(data: external, folder: folder, trusted: trusted, loaded: loaded))
    }
    return loaded
  }

  /// - Parameter allowed: the folders that may be read; nil for all.
  private func read(
    _ external: ExternalData, in folder: String, _ allowed: [ProjectFolder]?
  ) throws(DatasetError) -> SplitData {
    switch external {
    case .csv(let path, let target, let classes, let standardize):
      return SplitData(
        training: try csvDataset(
          path: Self.path(path, in: folder, allowed), target: String(target),
          targetIsClass: classes, standardize: standardize))
    case .text(let path, let context):
      let text = try textDataset(path: Self.path(path, in: folder, allowed), context: context)
      return SplitData(training: text.training, test: text.validation)
    case .digits: return SplitData(training: try MNISTDigits.load())
    case .fashionMNIST(let train, let test):
      return SplitData(
        training: try FashionMNIST.load(.training, limit: train),
        test: try FashionMNIST.load(.test, limit: test))
    }
  }

  /// A path as a notebook in `folder` means it.
  private static func path(
    _ written: Text, in folder: String, _ allowed: [ProjectFolder]?
  ) throws(DatasetError) -> String {
    let written = String(written)
    let path = written.hasPrefix("/") || folder.isEmpty ? written : "\(folder)/\(written)"
    guard allowed?.contains(where: { $0.contains(path) }) ?? true else {
      throw .outsideProject(path: path)
    }
    return path
  }

  /// The folders whose files a notebook may read: its project's and `NNBOOK_DATA`.
  private static func folders(of notebook: String) -> [ProjectFolder] {
    [ProjectFolder(ofNotebook: notebook)] + (DataFolders.own.map { [ProjectFolder($0)] } ?? [])
  }
}
