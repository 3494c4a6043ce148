import Datasets
import Foundation
import NeuralNet
import TestSupport
import Testing

struct DatasetErrorTests {
  static let cell = CSVCell(path: "a.csv", line: 3, character: 5, column: "x", text: "seven")
  static let errors: [DatasetError] = [
    .missingFile(path: "a.csv"), .isFolder(path: "data"),
    .outsideProject(path: "../a.csv"),
    .unreadable(path: "a.csv", reason: "Permission denied"),
    .tooLarge(path: "a.csv", limit: 256 << 20), .damaged(path: "a.gz"),
    .wrongSize(path: "a.gz", expected: 5_125, found: 3),
    .wrongDigest(path: "a.gz", expected: "8d36", found: "0000"),
    .notInstalled(
      name: "Fashion-MNIST", command: "apt install dataset-fashion-mnist", searched: ["/a", "/b"]),
    .notIDX(path: "a.gz", magic: 0x7365_7061), .unsupportedElements(path: "a.gz", code: 0x0D),
    .wrongDimensions(path: "a.gz", expected: 3, found: [5]),
    .truncated(path: "a.gz", expected: 784, found: 7), .surplus(path: "a.gz", expected: 784),
    .countsDiffer(images: 2, labels: 3),
    .labelOutOfRange(path: "a.gz", row: 4, label: 12, classes: 10), .emptyTable(path: "a.csv"),
    .noRows(path: "a.csv"), .notUTF8(path: "a.csv", offset: 6),
    .badQuotes(path: "a.csv", line: 3),
    .raggedRow(path: "a.csv", line: 3, expected: 5, found: 4),
    .duplicateColumn(path: "a.csv", name: "x"),
    .missingColumn(path: "a.csv", name: "specie", known: ["petal", "species"]),
    .noFeatures(path: "a.csv", target: "y"), .notNumber(cell), .emptyCell(cell),
    .notFinite(cell), .oneClass(path: "a.csv", column: "y", name: "setosa"),
    .rejected(path: "a.gz", .invalidRow(featureCount: 0, targetCount: 1)), .badLimit(0),
  ]

  @Test("Every error says what was found and what was expected")
  func messages() {
    let text = Self.errors.map { "\($0)\n" }.joined()
    expectGolden(text, goldenFolder("../Goldens").appendingPathComponent("errors.txt"))
  }

  @Test("A name that was probably meant comes first")
  func suggestion() {
    let error = DatasetError.missingColumn(
      path: "a.csv", name: "specie", known: ["petal", "species"])
    let words = error.words { _, known in known.last }
    #expect(words.note == "did you mean 'species'? Known: petal, species")
  }
}
