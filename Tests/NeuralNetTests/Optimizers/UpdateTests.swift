import Testing

@testable import NeuralNet

/// What surrounds an optimizer: clipping, decay, accumulation, averages and schedules, in a training.
struct UpdateTests {
  struct Reference: Sendable {
    let optimizer: any Optimizer
    let learningRate: Float
    let schedule: Schedule
    let updates: UpdateOptions
    let parameters: [Double]
    let averages: [Double]
    let norm: Double?
  }

  /// A 2-3-1 network on ten rows, as References/updates.py has it.
  static func trainer(
    _ optimizer: any Optimizer, rate: Float, schedule: Schedule = .constant,
    updates: UpdateOptions, batchSize: Int = 2, machine: Machine = .best()
  ) throws -> Trainer {
    var x = TestNumbers(2), y = TestNumbers(3), first = TestNumbers(4)
    let data = try Dataset(
      features: x.numbers(20), targets: y.numbers(10), featureCount: 2, task: .regression)
    let trainer = try Trainer(
      TrainingRecipe(
        layers: [.dense(3), .tanh, .dense(1)], loss: .mse, optimizer: optimizer,
        learningRate: rate, schedule: schedule, updates: updates, epochs: 8,
        batchSize: batchSize, shuffles: false), data: data, machine: machine)
    for (parameter, info) in trainer.network.parameters.enumerated() {
      trainer.network.setValues(parameter, first.numbers(info.shape.count))
    }
    return trainer
  }

  private func values(_ trainer: Trainer) -> [Float] {
    trainer.network.parameters.indices.flatMap { trainer.network.values($0) }
  }

  @Test("eight epochs give PyTorch's parameters, averages and norms", arguments: references)
  func pyTorch(reference: Reference) throws {
    for machine in [Machine.best(), Machine(kernels: .plain)] {
      let trainer = try Self.trainer(
        reference.optimizer, rate: reference.learningRate, schedule: reference.schedule,
        updates: reference.updates, machine: machine)
      for _ in 0..<8 { _ = try finished(trainer.runEpoch()) }
      expectClose(values(trainer), reference.parameters)
      #expect(trainer.hasAverages == !reference.averages.isEmpty)
      if trainer.hasAverages {
        expectClose(trainer.withAverages { values(trainer) }, reference.averages)
        expectClose(values(trainer), reference.parameters)
      }
      let norm = trainer.gradientNormBeforeClipping
      #expect((norm == nil) == (reference.norm == nil))
      if let norm, let expected = reference.norm { expectClose([norm], [expected]) }
    }
  }

  /// Float against Float64 over 40 updates of numbers around 1; RMSProp divides by small roots.
  private func expectClose(_ found: [Float], _ expected: [Double]) {
    #expect(found.count == expected.count)
    for (i, (x, y)) in zip(found, expected).enumerated() {
      let error = (Double(x) - y).magnitude
      #expect(error < 1e-5 * max(y.magnitude, 1), "[\(i)]: \(x), expected \(y), error \(error)")
    }
  }

  @Test("a proximal step leaves exact zeros, a subgradient does not")
  func exactZeros() throws {
    func zeros(_ regularization: Regularization) throws -> Int {
      let trainer = try Self.trainer(
        SGD(momentum: 0.9), rate: 0.1, updates: UpdateOptions(regularization: regularization))
      for _ in 0..<20 { _ = trainer.runEpoch() }
      return values(trainer).filter { $0 == 0 }.count
    }
    #expect(try zeros(Regularization(proximalL1: 0.2)) >= 3)
    #expect(try zeros(Regularization(l1: 0.2)) == 0)
  }

  @Test("decay that begins later changes nothing before, and the same updates then")
  func delay() throws {
    func trainer(_ regularization: Regularization) throws -> Trainer {
      try Self.trainer(
        SGD(), rate: 0.1, updates: UpdateOptions(regularization: regularization), batchSize: 10)
    }
    let free = try trainer(Regularization())
    let late = try trainer(Regularization(l2: 0.5, delay: 3))
    for _ in 0..<3 {
      _ = free.runEpoch()
      _ = late.runEpoch()
    }
    let before = values(free)
    #expect(values(late) == before)
    _ = free.runEpoch()
    _ = late.runEpoch()
    // p ← p − rate (g + l2 p), beside p ← p − rate g.
    expectClose(
      values(late), zip(values(free), before).map { Double($0) - 0.1 * 0.5 * Double($1) })
    #expect(Regularization(delay: -1).delay == 0)
  }

  @Test("keeps an optimizer's memory when decay begins, also with a short batch")
  func delayedMemory() throws {
    for updates in [Regularization(l2: 0, delay: 2), Regularization(onlyWeights: true, delay: 2)] {
      let plain = Regularization(onlyWeights: updates.onlyWeights)
      let trainers = try [plain, updates].map {
        try Self.trainer(
          Adam(), rate: 0.05, updates: UpdateOptions(regularization: $0), batchSize: 4)
      }
      for _ in 0..<5 { for trainer in trainers { _ = trainer.runEpoch() } }
      #expect(values(trainers[0]) == values(trainers[1]))
    }
  }

  @Test("a penalty is ½ l2 ‖p‖² + l1 ‖p‖₁, with or without biases")
  func penalty() throws {
    let network = try Network(inputs: 2, layers: [.dense(1)], machine: Machine())
    network.setValues(0, [2, -1])
    network.setValues(1, [3])
    #expect(network.penalty(Regularization()) == 0)
    // 4 + 1 + 9 and 2 + 1 + 3.
    #expect(network.penalty(Regularization(l2: 0.5)) == 3.5)
    #expect(network.penalty(Regularization(l1: 0.25, proximalL1: 0.25)) == 3)
    #expect(network.penalty(Regularization(l2: 0.5, l1: 1, onlyWeights: true)) == 4.25)
    #expect(network.penalty(Regularization(decoupled: 1)) == 0)
    #expect(!Regularization(decoupled: 1).isInLoss && Regularization(l1: 1).isInLoss)
  }

  @Test("accumulated batches make the update of their mean")
  func accumulation() throws {
    let parts = try Self.trainer(SGD(), rate: 0.1, updates: UpdateOptions(accumulation: 5))
    let whole = try Self.trainer(SGD(), rate: 0.1, updates: UpdateOptions(), batchSize: 10)
    for _ in 0..<3 { _ = (parts.runEpoch(), whole.runEpoch()) }
    #expect(parts.updateCount == 3 && parts.stepCount == 15 && whole.updateCount == 3)
    for (a, b) in zip(values(parts), values(whole)) { #expect((a - b).magnitude < 1e-6) }
  }

  @Test("within an update, parameters do not change until its last batch")
  func parts() throws {
    let trainer = try Self.trainer(SGD(), rate: 0.1, updates: UpdateOptions(accumulation: 3))
    var seen: [[Float]] = [values(trainer)]
    _ = trainer.run(RunPlan(maximumSteps: 2))
    seen.append(values(trainer))
    _ = trainer.run(RunPlan(maximumSteps: 3))
    seen.append(values(trainer))
    #expect(seen[0] == seen[1] && seen[1] != seen[2])
  }

  @Test("a snapshot within an update, with averages and a plateau, brings all of it back")
  func snapshots() throws {
    let updates = UpdateOptions(clipping: .norm(1), averaging: 0.9, accumulation: 3)
    let trainer = try Self.trainer(
      Adam(amsgrad: true), rate: 0.1, schedule: .plateau(Plateau(patience: 0, threshold: 0.5)),
      updates: updates)
    _ = trainer.run(RunPlan(maximumSteps: 12))
    let snapshot = trainer.snapshot()
    func rest() -> [Float] {
      _ = trainer.run()
      return values(trainer) + trainer.withAverages { values(trainer) }
        + [trainer.currentLearningRate]
    }
    let first = rest()
    trainer.restore(snapshot)
    #expect(rest() == first)
    #expect(trainer.currentLearningRate < 0.1)
  }

  @Test("all options together give the same bits on every machine")
  func bits() throws {
    var x = TestNumbers(5)
    let data = try Dataset(
      features: x.numbers(64 * 90), targets: (0..<64).map { Float($0 % 10) }, featureCount: 90,
      task: .classes(10))
    let updates = UpdateOptions(
      clipping: .norm(0.5),
      regularization: Regularization(
        l2: 0.01, decoupled: 0.02, l1: 0.001, proximalL1: 0.001, onlyWeights: true),
      layerRates: [0.5], averaging: 0.9, accumulation: 2)
    let optimizers: [any Optimizer] = [
      NAdam(), Lion(), RMSProp(momentum: 0.9, centred: true), Adagrad(), AdamW(amsgrad: true),
      SGD(momentum: 0.9, nesterov: true),
    ]
    for optimizer in optimizers {
      let machines = Machine.all + [Machine(threads: 2), Machine(kernels: .plain)]
      let digests = try machines.map { machine in
        let trainer = try Trainer(
          TrainingRecipe(
            layers: [.dense(150), .relu, .dense(10)], loss: .crossEntropy, optimizer: optimizer,
            learningRate: 0.01, schedule: .oneCycle(total: 12), updates: updates, epochs: 4,
            batchSize: 12), data: data, machine: machine)
        for _ in 0..<4 { _ = try finished(trainer.runEpoch()) }
        let own = trainer.network.digest()
        return [own, trainer.withAverages { trainer.network.digest() }]
      }
      #expect(Set(digests).count == 1 && digests[0][0] != digests[0][1])
    }
  }

  @Test("an observer sees the rate of each step, and no change until an update's last batch")
  func observed() throws {
    let trainer = try Self.trainer(
      SGD(), rate: 0.1, schedule: .exponential(gamma: 0.5, unit: .step),
      updates: UpdateOptions(accumulation: 2))
    var rates: [Float] = [], changed: [Bool] = []
    _ = trainer.run(
      RunPlan(maximumSteps: 5),
      observer: Observer(.steps(every: 1)) {
        rates.append($0.learningRate)
        changed.append($0.parameters[0].updateNorm > 0)
      })
    #expect(rates == [0.1, 0.1, 0.05, 0.05, 0.025])
    #expect(changed == [false, true, false, true, true])
  }

  @Test("a gradient that is not finite changes neither parameters nor averages")
  func heldBack() throws {
    let trainer = try Self.trainer(
      Adam(), rate: 0.1,
      updates: UpdateOptions(
        clipping: .norm(1), regularization: Regularization(proximalL1: 0.1), averaging: 0.5,
        accumulation: 2))
    _ = trainer.run(RunPlan(maximumSteps: 2))
    trainer.network.setValues(2, [.infinity])
    let before = trainer.snapshot()
    guard case .diverged = trainer.runEpoch() else {
      Issue.record("it went on")
      return
    }
    let after = trainer.snapshot()
    #expect(after.values == before.values && after.averages == before.averages)
    #expect(after.moments == before.moments)
  }

  @Test("The defaults are those of the documentation")
  func defaults() {
    let updates = TrainingRecipe(layers: [], loss: .mse, optimizer: SGD(), learningRate: 1)
    #expect(updates.updates == UpdateOptions() && updates.schedule == .constant)
    let options = UpdateOptions()
    #expect(options.clipping == nil && options.averaging == nil && options.accumulation == 1)
    #expect(options.regularization == Regularization(l2: 0, decoupled: 0, l1: 0, proximalL1: 0))
    #expect(!options.regularization.onlyWeights && options.layerRates.isEmpty)
    #expect(UpdateOptions(accumulation: 0).accumulation == 1)
  }
}
