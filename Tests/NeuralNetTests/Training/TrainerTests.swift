import NeuralNet
import Testing

/// The loop: what it learns, in which steps, and that it can be repeated.
struct TrainerTests {
  private static let small: [Layer] = [.dense(16), .tanh, .dense(16), .tanh, .dense(1)]

  @Test("XOR is learnt")
  func xor() throws {
    let data = SyntheticData.xor().make(seed: 1)
    let recipe = TrainingRecipe(
      layers: [.dense(8), .tanh, .dense(1)], loss: .bce, optimizer: Adam(), learningRate: 0.05)
    let trainer = try Trainer(recipe, data: data, machine: .best())
    for _ in 0..<500 { _ = trainer.runEpoch() }
    #expect(trainer.evaluate(data).accuracy == 1 && trainer.evaluate(data).loss < 0.01)
  }

  @Test("Unseen moons are told apart, 95 of 100", arguments: [1, 2, 3] as [UInt64])
  func moons(seed: UInt64) throws {
    let (training, test) = SyntheticData.moons(samples: 600).make(seed: seed).split(first: 300)
    let recipe = TrainingRecipe(
      layers: Self.small, loss: .bce, optimizer: Adam(), learningRate: 0.01, batchSize: 32,
      seed: seed)
    let trainer = try Trainer(recipe, data: training, machine: .best())
    for _ in 0..<60 { _ = trainer.runEpoch() }
    #expect(trainer.evaluate(test).accuracy > 0.95)
  }

  @Test("Classes and numbers are learnt too")
  func otherTasks() throws {
    let arms = SyntheticData.spiral(samples: 300, classes: 3).make(seed: 1)
    let classes = try Trainer(
      TrainingRecipe(
        layers: [.dense(32), .relu, .dense(32), .relu, .dense(3)], loss: .crossEntropy,
        optimizer: Adam(), learningRate: 0.01, batchSize: 50), data: arms, machine: .best())
    for _ in 0..<150 { _ = classes.runEpoch() }
    #expect(classes.evaluate(arms).accuracy > 0.95)
    let curve = SyntheticData.sine(noise: 0).make(seed: 1)
    let numbers = try Trainer(
      TrainingRecipe(layers: Self.small, loss: .mse, optimizer: Adam(), learningRate: 0.01),
      data: curve, machine: .best())
    for _ in 0..<500 { _ = numbers.runEpoch() }
    #expect(numbers.evaluate(curve).loss < 0.001 && numbers.evaluate(curve).accuracy.isNaN)
  }

  // y = w x + b from zero, rate 0.1, rows (1, 2), (2, 3) and then the short batch (3, 5):
  // dw = -8, db = -5; then w = 0.8, b = 0.5, error -2.1: dw = -12.6, db = -4.2.
  @Test("Two mini-batch steps are those computed by hand, the last one short")
  func handComputed() throws {
    let trainer = try line(batchSize: 2)
    #expect(trainer.stepsPerEpoch == 2)
    let loss = try finished(trainer.runEpoch())
    #expect((loss - (2 * 6.5 + 4.41) / 3).magnitude < 1e-5)
    #expect((trainer.network.values(0)[0] - 2.06).magnitude < 1e-6)
    #expect((trainer.network.values(1)[0] - 0.92).magnitude < 1e-6)
    #expect(trainer.stepCount == 2 && trainer.epochCount == 1)
  }

  @Test("The short batch can be left out")
  func dropsShortBatch() throws {
    let trainer = try line(batchSize: 2, keepsShortBatch: false)
    #expect(try (finished(trainer.runEpoch()) - 6.5).magnitude < 1e-6)
    #expect(trainer.stepCount == 1 && (trainer.network.values(0)[0] - 0.8).magnitude < 1e-6)
  }

  @Test("All rows in a batch are a full batch", arguments: [nil, 3, 4, 1000] as [Int?])
  func fullBatch(size: Int?) throws {
    let trainer = try line(batchSize: size)
    #expect(trainer.stepsPerEpoch == 1)
    // Errors -2, -3, -5: dw = 2/3 · -23.
    #expect(try (finished(trainer.runEpoch()) - 38.0 / 3).magnitude < 1e-5)
    #expect((trainer.network.values(0)[0] - 0.1 * 2 / 3 * 23).magnitude < 1e-6)
  }

  @Test("A batch size below 1 counts as 1")
  func tinyBatch() throws {
    #expect(try line(batchSize: 0).stepsPerEpoch == 3)
    #expect(try line(batchSize: -5).stepsPerEpoch == 3)
  }

  @Test("A shuffled epoch uses every row once, and epochs differ")
  func shuffles() throws {
    // With a rate of 0 the epoch's loss is the mean over the rows it used: each row weighs another
    // power of two.
    let data = try Dataset(
      features: [0, 0, 0, 0, 0], targets: [1, 2, 4, 8, 16], featureCount: 1, task: .regression)
    var recipe = TrainingRecipe(
      layers: [.dense(1)], loss: .mae, optimizer: SGD(), learningRate: 0, initializer: .zeros,
      batchSize: 2)
    let still = try Trainer(recipe, data: data, machine: .best())
    for _ in 0..<5 { #expect(try (finished(still.runEpoch()) - 31.0 / 5).magnitude < 1e-6) }
    recipe.learningRate = 0.1
    recipe.loss = .mse
    var digests: Set<UInt64> = []
    for seed: UInt64 in 1...8 {
      recipe.seed = seed
      let trainer = try Trainer(recipe, data: data, machine: .best())
      _ = trainer.runEpoch()
      digests.insert(trainer.network.digest())
    }
    #expect(digests.count > 4)
  }

  @Test("The seed decides everything")
  func reproducible() throws {
    func digest(_ seed: UInt64) throws -> UInt64 {
      let trainer = try Trainer(
        TrainingRecipe(
          layers: Self.small, loss: .bce, optimizer: Adam(), learningRate: 0.01, batchSize: 32,
          seed: seed), data: SyntheticData.moons().make(seed: 1), machine: .best())
      for _ in 0..<5 { _ = trainer.runEpoch() }
      return trainer.network.digest()
    }
    #expect(try digest(1) == digest(1))
    #expect(try digest(1) != digest(2))
  }

  @Test("Training on from a restored state gives what it gave the first time")
  func snapshots() throws {
    let trainer = try Trainer(
      TrainingRecipe(
        layers: Self.small, loss: .bce, optimizer: Adam(), learningRate: 0.01, batchSize: 32),
      data: SyntheticData.moons().make(seed: 1), machine: .best())
    for _ in 0..<3 { _ = trainer.runEpoch() }
    let snapshot = trainer.snapshot(), digest = trainer.network.digest()
    let first = try (0..<3).map { _ in try finished(trainer.runEpoch()) }
    let end = trainer.network.digest()
    #expect(end != digest)
    trainer.restore(snapshot)
    #expect(trainer.network.digest() == digest && trainer.snapshot() == snapshot)
    #expect(trainer.stepCount == 21 && trainer.epochCount == 3)
    #expect(try (0..<3).map { _ in try finished(trainer.runEpoch()) } == first)
    #expect(trainer.network.digest() == end)
  }

  @Test("A changed learning rate holds from the next epoch on")
  func schedule() throws {
    let trainer = try line(batchSize: nil)
    trainer.learningRate = 0
    _ = trainer.runEpoch()
    #expect(trainer.network.values(0) == [0])
    trainer.learningRate = 0.3
    _ = trainer.runEpoch()
    #expect((trainer.network.values(0)[0] - 0.3 * 2 / 3 * 23).magnitude < 1e-5)
  }

  @Test("A loss or a network that does not fit the data is refused")
  func errors() throws {
    let moons = SyntheticData.moons().make(seed: 1)
    let recipe = TrainingRecipe(
      layers: [.dense(3)], loss: .bce, optimizer: SGD(), learningRate: 0.1)
    #expect(
      throws: ShapeError.mismatch(
        operation: "bce", expected: Shape(200, 1), found: Shape(200, 3))
    ) { try Trainer(recipe, data: moons, machine: .best()) }
    var classes = recipe
    classes.loss = .crossEntropy
    #expect(throws: ShapeError.self) { try Trainer(classes, data: moons, machine: .best()) }
    var spoilt = SyntheticData.blobs().make(seed: 1)
    #expect(throws: Never.self) { try Trainer(classes, data: spoilt, machine: .best()) }
    spoilt.targets[0] = 7
    #expect(throws: ShapeError.self) { try Trainer(classes, data: spoilt, machine: .best()) }
    spoilt.features.removeLast()
    #expect(throws: ShapeError.self) { try Trainer(classes, data: spoilt, machine: .best()) }
  }

  @Test("A model without parameters has nothing to learn, and runs")
  func nothingToLearn() throws {
    let data = SyntheticData.line(noise: 0).make(seed: 1)
    let recipe = TrainingRecipe(layers: [.relu], loss: .mse, optimizer: Adam(), learningRate: 1)
    let trainer = try Trainer(recipe, data: data, machine: .best())
    #expect(try finished(trainer.runEpoch()) == trainer.evaluate(data).loss)
    #expect(trainer.network.parameterCount == 0 && trainer.network.layerCosts().isEmpty)
  }

  @Test("The defaults are those of the documentation")
  func defaults() {
    let recipe = TrainingRecipe(layers: [], loss: .mse, optimizer: SGD(), learningRate: 1)
    #expect(recipe.initializer == .pytorchDefault && recipe.epochs == 1 && recipe.seed == 1)
    #expect(recipe.batchSize == nil && recipe.shuffles && recipe.keepsShortBatch)
  }

  /// Rows (1, 2), (2, 3), (3, 5) for one linear unit that starts at zero.
  private func line(batchSize: Int?, keepsShortBatch: Bool = true) throws -> Trainer {
    let data = try Dataset(
      features: [1, 2, 3], targets: [2, 3, 5], featureCount: 1, task: .regression)
    return try Trainer(
      TrainingRecipe(
        layers: [.dense(1)], loss: .mse, optimizer: SGD(), learningRate: 0.1,
        initializer: .zeros, batchSize: batchSize, shuffles: false,
        keepsShortBatch: keepsShortBatch), data: data, machine: .best())
  }
}

/// The loss of an epoch that did not diverge.
func finished(_ outcome: EpochOutcome) throws -> Float {
  guard case .finished(let loss) = outcome else { throw Diverged() }
  return loss
}

struct Diverged: Error {}
