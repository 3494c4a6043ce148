public import Datasets
public import Experiments
import Foundation
import NeuralNet
import Plotting
import Synchronization

/// Reads the external data of blocks, each source once a run.
public final class DatasetLibrary: Sendable {
  private struct Entry {
    let data: ExternalData
    let folder: String
    let loaded: SplitData
  }

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
