import NeuralNet
import Testing

/// What a dataset accepts, and its parts.
struct DatasetTests {
  private static let three = [Float](repeating: 0.5, count: 6)

  @Test("Rows, outputs and names follow from what is given")
  func counts() throws {
    let data = try Dataset(
      features: Self.three, targets: [0, 2, 1], featureCount: 2, task: .classes(3),
      classNames: [Array("a".utf8), Array("b".utf8), Array("c".utf8)])
    #expect(data.count == 3 && data.targetCount == 1 && data.outputCount == 3)
    #expect(data.imageWidth == 0 && data.imageHeight == 0)
    let numbers = try Dataset(
      features: [1, 2], targets: [1, 2, 3, 4], featureCount: 1, targetCount: 2, task: .regression)
    #expect(numbers.count == 2 && numbers.outputCount == 2)
  }

  @Test("Counts that do not fit are refused")
  func countErrors() {
    #expect(throws: DataError.empty) {
      try Dataset(features: [], targets: [], featureCount: 2, task: .binary)
    }
    #expect(throws: DataError.invalidRow(featureCount: 0, targetCount: 1)) {
      try Dataset(features: [1], targets: [1], featureCount: 0, task: .binary)
    }
    #expect(throws: DataError.invalidRow(featureCount: 1, targetCount: 0)) {
      try Dataset(
        features: [1], targets: [1, 1], featureCount: 1, targetCount: 0, task: .classes(2))
    }
    for (features, targets) in [(5, 3), (6, 2), (6, 4)] {
      #expect(
        throws: DataError.countMismatch(
          features: features, featureCount: 2, targets: targets, targetCount: 1)
      ) {
        try Dataset(
          features: [Float](repeating: 0, count: features),
          targets: [Float](repeating: 0, count: targets), featureCount: 2, task: .binary)
      }
    }
  }

  @Test("Numbers that mean nothing are refused, with their place")
  func valueErrors() {
    var spoilt = Self.three
    spoilt[3] = .infinity
    #expect(throws: DataError.nonFiniteFeature(row: 1, column: 1)) {
      try Dataset(features: spoilt, targets: [0, 0, 0], featureCount: 2, task: .binary)
    }
    let cases: [(Float, Dataset.Task)] = [
      (0.5, .binary), (2, .classes(2)), (-1, .classes(2)), (1.5, .classes(3)),
      (.infinity, .regression),
    ]
    for (target, task) in cases {
      #expect(throws: DataError.invalidTarget(row: 2, value: target)) {
        try Dataset(features: Self.three, targets: [0, 1, target], featureCount: 2, task: task)
      }
    }
  }

  @Test("Class names and image sizes must fit")
  func sizeErrors() throws {
    #expect(throws: DataError.classNameCount(expected: 3, found: 1)) {
      try Dataset(
        features: Self.three, targets: [0, 1, 2], featureCount: 2, task: .classes(3),
        classNames: [[65]])
    }
    #expect(throws: DataError.imageSize(width: 2, height: 2, featureCount: 2)) {
      try Dataset(
        features: Self.three, targets: [0, 1, 1], featureCount: 2, task: .binary, imageWidth: 2,
        imageHeight: 2)
    }
    let image = try Dataset(
      features: Self.three, targets: [0], featureCount: 6, task: .binary, imageWidth: 3,
      imageHeight: 2)
    #expect(image.count == 1)
  }

  @Test("Rows, prefixes and splits take features and targets together")
  func parts() throws {
    let data = try numbered(10)
    #expect(data.rows([3, 0, 3]).features == [3, 30, 0, 0, 3, 30])
    #expect(data.rows([3, 0, 3]).targets == [3, 0, 3])
    #expect(data.prefix(2).targets == [0, 1])
    #expect(data.prefix(99) == data && data.prefix(-1).targets.isEmpty)
    let (first, rest) = data.split(first: 7)
    #expect(first.targets == [0, 1, 2, 3, 4, 5, 6] && rest.targets == [7, 8, 9])
  }

  @Test("A shuffle depends on the seed and keeps rows together")
  func shuffles() throws {
    let data = try numbered(50)
    let shuffled = data.shuffled(seed: 1)
    #expect(shuffled == data.shuffled(seed: 1) && shuffled != data.shuffled(seed: 2))
    #expect(shuffled != data && shuffled.targets.sorted() == data.targets)
    for row in 0..<50 {
      #expect(shuffled.features[2 * row] == shuffled.targets[row])
      #expect(shuffled.features[2 * row + 1] == 10 * shuffled.targets[row])
    }
    let (part, rest) = data.split(fraction: 0.25, seed: 1)
    #expect(part.count == 12 && (part.targets + rest.targets).sorted() == data.targets)
    #expect(data.split(fraction: .nan, seed: 1).0.targets.isEmpty)
  }

  @Test("A stratified split gives each class its share, to a row")
  func stratified() throws {
    // 10, 5 and 3 rows; of 6 they get 3.33, 1.67 and 1: 3, 2 and 1.
    let labels = [Float](repeating: 0, count: 10) + [1, 1, 1, 1, 1, 2, 2, 2]
    let data = try Dataset(
      features: (0..<18).map { Float($0) }, targets: labels, featureCount: 1, task: .classes(3))
    let (part, rest) = data.split(fraction: 1.0 / 3, stratified: true, seed: 1)
    #expect((0..<3).map { label in part.targets.filter { $0 == Float(label) }.count } == [3, 2, 1])
    #expect(part.count + rest.count == 18)
    #expect((part.features + rest.features).sorted() == data.features)
    #expect(part == data.split(fraction: 1.0 / 3, stratified: true, seed: 1).0)
    #expect(part != data.split(fraction: 1.0 / 3, stratified: true, seed: 2).0)
    let moons = SyntheticData.moons().make(seed: 1)
    for fraction: Float in [0, 0.1, 0.5, 1] {
      let ones = moons.split(fraction: fraction, stratified: true, seed: 3).0.targets.reduce(0, +)
      #expect(ones == 100 * fraction)
    }
    let numbers = try numbered(9)
    #expect(
      numbers.split(fraction: 0.5, stratified: true, seed: 1).0
        == numbers.split(fraction: 0.5, seed: 1).0)
  }

  /// Row i has the features i and 10 i, and the target i.
  private func numbered(_ count: Int) throws -> Dataset {
    try Dataset(
      features: (0..<count).flatMap { [Float($0), Float(10 * $0)] },
      targets: (0..<count).map { Float($0) }, featureCount: 2, task: .regression)
  }
}
