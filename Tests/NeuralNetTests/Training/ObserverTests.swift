import NeuralNet
import Testing

/// What observers get, against traces and against steps taken alone; and that training does not
/// notice them.
struct ObserverTests {
  private static let layers: [Layer] = [.dense(12), .relu, .dense(9), .tanh, .dense(3)]

  @Test("Layers and gradients are those of a trace, and updates those of the step")
  func values() throws {
    let data = SyntheticData.blobs(samples: 30).make(seed: 1)
    let edges: [Float] = [-1, 0, 1]
    var seen: [StepObservation] = []
    let observed = try trainer(data, batchSize: nil)
    _ = observed.run(
      observer: Observer(
        .steps(every: 1), outputEdges: edges, gradientEdges: edges, parameterEdges: edges
      ) { seen.append($0) })
    let alone = try trainer(data, batchSize: nil), network = alone.network
    #expect(seen.count == 3)
    for observation in seen {
      let trace = try network.trace(
        data.features, count: 30, targets: data.targets, loss: .crossEntropy)
      let before = network.parameters.indices.map { network.values($0) }
      let loss = try finished(alone.runEpoch())
      #expect(observation.loss == loss && observation.step == alone.stepCount)
      #expect(observation.epoch == alone.epochCount && observation.learningRate == 0.01)
      for (layer, traced) in zip(observation.layers, trace.layers) {
        #expect(layer.output == NumberSummary(traced.output, edges: edges))
        #expect(layer.gradient == NumberSummary(traced.gradient, edges: edges))
        #expect(layer.units == traced.units)
      }
      var squares = 0.0
      for (index, parameter) in observation.parameters.enumerated() {
        let gradient = trace.parameterGradients[index], after = network.values(index)
        #expect(parameter.values == NumberSummary(before[index], edges: edges))
        #expect(parameter.gradient == NumberSummary(gradient, edges: edges))
        let change = zip(after, before[index]).map { $0 - $1 }
        #expect((parameter.updateNorm - NumberSummary(change).norm).magnitude < 1e-6)
        squares += NumberSummary(gradient).norm * NumberSummary(gradient).norm
      }
      #expect((observation.gradientNorm - squares.squareRoot()).magnitude < 1e-9)
    }
  }

  @Test("Observing changes no bit of the run", arguments: [1, 2])
  func unchanged(threads: Int) throws {
    let data = SyntheticData.blobs(samples: 50).make(seed: 1)
    let alone = try trainer(data, threads: threads), watched = try trainer(data, threads: threads)
    let history = alone.run(RunPlan(validation: data))
    var losses: [Float] = []
    let other = watched.run(
      RunPlan(validation: data), observer: Observer(.steps(every: 1)) { losses.append($0.loss) })
    #expect(watched.network.digest() == alone.network.digest() && other.epochs == history.epochs)
    #expect(watched.snapshot() == alone.snapshot())
    // Batches of 16, 16, 16 and 2 rows.
    #expect(losses.count == 12)
    let sum = Double(losses[0]) * 16 + Double(losses[1]) * 16 + Double(losses[2]) * 16
    #expect(Float((sum + Double(losses[3]) * 2) / 50) == history.epochs[0].loss)
  }

  @Test("Steps and epochs are observed as asked")
  func times() throws {
    let data = SyntheticData.blobs(samples: 50).make(seed: 1)
    func steps(_ times: Observer.Times) throws -> [Int] {
      var steps: [Int] = []
      _ = try trainer(data).run(observer: Observer(times) { steps.append($0.step) })
      return steps
    }
    #expect(try steps(.steps(every: 5)) == [1, 6, 11])
    #expect(try steps(.epochs(every: 2)) == [1, 9])
    #expect(try steps(.these([12, 2, 40])) == [2, 12])
    #expect(try steps(.steps(every: 0)).count == 12)
  }

  @Test("Dead units are those that are zero in all rows")
  func deadUnits() throws {
    let data = SyntheticData.blobs(samples: 40).make(seed: 1)
    let trainer = try trainer(data)
    trainer.network.setValues(1, (0..<12).map { $0 < 5 ? -100 : 100 })
    var first: StepObservation?
    _ = trainer.run(observer: Observer(.these([1])) { first = $0 })
    let layers = try #require(first).layers
    #expect(layers.map { $0.deadUnits } == [0, 5, 0, 0, 0])
    #expect((layers[1].output.zeroShare - 5.0 / 12).magnitude < 1e-12)
  }

  @Test("A frozen layer has no gradient and no update, but gradients pass through it")
  func frozen() throws {
    let data = SyntheticData.blobs(samples: 20).make(seed: 1)
    let trainer = try trainer(
      data, layers: [.dense(5), .tanh, .dense(4).frozen(), .tanh, .dense(3)])
    var first: StepObservation?
    _ = trainer.run(observer: Observer(.these([1])) { first = $0 })
    let observation = try #require(first)
    #expect(
      observation.parameters.map { $0.gradient == nil } == [false, false, true, true, false, false])
    #expect(observation.parameters[2].updateNorm == 0 && observation.parameters[2].updateRatio == 0)
    #expect(observation.parameters[0].updateRatio > 0)
    #expect(observation.layers.allSatisfy { $0.gradient != nil })
  }

  @Test("An update of zeros is infinitely large, none is none")
  func ratio() throws {
    let data = try Dataset(
      features: [1, 2], targets: [1, 2], featureCount: 1, task: .regression)
    let trainer = try Trainer(
      TrainingRecipe(
        layers: [.dense(1)], loss: .mse, optimizer: SGD(), learningRate: 0.1, initializer: .zeros),
      data: data, machine: .best())
    var ratios: [Double] = []
    _ = trainer.run(
      observer: Observer(.these([1])) { ratios = $0.parameters.map { $0.updateRatio } })
    #expect(ratios == [.infinity, .infinity])
  }

  @Test("The step that diverges is observed too")
  func divergence() throws {
    let data = try Dataset(features: [1], targets: [1], featureCount: 1, task: .regression)
    let trainer = try Trainer(
      TrainingRecipe(
        layers: [.dense(1)], loss: .mse, optimizer: SGD(), learningRate: 1e20,
        initializer: .zeros, epochs: 9), data: data, machine: .best())
    var last: StepObservation?
    let history = trainer.run(observer: Observer(.steps(every: 1)) { last = $0 })
    let observation = try #require(last)
    #expect(history.divergence?.step == 2 && observation.step == 2 && observation.loss == .infinity)
    #expect(observation.parameters.allSatisfy { $0.updateNorm == 0 && $0.values.norm > 1e19 })
  }

  private func trainer(
    _ data: Dataset, layers: [Layer] = layers, batchSize: Int? = 16, threads: Int = 1
  ) throws -> Trainer {
    try Trainer(
      TrainingRecipe(
        layers: layers, loss: .crossEntropy, optimizer: Adam(), learningRate: 0.01, epochs: 3,
        batchSize: batchSize), data: data, machine: Machine(threads: threads))
  }
}
