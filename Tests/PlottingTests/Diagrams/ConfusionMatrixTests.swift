import Testing

@testable import Plotting

@Suite("Confusion matrices")
struct ConfusionMatrixTests {
  static let clothes: [Text] = [
    "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag",
    "Ankle boot",
  ]

  private func matrix(_ classes: [Text], seed: UInt64) -> ConfusionMatrix {
    var random = SeededGenerator(seed)
    let count = classes.count
    let counts = (0..<(count * count)).map { index in
      index % (count + 1) == 0 ? random.whole(0, 6000) : random.whole(-3, 9)
    }
    return ConfusionMatrix(classes: classes, counts: counts)
  }

  @Test(
    "keep texts apart and inside for any number of classes",
    arguments: [1, 2, 3, 4, 5, 8, 10, 11, 16, 20, 26, 30])
  func geometry(count: Int) {
    let names = (0..<count).map { index -> Text in "class \(index)" }
    let digits = (0..<count).map { index -> Text in "\(index)" }
    for classes in [names, digits] {
      for scene in Scene.all(of: .confusionMatrix(matrix(classes, seed: UInt64(count)))) {
        scene.expectInside()
        scene.expectReadable()
      }
    }
  }

  @Test("name the classes at the rows, and in a key on a phone")
  func longNames() {
    let scenes = Scene.all(of: .confusionMatrix(matrix(Self.clothes, seed: 3)))
    for scene in scenes {
      scene.expectInside()
      scene.expectReadable()
      for name in Self.clothes { #expect(scene.contents.contains(name.string)) }
    }
    #expect(scenes.map(\.width).last == 350)
    #expect(scenes.map { $0.rectangles[0].box.width.rounded() } == [36, 26])
  }

  @Test("shade by the share of the row on a square-root scale, zero like an empty cell")
  func shade() {
    let matrix = ConfusionMatrix(classes: ["a", "b", "c"], counts: [97, 1, 2, 0, 16, 0])
    // √(1/100)·8 = 0.8, √(2/100)·8 = 1.13, √(97/100)·8 = 7.88.
    #expect(matrix.tint(0, 0) == .sequential(8))
    #expect(matrix.tint(0, 1) == .sequential(1))
    #expect(matrix.tint(0, 2) == .sequential(2))
    #expect(matrix.tint(1, 0) == .inset)
    #expect(matrix.tint(1, 1) == .sequential(8))
  }

  @Test("outline the three most frequent confusions, none of them correct or zero")
  func worst() {
    let matrix = ConfusionMatrix(classes: ["a", "b", "c"], counts: [90, 3, 7, 4, 80, 0, 4, 9, 70])
    #expect(
      matrix.worst.map { [$0.truth, $0.prediction, $0.count] } == [
        [2, 1, 9], [0, 2, 7], [1, 0, 4],
      ])
    let scene = Scene.all(of: .confusionMatrix(matrix))[0]
    #expect(scene.rectangles.filter { $0.classes == ["mark"] }.count == 3)
    #expect(ConfusionMatrix(classes: ["a", "b"], counts: [1, 0, 0, 1]).worst.isEmpty)
  }

  @Test("tell accuracy, recall and the worst confusion")
  func summary() {
    let matrix = ConfusionMatrix(classes: ["cat", "dog", "owl"], counts: [8, 2, 0, 1, 9, 0])
    #expect(matrix.recall(0) == 0.8)
    #expect(matrix.recall(2) == nil)
    #expect(
      Panel.confusionMatrix(matrix).summary
        == "Accuracy 0.850 on 20 examples. Most frequent confusion: cat read as dog, 2 times.")
  }
}
