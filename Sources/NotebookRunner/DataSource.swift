import Datasets
import Experiments
import NeuralNet
import Notebook
import Plotting

/// External data as a block of a notebook names them.
struct DataSource: Equatable, Sendable {
  let data: ExternalData
  /// The notebook, to whose folder paths are relative.
  let notebook: String
  /// Whether files outside of the project and of `NNBOOK_DATA` may be read.
  let isTrusted: Bool

  static func == (a: DataSource, b: DataSource) -> Bool {
    a.data == b.data && a.folder == b.folder && a.isTrusted == b.isTrusted
  }

  private var folder: String { FilePath.folder(of: notebook) }

  /// Reads everything.
  ///
  /// - Throws: `DatasetError` if a file is missing, may not be read or is not what it should be.
  func read() throws(DatasetError) -> SplitData {
    switch data {
    case .csv(let path, let target, let classes, let standardize):
      return SplitData(
        training: try csvDataset(
          path: self.path(path), target: String(target), targetIsClass: classes,
          standardize: standardize))
    case .text(let path, let context):
      let text = try textDataset(path: self.path(path), context: context)
      return SplitData(training: text.training, test: text.validation)
    case .digits: return SplitData(training: try MNISTDigits.load())
    case .fashionMNIST(let train, let test):
      return SplitData(
        training: try FashionMNIST.load(.training, limit: train),
        test: try FashionMNIST.load(.test, limit: test))
    }
  }

  /// The files that hold the data.
  ///
  /// - Throws: `DatasetError` if they are not installed or may not be read.
  func paths() throws(DatasetError) -> [String] {
    switch data {
    case .csv(let path, _, _, _), .text(let path, _): return [try self.path(path)]
    case .digits: return [MNISTDigits.file.path(in: try MNISTDigits.locate())]
    case .fashionMNIST:
      let folder = try FashionMNIST.locate()
      return FashionMNIST.Part.allCases.flatMap { FashionMNIST.files(of: $0) }.map {
        $0.path(in: folder)
      }
    }
  }

  /// A path as the notebook means it.
  private func path(_ written: Text) throws(DatasetError) -> String {
    try NamedFile(written: String(written), notebook: notebook, isTrusted: isTrusted).path()
  }
}
