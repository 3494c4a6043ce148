import NeuralNet
import Testing

/// The first number that is not finite: found, named, and the parameters kept.
struct DivergenceTests {
  @Test("An activation that overflows is named with its layer; the parameters are those before")
  func activation() throws {
    // Gradients of 2 and a rate of 1e20: all parameters near -2e20, the next output 8e40.
    let trainer = try trainer([.dense(1), .dense(1)], rate: 1e20, start: .constant(1), target: 0)
    #expect(try finished(trainer.runEpoch()) == 1)
    let before = trainer.network.digest()
    let divergence = try diverged(trainer.runEpoch())
    #expect(divergence.kind == .activation && divergence.layer == 1)
    #expect(divergence.step == 2 && divergence.epoch == 2 && divergence.value == .infinity)
    #expect(divergence.learningRate == 1e20 && divergence.recentLosses == [1])
    #expect(trainer.network.digest() == before)
    #expect(trainer.network.values(0)[0] < -1e20)
    #expect(try diverged(trainer.runEpoch()).step == 2)
  }

  @Test("A loss that overflows alone is named; the parameters are those before")
  func loss() throws {
    let trainer = try trainer([.dense(1)], rate: 1e20, start: .zeros, target: 1)
    _ = trainer.runEpoch()
    let before = trainer.network.digest()
    let divergence = try diverged(trainer.runEpoch())
    #expect(divergence.kind == .loss && divergence.layer == 0 && divergence.step == 2)
    #expect(divergence.value == .infinity)
    #expect(trainer.network.digest() == before)
  }

  @Test("A gradient that overflows is named with its layer, at the very first step")
  func gradient() throws {
    let layers: [Layer] = [.dense(1, bias: false), .dense(1, bias: false)]
    let trainer = try trainer(layers, loss: .mae, rate: 1, start: .zeros, input: 1e30, target: 1)
    trainer.network.setValues(1, [1e30])
    let divergence = try diverged(trainer.runEpoch())
    #expect(divergence.kind == .gradient && divergence.layer == 0)
    #expect(divergence.step == 1 && divergence.epoch == 1 && divergence.value == -.infinity)
    #expect(divergence.recentLosses.isEmpty)
    #expect(trainer.network.values(0) == [0] && trainer.network.values(1) == [1e30])
  }

  @Test("A parameter spoilt by an update is named in the next step")
  func parameter() throws {
    let trainer = try trainer(
      [.dense(1, bias: false)], loss: .mse, rate: 3e38, start: .zeros, target: 10)
    _ = trainer.runEpoch()
    let divergence = try diverged(trainer.runEpoch())
    #expect(divergence.kind == .parameter && divergence.layer == 0 && divergence.step == 2)
  }

  // For one linear unit on x in [-π, π] the rate is too large from 0.3 on; at 0.5 the error grows by
  // 2.3 a step, and its square overflows after some fifty steps.
  @Test("A rate that is too large stops a later epoch, with the losses before")
  func largeRate() throws {
    let recipe = TrainingRecipe(
      layers: [.dense(1)], loss: .mse, optimizer: SGD(), learningRate: 0.5, batchSize: 50)
    let data = SyntheticData.sine(samples: 100).make(seed: 1)
    let trainer = try Trainer(recipe, data: data, machine: .best())
    var found: Divergence?
    for _ in 0..<200 where found == nil {
      if case .diverged(let divergence) = trainer.runEpoch() { found = divergence }
    }
    let divergence = try #require(found)
    #expect(divergence.step > 40 && divergence.step < 80)
    #expect(divergence.epoch == (divergence.step - 1) / 2 + 1)
    #expect(divergence.kind == .loss && divergence.layer == 0 && divergence.value == .infinity)
    let losses = divergence.recentLosses
    #expect(losses.count == 40 && losses == losses.sorted())
    #expect(trainer.network.values(0).allSatisfy { $0.isFinite })
  }

  @Test("The last forty losses are kept, the oldest first")
  func recentLosses() throws {
    let trainer = try trainer([.dense(1)], rate: 0.01, start: .zeros, target: 1)
    let losses = try (0..<70).map { _ in try finished(trainer.runEpoch()) }
    trainer.network.setValues(0, [.infinity])
    #expect(try diverged(trainer.runEpoch()).recentLosses == Array(losses.suffix(40)))
  }

  /// One row, all of it in each epoch.
  private func trainer(
    _ layers: [Layer], loss: Loss = .mse, rate: Float, start: Initializer, input: Float = 1,
    target: Float
  ) throws -> Trainer {
    let data = try Dataset(
      features: [input], targets: [target], featureCount: 1, task: .regression)
    return try Trainer(
      TrainingRecipe(
        layers: layers, loss: loss, optimizer: SGD(), learningRate: rate, initializer: start),
      data: data, machine: .best())
  }

  private func diverged(_ outcome: EpochOutcome) throws -> Divergence {
    guard case .diverged(let divergence) = outcome else { throw Finished() }
    return divergence
  }

  private struct Finished: Error {}
}
