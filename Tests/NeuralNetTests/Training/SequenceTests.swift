import NeuralNet
import Testing

/// Networks whose answers have more than two axes, and targets for each position.
struct SequenceTests {
  // Each token of a window is looked at alone: a table of logits, [tokens, classes].
  private static let perPosition: [Layer] = [
    Layer("split") { graph, x throws(ShapeError) in
      let shape = graph.shape(x)
      return try graph.add(Reshape(Shape(shape[0], shape[1] / 3, 3)), [x])
    },
    .dense(4),
  ]

  /// Rows of two positions with three features each, and a class each.
  private func data(_ targets: [Float]) throws -> Dataset {
    var numbers = TestNumbers(1)
    return try Dataset(
      features: numbers.numbers(3 * targets.count), targets: targets, featureCount: 6,
      targetCount: 2, task: .classes(4))
  }

  /// The same positions as rows of their own.
  private func flat(_ data: Dataset) throws -> Dataset {
    try Dataset(
      features: data.features, targets: data.targets, featureCount: 3, task: .classes(4))
  }

  private func recipe(_ layers: [Layer], batchSize: Int) -> TrainingRecipe {
    TrainingRecipe(
      layers: layers, loss: .crossEntropy, optimizer: Adam(), learningRate: 0.05, epochs: 5,
      batchSize: batchSize, shuffles: false)
  }

  @Test("A network over positions learns what one over rows learns, to the bit")
  func sameAsRows() throws {
    let data = try data((0..<20).map { Float($0 * 7 % 4) }), rows = try flat(data)
    let sequences = try Trainer(
      recipe(Self.perPosition, batchSize: 4), data: data, machine: .best())
    let single = try Trainer(recipe([.dense(4)], batchSize: 8), data: rows, machine: .best())
    #expect(sequences.network.outputShape == Shape(1, 2, 4) && sequences.network.outputs == 8)
    let histories = (
      sequences.run(RunPlan(validation: data)), single.run(RunPlan(validation: rows))
    )
    #expect(histories.0.epochs.map { $0.loss } == histories.1.epochs.map { $0.loss })
    #expect(
      histories.0.epochs.map { $0.validation } == histories.1.epochs.map { $0.validation })
    #expect(sequences.network.digest() == single.network.digest())
    #expect(
      sequences.predict(data.features, count: 10) == single.predict(data.features, count: 20))
    let ours = try sequences.network.trace(
      data.features, count: 10, targets: data.targets, loss: .crossEntropy)
    let theirs = try single.network.trace(
      data.features, count: 20, targets: data.targets, loss: .crossEntropy)
    #expect(ours.layers[1].shape == Shape(10, 2, 4) && ours.layers[1].units == 4)
    #expect(ours.layers[1].gradient == theirs.layers[0].gradient && ours.loss == theirs.loss)
    #expect(ours.parameterGradients == theirs.parameterGradients)
  }

  @Test("Numbers can be targets of every position too")
  func regression() throws {
    var numbers = TestNumbers(2)
    let data = try Dataset(
      features: numbers.numbers(60), targets: numbers.numbers(80), featureCount: 6,
      targetCount: 8, task: .regression)
    let network = try Network(inputs: 6, layers: Self.perPosition, machine: .best())
    network.initialize(.pytorchDefault, seed: 1)
    let answers = network.predict(data.features, count: 10)
    let exact = zip(answers, data.targets).reduce(0.0) {
      $0 + (Double($1.0) - Double($1.1)) * (Double($1.0) - Double($1.1))
    }
    let evaluation = network.evaluate(data, loss: .mse)
    #expect(answers.count == 80 && (Double(evaluation.loss) - exact / 80).magnitude < 1e-6)
  }

  @Test("Ignored positions are allowed as targets, and no answer to them counts")
  func ignored() throws {
    let data = try data([0, 1, 2, -100, 3, -100])
    #expect(data.count == 3 && data.outputCount == 8)
    let network = try Network(inputs: 6, layers: Self.perPosition, machine: .best())
    network.setValues(1, [9, 0, 0, 0])  // biases: class 0 always
    let evaluation = network.evaluate(data, loss: .crossEntropy)
    // One position has class 0: log(1 + 3 e^-9); the three others 9 more.
    #expect(evaluation.accuracy == 0.25)
    #expect((Double(evaluation.loss) - 0.75 * 9 - 0.00037016).magnitude < 1e-6)
    #expect(throws: DataError.invalidTarget(row: 0, value: -1)) {
      try Dataset(
        features: data.features, targets: [0, -1, 0, 0, 0, 0], featureCount: 6, targetCount: 2,
        task: .classes(4))
    }
  }

  @Test("Data with another number of positions or classes do not fit")
  func unfit() throws {
    let network = try Network(inputs: 6, layers: Self.perPosition, machine: .best())
    var numbers = TestNumbers(1)
    for (targetCount, classes) in [(1, 4), (3, 4), (2, 5)] {
      let data = try Dataset(
        features: numbers.numbers(12), targets: [Float](repeating: 0, count: 2 * targetCount),
        featureCount: 6, targetCount: targetCount, task: .classes(classes))
      #expect(network.evaluate(data, loss: .crossEntropy).loss.isNaN)
      #expect(throws: ShapeError.self) {
        try Trainer(recipe(Self.perPosition, batchSize: 2), data: data, machine: .best())
      }
    }
  }
}
