import Datasets
import Foundation
import NeuralNet
import Testing

struct FashionMNISTTests {
  static let isInstalled = (try? FashionMNIST.locate()) != nil

  @Test(
    "The test pictures are those that were published",
    .enabled(if: isInstalled, "apt install dataset-fashion-mnist"))
  func testPart() throws {
    let data = try FashionMNIST.load(.test)
    #expect(data.count == 10_000)
    #expect(data.featureCount == 784)
    #expect(data.imageWidth == 28 && data.imageHeight == 28)
    #expect(data.task == .classes(10))
    #expect(data.features.prefix(50 * 784).allSatisfy { (0...1).contains($0) })
    // 1 000 pictures of each class; the first is an ankle boot.
    let counts = (0..<10).map { label in data.targets.count { $0 == Float(label) } }
    #expect(counts == Array(repeating: 1_000, count: 10))
    #expect(data.classNames[Int(data.targets[0])] == Array("Ankle boot".utf8))
  }

  @Test(
    "A limit gives the first training pictures",
    .enabled(if: isInstalled, "apt install dataset-fashion-mnist"))
  func limit() throws {
    let data = try FashionMNIST.load(.training, limit: 12)
    #expect(data.targets == [9, 0, 0, 3, 0, 2, 7, 2, 5, 5, 0, 9])
    #expect(data.features.count == 12 * 784)
    // The sum of the first picture's bytes, by an independent reader.
    let bytes = data.features.prefix(784).map { Int(($0 * 255).rounded()) }
    #expect(bytes.reduce(0, +) == 76_247)
  }

  @Test("A folder without the files is named, with what to install")
  func notInstalled() {
    let error = DatasetError.notInstalled(
      name: "Fashion-MNIST", command: "apt install dataset-fashion-mnist", searched: ["/no/such"])
    #expect(throws: error) { try FashionMNIST.load(.test, folder: "/no/such") }
    #expect("\(error)".contains("apt install dataset-fashion-mnist"))
  }

  @Test("A file of another size is refused before it is read")
  func wrongSize() throws {
    let file = try TemporaryFile([1, 2, 3], name: "train-images-idx3-ubyte.gz")
    let folder = (file.path as NSString).deletingLastPathComponent
    for name in [
      "train-labels-idx1-ubyte.gz", "t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz",
    ] {
      try Data([1]).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }
    #expect(
      throws: DatasetError.wrongSize(path: file.path, expected: 26_421_856, found: 3)
    ) {
      try FashionMNIST.load(.training, folder: folder)
    }
  }

  @Test("A file is compared with its published digest")
  func digest() throws {
    let file = try TemporaryFile([1, 2, 3], name: "bytes")
    let folder = (file.path as NSString).deletingLastPathComponent
    let published = PublishedFile(name: "bytes", size: 3, sha256: "1 2 3")
    let digest = { (bytes: Data) in bytes.map { "\($0)" }.joined(separator: " ") }
    try published.checkSize(in: folder)
    try published.checkDigest(in: folder, sha256: digest)
    #expect(
      throws: DatasetError.wrongDigest(path: file.path, expected: "1 2 3", found: "")
    ) {
      try published.checkDigest(in: folder) { _ in "" }
    }
  }

  @Test("The user's folder comes before the system's")
  func folders() {
    let variables = ["NNBOOK_DATA": "/data", "HOME": "/home/ada"]
    let own = DataFolders.candidates(for: "digits", environment: variables)
    #expect(
      own == [
        "/data", "/data/digits", "/home/ada/.local/share/nnbook/digits",
        "/usr/share/datasets/digits",
      ])
    #expect(
      DataFolders.candidates(for: "digits", environment: [:]) == ["/usr/share/datasets/digits"])
  }
}
