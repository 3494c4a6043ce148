/// The state of a run besides that of its trainer.
///
///     let run = TrainingRun(plan, of: trainer)
///     while run.advance() {}
///     let history = run.ended()
package final class TrainingRun {
  /// Multiplications between two questions whether the run is cancelled.
  private static let patience = 1 << 20

  private let trainer: Trainer
  private let plan: RunPlan
  /// Why the run is to end after this step.
  private var end: TrainingHistory.End?
  /// What the run came to so far.
  package private(set) var history = TrainingHistory()
  private var improvement: Improvement
  private var best: ParameterSnapshot?
  private let totalSteps: Int
  private var reportedSteps: Int
  private var workSinceAsked = 0

  /// A run of `trainer` up to the last epoch of its recipe, unless the plan ends it earlier.
  package init(_ plan: RunPlan, of trainer: Trainer) {
    self.plan = plan
    self.trainer = trainer
    improvement = Improvement(plan.stopping)
    history.finalEpoch = trainer.epochCount
    let (all, _) = trainer.stepsPerEpoch.multipliedReportingOverflow(by: trainer.recipe.epochs)
    totalSteps = min(plan.maximumSteps ?? .max, all)
    reportedSteps = trainer.stepCount
    if trainer.stepCount >= plan.maximumSteps ?? .max { end = .maximumSteps }
  }

  /// Does one epoch, or what is left of an interrupted one.
  ///
  /// - Returns: whether another one follows.
  package func advance(
    progress: (RunProgress) -> Void = { _ in }, isCancelled: () -> Bool = { false }
  ) -> Bool {
    advance(nil, progress: progress, isCancelled: isCancelled)
  }

  /// The same with somebody who looks at the steps.
  func advance(
    _ observation: Observation?, progress: (RunProgress) -> Void, isCancelled: () -> Bool
  ) -> Bool {
    guard hasNext else { return false }
    let trainer = trainer
    let outcome = trainer.epoch(before: { observation?.willRun(trainer, $0) }) { batch in
      observation?.didRun(trainer)
      report(progress)
      return goesOn(batch, isCancelled)
    }
    observation?.didRun(trainer)
    close(outcome, isCancelled)
    report(progress)
    return hasNext
  }

  /// The share of its epochs that is done.
  package var share: Double {
    Double(trainer.epochCount) / Double(max(trainer.recipe.epochs, 1))
  }

  private var hasNext: Bool { end == nil && trainer.epochCount < trainer.recipe.epochs }

  /// Whether another step follows.
  private func goesOn(_ batch: TrainingBatch, _ isCancelled: () -> Bool) -> Bool {
    if trainer.stepCount >= plan.maximumSteps ?? .max { end = .maximumSteps }
    workSinceAsked += batch.multiplyAdds + 1
    if workSinceAsked >= TrainingRun.patience {
      workSinceAsked = 0
      if isCancelled() { end = .cancelled }
    }
    return end == nil
  }

  /// Tells how far the run is, unless that was just told.
  private func report(_ progress: (RunProgress) -> Void) {
    let isEpoch = history.epochs.last?.stepCount == trainer.stepCount
    guard trainer.stepCount - reportedSteps > totalSteps / 100 || isEpoch else { return }
    reportedSteps = trainer.stepCount
    progress(
      RunProgress(
        share: min(Double(trainer.stepCount) / Double(max(totalSteps, 1)), 1),
        stepCount: trainer.stepCount, epoch: history.epochs.last))
  }

  /// Judges an epoch that is over, or that the last step ended within.
  private func close(_ outcome: EpochOutcome, _ isCancelled: () -> Bool) {
    switch outcome {
    case .diverged(let divergence): end = .diverged(divergence)
    case .interrupted(let loss):
      if case .maximumSteps = end { record(loss, number: trainer.epochCount + 1) }
    case .finished(let loss):
      if case .maximumSteps = end, trainer.epochCount >= trainer.recipe.epochs { end = nil }
      record(loss, number: trainer.epochCount)
      if end == nil, improvement.isOver(epoch: trainer.epochCount) { end = .stopped }
      if end == nil, isCancelled() { end = .cancelled }
    }
  }

  private func record(_ loss: Float, number: Int) {
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
  package func ended() -> TrainingHistory {
    var result = history
    if let end { result.end = end }
    if let best, let bestEpoch = history.bestEpoch {
      trainer.restore(best)
      result.finalEpoch = bestEpoch
    }
    return result
  }
}
