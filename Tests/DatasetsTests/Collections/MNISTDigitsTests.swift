import Datasets
import Foundation
import NeuralNet
import Testing

struct MNISTDigitsTests {
  static let isInstalled = (try? MNISTDigits.load()) != nil

  @Test("The digits are those that were published", .enabled(if: isInstalled, "make deps"))
  func digits() throws {
    let data = try MNISTDigits.load()
    #expect(data.count == 5000 && data.featureCount == 784)
    #expect(data.imageWidth == 28 && data.imageHeight == 28 && data.task == .classes(10))
    let counts = (0..<10).map { label in data.targets.count { $0 == Float(label) } }
    #expect(counts == Array(repeating: 500, count: 10))
    // The sums of the first and the last picture's bytes, by an independent reader.
    let sums = [data.features.prefix(784), data.features.suffix(784)].map { pixels in
      pixels.reduce(0) { $0 + Int(($1 * 255).rounded()) }
    }
    #expect(sums == [31_095, 33_540])
  }

  @Test("A folder without the file is named, with what to run")
  func notInstalled() {
    let error = DatasetError.notInstalled(
      name: "MNIST", command: "scripts/install-datasets", searched: ["/no/such"])
    #expect(throws: error) { try MNISTDigits.load(folder: "/no/such") }
    #expect("\(error)".contains("run 'scripts/install-datasets'"))
  }

  @Test("A file of another size is refused before it is read")
  func wrongSize() throws {
    let file = try TemporaryFile([1, 2, 3], name: MNISTDigits.file.name)
    let folder = (file.path as NSString).deletingLastPathComponent
    #expect(
      throws: DatasetError.wrongSize(path: file.path, expected: 1_106_785, found: 3)
    ) { try MNISTDigits.load(folder: folder) }
  }
}
