extension Trainer {
  /// Trains up to the last epoch of the recipe, or until the plan, the caller or a number that is
  /// not finite ends it.
  ///
  /// A trainer that has done some epochs, or was restored, does the remaining ones: with the same
  /// bits as without the interruption.
  ///
  /// - Parameters:
  ///   - observer: looks into some of the steps; nil for none.
  ///   - progress: called after each epoch, and within long ones up to a hundred times a run.
  ///   - isCancelled: asked between steps, about as often as a million multiplications take; then
  ///     the run ends after that step, and the parameters are those of that step.
  public func run(
    _ plan: RunPlan = RunPlan(), observer: Observer? = nil,
    progress: (RunProgress) -> Void = { _ in },
    isCancelled: () -> Bool = { false }
  ) -> TrainingHistory {
    var run = Run(plan, self)
    let observation = observer.map { Observation($0) }
    while run.end == nil, epochCount < recipe.epochs {
      let outcome = epoch(before: { observation?.willRun(self, $0) }) { batch in
        observation?.didRun(self)
        run.report(self, progress)
        return run.goesOn(self, batch, isCancelled)
      }
      observation?.didRun(self)
      run.close(outcome, self, isCancelled)
      run.report(self, progress)
    }
    return run.ended(self)
  }
}

/// The state of a run besides that of its trainer.
private struct Run {
  /// Multiplications between two questions whether the run is cancelled.
  static let patience = 1 << 20

  let plan: RunPlan
  /// Why the run is to end after this step.
  var end: TrainingHistory.End?
  private var history = TrainingHistory()
  private var improvement: Improvement
  private var best: ParameterSnapshot?
  private let totalSteps: Int
  private var reportedSteps: Int
  private var workSinceAsked = 0

  init(_ plan: RunPlan, _ trainer: Trainer) {
    self.plan = plan
    improvement = Improvement(plan.stopping)
    history.finalEpoch = trainer.epochCount
    let (all, _) = trainer.stepsPerEpoch.multipliedReportingOverflow(by: trainer.recipe.epochs)
    totalSteps = min(plan.maximumSteps ?? .max, all)
    reportedSteps = trainer.stepCount
    if trainer.stepCount >= plan.maximumSteps ?? .max { end = .maximumSteps }
  }

  /// Whether another step follows.
  mutating func goesOn(_ trainer: Trainer, _ batch: TrainingBatch, _ isCancelled: () -> Bool)
    -> Bool
  {
    if trainer.stepCount >= plan.maximumSteps ?? .max { end = .maximumSteps }
    workSinceAsked += batch.multiplyAdds + 1
    if workSinceAsked >= Run.patience {
      workSinceAsked = 0
      if isCancelled() { end = .cancelled }
    }
    return end == nil
  }

  /// Tells how far the run is, unless that was just told.
  mutating func report(_ trainer: Trainer, _ progress: (RunProgress) -> Void) {
    let isEpoch = history.epochs.last?.stepCount == trainer.stepCount
    guard trainer.stepCount - reportedSteps > totalSteps / 100 || isEpoch else { return }
    reportedSteps = trainer.stepCount
    progress(
      RunProgress(
        share: min(Double(trainer.stepCount) / Double(max(totalSteps, 1)), 1),
        stepCount: trainer.stepCount, epoch: history.epochs.last))
  }

  /// Judges an epoch that is over, or that the last step ended within.
  mutating func close(_ outcome: EpochOutcome, _ trainer: Trainer, _ isCancelled: () -> Bool) {
    switch outcome {
    case .diverged(let divergence): end = .diverged(divergence)
    case .interrupted(let loss):
      if case .maximumSteps = end { record(loss, trainer, number: trainer.epochCount + 1) }
    case .finished(let loss):
      if case .maximumSteps = end, trainer.epochCount >= trainer.recipe.epochs { end = nil }
      record(loss, trainer, number: trainer.epochCount)
      if end == nil, improvement.isOver(epoch: trainer.epochCount) { end = .stopped }
      if end == nil, isCancelled() { end = .cancelled }
    }
  }

  private mutating func record(_ loss: Float, _ trainer: Trainer, number: Int) {
    let isLast = end != nil || number >= trainer.recipe.epochs
    let judges = isLast || number % plan.evaluationInterval == 0
    let watchesTraining = plan.validation == nil && plan.stopping?.metric == .accuracy
    let training =
      judges && (plan.judgesTraining || watchesTraining) ? trainer.evaluate(trainer.data) : nil
    let validation = judges ? plan.validation.map { trainer.evaluate($0) } : nil
    history.epochs.append(
      TrainingHistory.Epoch(
        number: number, stepCount: trainer.stepCount, loss: loss,
        learningRate: trainer.currentLearningRate, gradientNorm: trainer.gradientNorm,
        training: training, validation: validation))
    history.finalEpoch = number
    let watched =
      plan.validation == nil
      ? training ?? Evaluation(loss: loss, accuracy: .nan) : validation
    if let watched {
      let isLoss = trainer.recipe.schedule.plateau?.mode != .maximum
      trainer.observe(Double(isLoss ? watched.loss : watched.accuracy))
    }
    guard let watched, improvement.record(watched, epoch: number) else { return }
    history.bestEpoch = number
    if plan.stopping?.restoresBest == true { best = trainer.snapshot() }
  }

  /// What the run came to; the trainer gets the best parameters if the plan wishes so.
  func ended(_ trainer: Trainer) -> TrainingHistory {
    var result = history
    if let end { result.end = end }
    if let best, let bestEpoch = history.bestEpoch {
      trainer.restore(best)
      result.finalEpoch = bestEpoch
    }
    return result
  }
}

extension Trainer {
  /// The norm of the gradients of all parameters after a step, `√Σ g²`, before they were clipped.
  var gradientNorm: Double {
    gradientNormBeforeClipping.map { Double($0) } ?? network.gradientNorm()
  }
}

extension Network {
  /// The norm of the gradients of all parameters after a step, `√Σ g²`.
  func gradientNorm() -> Double {
    sumOfSquares(UnsafePointer(store.gradients.floats), count: store.count).squareRoot()
  }
}
