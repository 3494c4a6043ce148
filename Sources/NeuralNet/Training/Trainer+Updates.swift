// Updates whose rate, momentum or number of batches is not always the same.

extension Trainer {
  /// Updates of the parameters so far; a step is an update unless gradients are accumulated.
  public var updateCount: Int {
    let size = recipe.updates.accumulation
    guard size > 1 else { return stepCount }
    return epochCount * ((stepsPerEpoch + size - 1) / size) + position.steps / size
  }

  /// Tells a schedule that waits for a plateau the watched number of an epoch: a loss or an accuracy.
  ///
  /// `run` does so with what it judges by; a caller of `runEpoch` decides.
  public func observe(_ number: Double) {
    guard let rule = recipe.schedule.plateau else { return }
    var state = plateau ?? Plateau.State(rule, base: Double(learningRate))
    state.observe(number)
    plateau = state
  }

  /// The rate for the next update.
  var nextLearningRate: Float {
    if let plateau { return Float(plateau.rate) }
    return recipe.schedule.rate(at: scheduleTime, base: learningRate)
  }

  private var scheduleTime: Int {
    recipe.schedule.unit == .step ? updateCount : epochCount
  }

  /// Tells a program what the step that comes next is; the last batch of an update changes parameters.
  func schedule(_ batch: TrainingBatch) {
    let program = batch.program, size = recipe.updates.accumulation
    currentLearningRate = nextLearningRate
    program.stepNumber = UInt64(updateCount)
    program.learningRate = currentLearningRate
    program.momentum = recipe.schedule.momentum(at: scheduleTime)
    program.part = position.steps % size
    let left = stepsPerEpoch - (position.steps - program.part)
    program.parts = min(size, left)  // an epoch's last update may have fewer
  }
}

// MARK: - Asking

extension Trainer {
  /// The norm of all gradients of the last update before it was clipped; nil without clipping by
  /// norm.
  public var gradientNormBeforeClipping: Float? {
    guard case .norm = recipe.updates.clipping, stepCount > 0 else { return nil }
    return network.store.clipping.floats[0]
  }

  /// Whether there is a moving average of the parameters: the recipe asks for one, and there was an
  /// update.
  public var hasAverages: Bool { network.store.averages != nil && updateCount > 0 }

  /// Does something while the network has the moving averages for parameters, as to evaluate it; then
  /// it has its own parameters again. Without averages, it keeps its own.
  ///
  ///     let smooth = trainer.withAverages { trainer.evaluate(unseen) }
  public func withAverages<Result>(_ body: () -> Result) -> Result {
    guard hasAverages else { return body() }
    exchangeAverages()
    defer { exchangeAverages() }
    return body()
  }

  /// Frozen parameters and running statistics have no average and stay.
  private func exchangeAverages() {
    let store = network.store
    guard let averages = store.averages else { return }
    for moment in store.moments {
      for i in moment.elements {
        let value = store.values.floats[i]
        store.values.floats[i] = averages.floats[i]
        averages.floats[i] = value
      }
    }
  }
}
