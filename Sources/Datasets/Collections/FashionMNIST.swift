import Foundation
public import NeuralNet

/// Zalando's 70 000 pictures of clothes, 28 × 28 pixels in ten classes.
///
/// - Source: Xiao, Rasul, Vollgraf, "Fashion-MNIST: a novel image dataset for benchmarking machine
///   learning algorithms", 2017 (arXiv:1708.07747). Debian packages it as
///   `dataset-fashion-mnist`, under the MIT licence.
public enum FashionMNIST {
  /// The training and the test pictures.
  public enum Part: String, Sendable, CaseIterable {
    /// 60 000 pictures.
    case training = "train"
    /// 10 000 pictures.
    case test = "t10k"
  }

  /// The classes, in the order of their labels.
  public static let classNames = [
    "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag",
    "Ankle boot",
  ]

  /// What installs the files.
  public static let command = "apt install dataset-fashion-mnist"

  /// Reads one part.
  ///
  /// - Parameters:
  ///   - part: training or test.
  ///   - limit: how many pictures are read, from the first on; nil for all.
  ///   - folder: where the files are; nil to search `NNBOOK_DATA` and Debian's folder.
  /// - Throws: `notInstalled`, `wrongSize`, and what `idxDataset` throws.
  /// - Shapes: features `[count, 784]`, targets `[count, 1]`.
  public static func load(
    _ part: Part, limit: Int? = nil, folder: String? = nil
  ) throws(DatasetError) -> Dataset {
    let folder = try locate(folder)
    for file in files(of: part) { try file.checkSize(in: folder) }
    let paths = files(of: part).map { $0.path(in: folder) }
    return try idxDataset(
      images: paths[0], labels: paths[1], classNames: classNames, limit: limit)
  }

  /// The folder that holds all four files.
  ///
  /// - Parameter folder: where to look; nil for `NNBOOK_DATA`, its subfolder `fashion-mnist`, and
  ///   `/usr/share/datasets/fashion-mnist`, in this order.
  /// - Throws: `notInstalled` with the folders searched.
  public static func locate(_ folder: String? = nil) throws(DatasetError) -> String {
    let candidates = folder.map { [$0] } ?? DataFolders.candidates(for: "fashion-mnist")
    let names = Part.allCases.flatMap(files).map(\.name)
    for candidate in candidates {
      let isComplete = names.allSatisfy {
        FileManager.default.fileExists(atPath: "\(candidate)/\($0)")
      }
      if isComplete { return candidate }
    }
    throw .notInstalled(name: "Fashion-MNIST", command: command, searched: candidates)
  }

  /// The files of a part: images first, then labels.
  public static func files(of part: Part) -> [PublishedFile] {
    switch part {
    case .training:
      [
        PublishedFile(
          name: "train-images-idx3-ubyte.gz", size: 26_421_856,
          sha256: "b0564c3eedabfbf835052cff8503ea422014ce006caf5b757f851416ee8300c7"),
        PublishedFile(
          name: "train-labels-idx1-ubyte.gz", size: 29_491,
          sha256: "0ae29f65d86684f32d1b9c85147786c547b9c6aebcaf235f0400a0cce308b056"),
      ]
    case .test:
      [
        PublishedFile(
          name: "t10k-images-idx3-ubyte.gz", size: 4_422_079,
          sha256: "cc1d090a38ace84dfa1aa66e3ada7c336ef481a96936906477e6dd344da56eaa"),
        PublishedFile(
          name: "t10k-labels-idx1-ubyte.gz", size: 5_125,
          sha256: "8d3605d196f4be44669e46906da9733c8131fef761fdbfec72c424d5222f1a05"),
      ]
    }
  }
}
