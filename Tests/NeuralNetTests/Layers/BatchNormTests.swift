import Testing

@testable import NeuralNet

/// Batch normalisation: values by hand, running statistics, evaluation, what training refuses.
struct BatchNormTests {
  private static let rows: [Float] = [1, 2, 3, 4, 5, 9]

  @Test("a batch by hand: column 2 of [1 2; 3 4; 5 9], and its running statistics")
  func byHand() throws {
    var graph = Graph()
    let x = try graph.input(Shape(3, 2)), y = try graph.apply([.batchNorm()], to: x)[0]
    let target = try graph.input(Shape(3, 2)), loss = try Loss.mse.add(to: &graph, y, target)
    let gradients = graph.differentiateParameters(loss)
    for machine in Machine.all + [Machine(kernels: .plain)] {
      let store = ParameterStore(graph, machine: machine)
      for (i, info) in graph.parameterInfo.enumerated() {
        Initializer.heNormal().fill(parameter: info, values: store.values(i), seed: 1, index: i)
      }
      let program = Program(
        graph, keep: [y, loss], parameters: store, gradients: gradients, update: SGD(),
        machine: machine)
      program.write(x, Self.rows)
      program.write(target, [Float](repeating: 0, count: 6))
      #expect(program.run())
      let found = program.read(y), expected: [Float] = [-1.0190487, -0.3396829, 1.3587317]
      for row in 0..<3 { #expect((found[2 * row + 1] - expected[row]).magnitude < 1e-6) }
      let mean = [store.values(2)[0], store.values(2)[1]]
      let variance = [store.values(3)[0], store.values(3)[1]]
      for (found, expected) in zip(mean + variance, [0.3, 0.5, 1.3, 2.2] as [Float]) {
        #expect((found - expected).magnitude < 1e-6)
      }
    }
  }

  @Test("parameters have PyTorch's names and begin as PyTorch's do; statistics have no gradient")
  func parameters() throws {
    var graph = Graph()
    _ = try graph.apply([.batchNorm()], to: graph.input(Shape(2, 3, 4, 5)))
    let info = graph.parameterInfo
    #expect(
      info.map { String(decoding: $0.name, as: UTF8.self) } == [
        "0.weight", "0.bias", "0.running_mean", "0.running_var",
      ])
    #expect(info.map { $0.role } == [.scale, .bias, .state, .state])
    #expect(info.map { $0.start } == [.constant(1), .constant(0), .constant(0), .constant(1)])
    #expect(info.map { $0.isTrainable } == [true, true, false, false])
    #expect(info.allSatisfy { $0.shape == Shape(5) })
    #expect(Layer.batchNorm() == .batchNorm(momentum: 0.1, epsilon: 1e-5))
  }

  private func trainer(_ data: Dataset, batchSize: Int, rate: Float) throws -> Trainer {
    try Trainer(
      TrainingRecipe(
        layers: [.dense(4), .batchNorm(), .relu, .dense(1)], loss: .mse, optimizer: SGD(),
        learningRate: rate, batchSize: batchSize),
      data: data, machine: Machine())
  }

  private func data(_ count: Int, targetScale: Float = 1) throws -> Dataset {
    var numbers = TestNumbers(5)
    return try Dataset(
      features: numbers.numbers(2 * count),
      targets: numbers.numbers(count, scale: targetScale),
      featureCount: 2, task: .regression)
  }

  @Test("evaluation uses the running statistics: a row's answer does not depend on its batch")
  func evaluation() throws {
    let trainer = try trainer(data(20), batchSize: 10, rate: 0.01)
    for _ in 0..<3 { _ = trainer.runEpoch() }
    let names = trainer.network.parameters.map { String(decoding: $0.name, as: UTF8.self) }
    let mean = try #require(names.firstIndex(of: "1.running_mean"))
    #expect(trainer.network.values(mean).contains { $0 != 0 })
    let together = trainer.predict([0.5, -1, 2, 0.25], count: 2)
    #expect(trainer.predict([0.5, -1], count: 1) == [together[0]])
    #expect(trainer.predict([2, 0.25], count: 1) == [together[1]])
  }

  @Test("a step that diverged leaves the running statistics as they were")
  func divergence() throws {
    // The square of the first error is infinite.
    let trainer = try trainer(data(20, targetScale: 1e30), batchSize: 10, rate: 0.01)
    let before = trainer.network.digest()
    guard case .diverged = trainer.runEpoch() else {
      Issue.record("expected a run that diverges")
      return
    }
    #expect(trainer.network.digest() == before)
  }

  @Test("a batch of one row is refused for training only")
  func oneRow() throws {
    let reason = ShapeError.conflict(
      operation: "batchNorm",
      reason: "training needs more than one row for a mean and a variance", found: 1, limit: 2)
    #expect(throws: reason) { try trainer(data(21), batchSize: 10, rate: 0.01) }
    #expect(try trainer(data(20), batchSize: 10, rate: 0.01).predict([1, 2], count: 1).count == 1)
  }

  @Test("impossible options are refused")
  func refused() {
    for (momentum, epsilon, bad) in [(-0.1, 1e-5, -0.1), (1.5, 1e-5, 1.5), (0.1, -1, -1)]
      as [(Float, Float, Float)]
    {
      #expect(
        throws: ShapeError.layer(
          0, "batchNorm", shapes: [Shape(3, 2)], .outOfRange(operation: "batchNorm", value: bad))
      ) {
        var graph = Graph()
        _ = try graph.apply(
          [.batchNorm(momentum: momentum, epsilon: epsilon)], to: graph.input(Shape(3, 2)))
      }
    }
  }

  @Test("networks with batch normalisation give the same bits on every machine")
  func bits() throws {
    try expectSameBits([.dense(19), .batchNorm(), .relu, .dense(3)], input: Shape(600, 4))
    try expectSameBits(
      [.conv2d(8, kernel: 3, bias: false), .batchNorm(), .relu, .globalAveragePool],
      input: Shape(7, 12, 13, 2))
  }
}
