import NeuralNet

/// A training run that is judged after every epoch, by the training data and by unseen ones.
struct ValidatedRun: Sendable {
  /// Loss over the whole training and validation data after each epoch.
  private(set) var trainLosses: [Double] = []
  private(set) var validationLosses: [Double] = []
  /// The same for the accuracy; NaN for a regression.
  private(set) var trainAccuracies: [Double] = []
  private(set) var validationAccuracies: [Double] = []
  /// The epoch with the lowest validation loss, from 1; 0 before the first.
  private(set) var bestEpoch = 0
  /// The epoch after which early stopping ended the run.
  private(set) var stoppedEpoch: Int?
  /// The epoch whose weights the trainer holds at the end, from 1.
  private(set) var finalEpoch = 0
  /// Why it stopped, if a number became infinite.
  private(set) var divergence: Divergence?

  /// Trains for `epochs`, or until early stopping, divergence or cancellation.
  ///
  /// With early stopping the trainer ends with the weights of the best epoch, and the final numbers
  /// are that epoch's.
  static func train(
    _ trainer: Trainer, validation: Dataset, training: Dataset, epochs: Int,
    stopping: EarlyStopping = EarlyStopping(), context: Context,
    progress: (Double) -> Void = { _ in }
  ) -> ValidatedRun {
    var run = ValidatedRun()
    var best = trainer.snapshot()
    for epoch in 1...epochs {
      if case .diverged(let divergence) = trainer.runEpoch() {
        run.divergence = divergence
        break
      }
      run.record(trainer, training, validation)
      if run.bestEpoch == epoch, stopping.patience != nil { best = trainer.snapshot() }
      if let patience = stopping.patience, epoch - run.bestEpoch >= patience {
        run.stoppedEpoch = epoch
        break
      }
      if context.isCancelled() { break }
      progress(Double(epoch) / Double(epochs))
    }
    run.finish(trainer, best, stopping)
    return run
  }

  private mutating func record(_ trainer: Trainer, _ training: Dataset, _ validation: Dataset) {
    let (seen, unseen) = (trainer.evaluate(training), trainer.evaluate(validation))
    trainLosses.append(Double(seen.loss))
    validationLosses.append(Double(unseen.loss))
    trainAccuracies.append(Double(seen.accuracy))
    validationAccuracies.append(Double(unseen.accuracy))
    if bestEpoch == 0 || validationLosses[bestEpoch - 1] > validationLosses[trainLosses.count - 1] {
      bestEpoch = trainLosses.count
    }
  }

  private mutating func finish(
    _ trainer: Trainer, _ best: ParameterSnapshot, _ stopping: EarlyStopping
  ) {
    finalEpoch = trainLosses.count
    guard stopping.patience != nil, bestEpoch > 0 else { return }
    trainer.restore(best)
    finalEpoch = bestEpoch
  }
}

extension ValidatedRun {
  /// The numbers of the epoch whose weights were kept; NaN if the first epoch diverged.
  var trainLoss: Double { value(of: trainLosses) }
  var validationLoss: Double { value(of: validationLosses) }
  var trainAccuracy: Double { value(of: trainAccuracies) }
  var validationAccuracy: Double { value(of: validationAccuracies) }
  /// How much worse the network is on unseen data.
  var gap: Double { validationLoss - trainLoss }

  /// Epochs that were run, from 1, as plots take them.
  var epochs: [Double] { trainLosses.indices.map { Double($0 + 1) } }

  private func value(of series: [Double]) -> Double {
    finalEpoch > 0 ? series[finalEpoch - 1] : .nan
  }
}
