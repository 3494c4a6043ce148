import Kernels
import Testing

@testable import NeuralNet

/// Runs that were interrupted, and steps that failed: states of the run that are easily forgotten.
struct ResumeTests {
  @Test("A run that goes on in another process gives the same bits as one without interruption")
  func resume() throws {
    let optimizers: [any Optimizer] = [SGD(), SGD(momentum: 0.9), Adam(), AdamW()]
    for optimizer in optimizers {
      for stop in [1, 9, 14, 20] {
        let whole = try trainer(optimizer), parts = try trainer(optimizer)
        _ = whole.run()
        _ = parts.run(RunPlan(maximumSteps: stop))
        #expect(parts.stepCount == stop)
        let later = try trainer(optimizer)
        later.restore(parts.snapshot())
        _ = later.run()
        #expect(later.network.digest() == whole.network.digest())
        #expect(later.snapshot() == whole.snapshot())
      }
    }
  }

  @Test("Observed steps drop what training drops")
  func observedDropout() throws {
    let trainer = try trainer(Adam(), batchSize: nil)
    var losses: [Float] = []
    let history = trainer.run(observer: Observer(.steps(every: 1)) { losses.append($0.loss) })
    #expect(losses == history.epochs.map { $0.loss } && losses.count == 4)
  }

  @Test("Sums of gradients, averages and schedules go on too, at any step of an update")
  func resumeUpdates() throws {
    let updates = UpdateOptions(clipping: .norm(1), averaging: 0.9, accumulation: 3)
    for stop in 1...9 {
      let whole = try trainer(Adam(), updates: updates),
        parts = try trainer(Adam(), updates: updates)
      _ = whole.run()
      _ = parts.run(RunPlan(maximumSteps: stop))
      let later = try trainer(Adam(), updates: updates)
      later.restore(parts.snapshot())
      _ = later.run()
      #expect(later.network.digest() == whole.network.digest())
      #expect(later.snapshot() == whole.snapshot())
    }
  }

  @Test("Observed parts of updates drop what training drops, and change none of its bits")
  func observedParts() throws {
    let updates = UpdateOptions(accumulation: 3)
    let alone = try trainer(SGD(), updates: updates), watched = try trainer(SGD(), updates: updates)
    let history = alone.run()
    var sums = [0.0, 0.0, 0.0, 0.0]
    _ = watched.run(
      observer: Observer(.steps(every: 1)) {
        sums[$0.epoch - 1] += Double($0.loss) * ($0.step % 7 == 0 ? 4 : 16)
      })
    #expect(sums.map { Float($0 / 100) } == history.epochs.map { $0.loss })
    #expect(watched.snapshot() == alone.snapshot())
  }

  @Test("States are measured by training, go with snapshots, and stay as they are when looked into")
  func states() throws {
    let data = SyntheticData.moons(samples: 40).make(seed: 1)
    func make() throws -> Trainer {
      try Trainer(
        TrainingRecipe(
          layers: [.counter(), .dense(1)], loss: .bce, optimizer: SGD(), learningRate: 0.1,
          epochs: 3, batchSize: 16), data: data, machine: .best())
    }
    let trainer = try make()
    #expect(trainer.network.values(0) == [0] && !trainer.network.parameters[0].isTrainable)
    _ = trainer.run(observer: Observer(.steps(every: 1)) { _ in })
    #expect(trainer.network.values(0) == [9] && trainer.evaluate(data).loss.isFinite)
    #expect(trainer.network.values(0) == [9])
    let other = try make()
    other.restore(trainer.snapshot())
    #expect(other.network.values(0) == [9])
  }

  @Test("A failed step leaves states alone, however often it is looked into")
  func failedStates() throws {
    let data = try Dataset(
      features: [1, 1, 1, 1, 1e30], targets: [0, 0, 0, 0, 0], featureCount: 1, task: .regression)
    let trainer = try Trainer(
      TrainingRecipe(
        layers: [.counter(), .dense(1)], loss: .mse, optimizer: SGD(), learningRate: 0.001,
        initializer: .constant(1), batchSize: 2, shuffles: false), data: data, machine: .best())
    for _ in 0..<3 {
      guard case .diverged(let divergence) = trainer.runEpoch() else { throw Diverged() }
      // The short batch fails: its only row squares to more than a number can be.
      #expect(divergence.step == 3 && divergence.kind == .loss && divergence.layer == 1)
      #expect(divergence.recentLosses.count == 2 && trainer.network.values(0) == [2])
    }
  }

  @Test("A frozen layer that overflows is named, its gradient is nobody's")
  func frozen() throws {
    let data = try Dataset(features: [1], targets: [0], featureCount: 1, task: .regression)
    let trainer = try Trainer(
      TrainingRecipe(
        layers: [.dense(1), .dense(1).frozen(), .dense(1)], loss: .mse, optimizer: SGD(),
        learningRate: 0.001, initializer: .constant(1)), data: data, machine: .best())
    trainer.network.setValues(2, [3e38])
    trainer.network.setValues(3, [3e38])
    guard case .diverged(let divergence) = trainer.runEpoch() else { throw Diverged() }
    #expect(divergence.kind == .activation && divergence.layer == 1)
    #expect(divergence.value == .infinity && trainer.network.values(2) == [3e38])
  }

  @Test("Memory is counted in bytes, and dearest where values are")
  func memoryUse() throws {
    let trainer = try trainer(Adam()), use = trainer.memoryUse
    let bytes = 4 * trainer.network.parameterCount
    #expect(use.parameters == bytes && use.gradients == bytes && use.moments == 2 * bytes)
    // At least the features and targets of both batch sizes.
    #expect(use.arenas >= 4 * 3 * (16 + 4) && use.arenas % 64 == 0)
    #expect(use.total > use.arenas + use.scratch && use.scratch > 0)
  }

  /// Moons in six batches of 16 and one of 4, with dropout.
  private func trainer(
    _ optimizer: any Optimizer, updates: UpdateOptions = UpdateOptions(), batchSize: Int? = 16
  ) throws -> Trainer {
    try Trainer(
      TrainingRecipe(
        layers: [.dense(8), .tanh, .dropout(0.3), .dense(1)], loss: .bce, optimizer: optimizer,
        learningRate: 0.01, updates: updates, epochs: 4, batchSize: batchSize),
      data: SyntheticData.moons(samples: 100).make(seed: 1), machine: .best())
  }
}

extension Layer {
  /// Passes its input on and counts the training steps.
  fileprivate static func counter() -> Layer {
    Layer("counter") { graph, x throws(ShapeError) in
      let count = try graph.state(Shape(1), startingAt: 0, named: "count")
      graph.effect(Increment(), [count])
      return x
    }
  }
}

/// Adds 1 to its input where it lies, unless the step failed.
private final class Increment: Operation {
  var name: Name { "increment" }
  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { .scalar }
  func emit(_ site: Site, into steps: inout [Step]) {
    var step = site.step(site.kernels.fill)
    step.run = { step, context, _, _ in
      guard let count = step.pointee.a, context.pointee.nonFinite.pointee == 0 else { return }
      UnsafeMutablePointer(mutating: count).pointee += 1
    }
    steps.append(step)
  }
}
