import Datasets
import NeuralNet
import Testing

struct IDXDatasetTests {
  @Test("Pixels become 0 to 1, labels class indices, and images keep their size")
  func reads() throws {
    let images = try TemporaryFile(gzip(idx([3, 1, 2], [0, 255, 51, 102, 153, 204])))
    let labels = try TemporaryFile(idx([3], [2, 0, 1]))
    let data = try idxDataset(images: images.path, labels: labels.path)
    #expect(data.features == [0, 1, 0.2, 0.4, 0.6, 0.8])
    #expect(data.targets == [2, 0, 1])
    #expect(data.task == .classes(3))
    #expect(data.classNames == [Array("0".utf8), Array("1".utf8), Array("2".utf8)])
    #expect([data.count, data.featureCount, data.targetCount] == [3, 2, 1])
    #expect([data.imageWidth, data.imageHeight] == [2, 1])
  }

  @Test("A limit takes the first images and their labels")
  func limits() throws {
    let images = try TemporaryFile(idx([3, 1, 2], [0, 255, 51, 102, 153, 204]))
    let labels = try TemporaryFile(idx([3], [1, 0, 9]))
    let data = try idxDataset(images: images.path, labels: labels.path, limit: 2)
    #expect(data.count == 2)
    #expect(data.task == .binary)
  }

  @Test("Images and labels must be as many, and labels within the classes")
  func checks() throws {
    let images = try TemporaryFile(idx([2, 1, 1], [1, 2]))
    let three = try TemporaryFile(idx([3], [0, 1, 2]))
    #expect(throws: DatasetError.countsDiffer(images: 2, labels: 3)) {
      try idxDataset(images: images.path, labels: three.path)
    }
    let labels = try TemporaryFile(idx([2], [0, 7]))
    #expect(
      throws: DatasetError.labelOutOfRange(path: labels.path, row: 1, label: 7, classes: 2)
    ) {
      try idxDataset(images: images.path, labels: labels.path, classNames: ["a", "b"])
    }
    let none = try TemporaryFile(idx([0, 1, 1], []))
    let empty = try TemporaryFile(idx([0], []))
    #expect(throws: DatasetError.noRows(path: none.path)) {
      try idxDataset(images: none.path, labels: empty.path)
    }
    let flat = try TemporaryFile(idx([2, 0, 1], []))
    #expect(
      throws: DatasetError.rejected(
        path: flat.path, .invalidRow(featureCount: 0, targetCount: 1))
    ) {
      try idxDataset(images: flat.path, labels: labels.path)
    }
  }
}
