/// A training run, epoch by epoch.
///
///     let trainer = try Trainer(recipe, data: data, machine: .best())
///     while case .finished(let loss) = trainer.runEpoch(), loss > 0.1 {}
///
/// The same recipe and data give the same parameters on every machine and with any number of
/// threads. Used by one thread at a time.
public final class Trainer {
  /// What is trained.
  public let network: Network
  /// What was asked for.
  public let recipe: TrainingRecipe
  /// What it is trained on.
  public let data: Dataset
  /// The size of the updates from the next epoch on, or with a schedule what it is given.
  public var learningRate: Float
  /// The size of the last updates.
  public internal(set) var currentLearningRate: Float
  /// What a schedule that waits for a plateau has seen.
  var plateau: Plateau.State?
  /// Steps done so far.
  public internal(set) var stepCount = 0
  /// Epochs finished so far.
  public internal(set) var epochCount = 0
  var recentLosses = RecentLosses()
  /// How far the epoch is.
  var position = EpochPosition()
  /// The whole batches of an epoch, then the short one if there is one.
  let batches: [TrainingBatch]
  /// The same before a penalty begins; empty if there is none, or from the first epoch on.
  private let earlyBatches: [TrainingBatch]
  /// Whether steps of an epoch differ in more than their rows.
  private let isScheduled: Bool
  /// The rows in the order of the epoch; empty if that is their own.
  private var order: [Int32]

  /// Makes the network, with the parameters of the initializer, and the programs of its steps.
  ///
  /// - Throws: `ShapeError` if layers, loss and data do not fit each other; `outOfRange` of "data" if
  ///   the data are not valid.
  public init(_ recipe: TrainingRecipe, data: Dataset, machine: Machine) throws(ShapeError) {
    do throws(DataError) {
      try data.validate()
    } catch {
      throw .outOfRange(operation: "data", value: .nan)
    }
    network = try Network(inputs: data.featureCount, layers: recipe.layers, machine: machine)
    guard network.fits(data, loss: recipe.loss) else {
      throw .mismatch(
        operation: recipe.loss.name, expected: Shape(data.count, data.outputCount),
        found: Shape(data.count, network.outputs))
    }
    network.initialize(recipe.initializer, seed: recipe.seed)
    batches = try TrainingBatch.epoch(of: recipe, network, data)
    var early = recipe
    if let before = recipe.updates.regularization.before {
      early.updates.regularization = before
      earlyBatches = try TrainingBatch.epoch(of: early, network, data)
    } else {
      earlyBatches = []
    }
    for batch in batches + earlyBatches { batch.program.seed = recipe.seed }
    self.recipe = recipe
    self.data = data
    learningRate = recipe.learningRate
    currentLearningRate = recipe.learningRate
    isScheduled = !recipe.schedule.isConstant || recipe.updates.accumulation > 1
    let shuffles = recipe.shuffles && batches[0].rows < data.count
    order = [Int32](repeating: 0, count: shuffles ? data.count : 0)
  }

  /// Steps of an epoch.
  public var stepsPerEpoch: Int { batches.reduce(0) { $0 + $1.steps } }

  /// Goes through the data once, or through what is left of an epoch that was interrupted.
  ///
  /// - Returns: the mean loss; or what was not finite, and then the parameters are those before the
  ///   failed step.
  public func runEpoch() -> EpochOutcome { epoch(before: { _ in }, goesOn: { _ in true }) }

  /// The same with a call before each step, when its rows are in place, and a question after it,
  /// whether to go on.
  @inline(__always)
  func epoch(
    before: (TrainingBatch) -> Void, goesOn: (TrainingBatch) -> Bool
  ) -> EpochOutcome {
    if !order.isEmpty { shuffle() }
    let outcome = data.withRows { x, y in
      order.withUnsafeBufferPointer { run(x, y, $0.isEmpty ? nil : $0.baseAddress, before, goesOn) }
    }
    if case .finished = outcome {
      epochCount += 1
      position = EpochPosition()
    }
    return outcome
  }

  /// The order depends on the seed and the number of the epoch alone.
  private func shuffle() {
    for i in order.indices { order[i] = Int32(i) }
    var random = RandomStream(seed: recipe.seed, stream: .shuffle(epoch: epochCount))
    random.shuffle(&order)
  }

  @inline(__always)
  private func run(
    _ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>, _ order: UnsafePointer<Int32>?,
    _ before: (TrainingBatch) -> Void, _ goesOn: (TrainingBatch) -> Bool
  ) -> EpochOutcome {
    var at = position, firstStep = 0
    currentLearningRate = nextLearningRate
    defer { position = at }
    let isEarly = epochCount < recipe.updates.regularization.delay
    for batch in isEarly ? earlyBatches : batches {
      let program = batch.program
      program.stepNumber = UInt64(stepCount)
      program.learningRate = currentLearningRate
      while at.steps < firstStep + batch.steps {
        if let order {
          batch.gather(x, y, order + at.rows)
        } else {
          batch.bind(x, y, start: at.rows)
        }
        position = at
        if isScheduled { schedule(batch) }
        before(batch)
        guard program.runPart() else {
          return .diverged(diagnose(batch))
        }
        at.add(loss: batch.loss.pointee, rows: batch.rows)
        recentLosses.append(batch.loss.pointee)
        stepCount += 1
        if !goesOn(batch), at.steps < stepsPerEpoch {
          return .interrupted(loss: at.meanLoss)
        }
      }
      firstStep += batch.steps
    }
    return .finished(loss: at.meanLoss)
  }
}

// MARK: - Asking

extension Trainer {
  /// The mean loss and the accuracy on any data; NaN if they do not fit the network.
  public func evaluate(_ data: Dataset) -> Evaluation {
    network.evaluate(data, loss: recipe.loss)
  }

  /// The raw outputs for `count` rows, `[count, outputs]`: logits if the loss takes logits.
  public func predict(_ features: [Float], count: Int) -> [Float] {
    network.predict(features, count: count)
  }
}
