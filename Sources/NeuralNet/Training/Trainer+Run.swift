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
    let run = TrainingRun(plan, of: self)
    let observation = observer.map { Observation($0) }
    while run.advance(observation, progress: progress, isCancelled: isCancelled) {}
    return run.ended()
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
