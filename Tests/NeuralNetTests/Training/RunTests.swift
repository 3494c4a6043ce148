import NeuralNet
import Testing

/// Whole runs: what they record, when they end, and that they can go on.
struct RunTests {
  @Test("A run records what its epochs and evaluations give one by one")
  func history() throws {
    let (training, validation) = SyntheticData.moons(samples: 90).make(seed: 1).split(first: 70)
    let run = try trainer(training), steps = try trainer(training)
    let history = run.run(RunPlan(validation: validation, judgesTraining: true))
    #expect(history.epochs.count == 6)
    for epoch in history.epochs {
      #expect(try epoch.loss == finished(steps.runEpoch()))
      #expect(epoch.number == steps.epochCount && epoch.stepCount == steps.stepCount)
      #expect(epoch.training == steps.evaluate(training))
      #expect(epoch.validation == steps.evaluate(validation))
      #expect(epoch.learningRate == 0.01)
    }
    #expect(run.network.digest() == steps.network.digest())
    let best = history.epochs.min {
      ($0.validation?.loss ?? .nan) < ($1.validation?.loss ?? .nan)
    }
    #expect(history.bestEpoch == best?.number && history.finalEpoch == 6)
    #expect(history.divergence == nil && history.stoppedEpoch == nil)
  }

  // Two rows a step, y = w x from w = 0: gradients 2/n Σ (w x - t) x.
  @Test("The gradient norm is that of the epoch's last step")
  func gradientNorm() throws {
    let data = try Dataset(
      features: [1, 2, 3], targets: [2, 3, 5], featureCount: 1, task: .regression)
    let trainer = try Trainer(
      TrainingRecipe(
        layers: [.dense(1)], loss: .mse, optimizer: SGD(), learningRate: 0.1,
        initializer: .zeros, batchSize: 2, shuffles: false), data: data, machine: .best())
    let epoch = try #require(trainer.run().epochs.first)
    // The short batch: dw = -12.6, db = -4.2.
    let exact = (12.6 * 12.6 + 4.2 * 4.2).squareRoot()
    #expect((epoch.gradientNorm - exact).magnitude < 1e-4)
    #expect(epoch.training == nil && epoch.validation == nil)
  }

  @Test("Evaluations come every few epochs, and at the end")
  func interval() throws {
    let data = SyntheticData.moons(samples: 40).make(seed: 1)
    let history = try trainer(data, epochs: 5).run(
      RunPlan(validation: data, evaluationInterval: 2))
    #expect(history.epochs.map { $0.validation != nil } == [false, true, false, true, true])
  }

  // The rate makes the loss of the unseen rows, which say the contrary, grow from the first step on.
  @Test("Early stopping ends the run and brings back the best parameters")
  func stopping() throws {
    let training = try line([1, 2, 3], [2, 4, 6]), contrary = try line([1, 2], [-1, -2])
    let recipe = TrainingRecipe(
      layers: [.dense(1, bias: false)], loss: .mse, optimizer: SGD(), learningRate: 0.01,
      initializer: .zeros, epochs: 50)
    let trainer = try Trainer(recipe, data: training, machine: .best())
    let plan = RunPlan(validation: contrary, stopping: EarlyStopping(patience: 4))
    let history = trainer.run(plan)
    #expect(history.stoppedEpoch == 5 && history.bestEpoch == 1 && history.finalEpoch == 1)
    #expect(history.epochs.count == 5 && trainer.epochCount == 1 && trainer.stepCount == 1)
    let first = try Trainer(recipe, data: training, machine: .best())
    _ = first.runEpoch()
    #expect(trainer.network.digest() == first.network.digest())
    var keeping = plan
    keeping.stopping?.restoresBest = false
    let last = try Trainer(recipe, data: training, machine: .best())
    #expect(last.run(keeping).finalEpoch == 5 && last.epochCount == 5)
  }

  @Test("Without unseen rows the training data are watched")
  func watchesTraining() throws {
    let data = SyntheticData.moons(samples: 60).make(seed: 1)
    let stopping = EarlyStopping(patience: 3, metric: .accuracy)
    let history = try trainer(data, epochs: 60).run(RunPlan(stopping: stopping))
    let accuracies = history.epochs.compactMap { $0.training?.accuracy }
    #expect(accuracies.count == history.epochs.count)
    let best = try #require(accuracies.max())
    #expect(history.bestEpoch == (accuracies.firstIndex(of: best) ?? -2) + 1)
  }

  @Test("A run ends within an epoch when its steps are done, and goes on with the same bits")
  func maximumSteps() throws {
    let data = SyntheticData.moons(samples: 70).make(seed: 1)
    let whole = try trainer(data), parts = try trainer(data)
    let all = whole.run()
    let first = parts.run(RunPlan(validation: data, maximumSteps: 11))
    guard case .maximumSteps = first.end else { throw Diverged() }
    #expect(parts.stepCount == 11 && first.epochs.map { $0.number } == [1, 2, 3])
    #expect(first.epochs.last?.validation != nil && parts.epochCount == 2)
    let snapshot = parts.snapshot()
    let rest = parts.run()
    #expect(rest.epochs.map { $0.number } == [3, 4, 5, 6])
    #expect(rest.epochs == Array(all.epochs.dropFirst(2)))
    #expect(parts.network.digest() == whole.network.digest())
    let other = try trainer(data)
    other.restore(snapshot)
    _ = other.run()
    #expect(other.network.digest() == whole.network.digest())
    #expect(try trainer(data).run(RunPlan(maximumSteps: 0)).epochs.isEmpty)
  }

  @Test("A run can be cancelled between epochs and between steps")
  func cancellation() throws {
    let data = SyntheticData.moons(samples: 70).make(seed: 1)
    let small = try trainer(data)
    guard case .cancelled = small.run(isCancelled: { true }).end else { throw Diverged() }
    #expect(small.epochCount == 1)
    let wide = try trainer(data, layers: [.dense(600), .tanh, .dense(600), .tanh, .dense(1)])
    var questions = 0
    let history = wide.run(isCancelled: {
      questions += 1
      return questions == 2
    })
    #expect(wide.stepCount == 2 && wide.epochCount == 0 && history.epochs.isEmpty)
    let whole = try trainer(data, layers: wide.network.layers)
    _ = wide.run()
    _ = whole.run()
    #expect(wide.network.digest() == whole.network.digest())
  }

  @Test("Progress rises to one, with the epochs as they end")
  func progress() throws {
    let data = SyntheticData.moons(samples: 70).make(seed: 1)
    var shares: [Double] = [], epochs: [Int] = []
    _ = try trainer(data).run(progress: {
      shares.append($0.share)
      if let number = $0.epoch?.number, epochs.last != number { epochs.append(number) }
    })
    #expect(shares == shares.sorted() && shares.last == 1 && shares.count >= 6)
    #expect(epochs == [1, 2, 3, 4, 5, 6])
  }

  @Test("A run that diverges says where, and keeps the epochs before")
  func divergence() throws {
    let data = SyntheticData.sine(samples: 100).make(seed: 1)
    let recipe = TrainingRecipe(
      layers: [.dense(1)], loss: .mse, optimizer: SGD(), learningRate: 0.5, epochs: 200,
      batchSize: 50)
    let trainer = try Trainer(recipe, data: data, machine: .best())
    let history = trainer.run(RunPlan(validation: data))
    let divergence = try #require(history.divergence)
    #expect(divergence.epoch == history.epochs.count + 1)
    #expect(history.finalEpoch == history.epochs.count)
  }

  private func trainer(
    _ data: Dataset, epochs: Int = 6, layers: [Layer] = [.dense(8), .tanh, .dense(1)]
  ) throws -> Trainer {
    try Trainer(
      TrainingRecipe(
        layers: layers, loss: .bce, optimizer: Adam(), learningRate: 0.01, epochs: epochs,
        batchSize: 16), data: data, machine: .best())
  }

  private func line(_ x: [Float], _ y: [Float]) throws -> Dataset {
    try Dataset(features: x, targets: y, featureCount: 1, task: .regression)
  }
}
