import NeuralNet
import Plotting

/// A training run that is judged after every epoch, by the training data and by unseen ones.
struct ValidatedRun: Sendable {
  /// Loss over the whole training and validation data after each epoch.
  let trainLosses: [Double]
  let validationLosses: [Double]
  /// The same for the accuracy; NaN for a regression.
  let trainAccuracies: [Double]
  let validationAccuracies: [Double]
  /// The epoch with the lowest validation loss, from 1; 0 before the first.
  let bestEpoch: Int
  /// The epoch after which early stopping ended the run.
  let stoppedEpoch: Int?
  /// The epoch whose weights the trainer holds at the end, from 1.
  let finalEpoch: Int
  /// Why it stopped, if a number became infinite.
  let divergence: Divergence?

  /// A run that has not begun.
  init() { self.init(TrainingHistory()) }

  fileprivate init(_ history: TrainingHistory) {
    let seen = history.epochs.compactMap { $0.training }
    let unseen = history.epochs.compactMap { $0.validation }
    trainLosses = seen.map { Double($0.loss) }
    validationLosses = unseen.map { Double($0.loss) }
    trainAccuracies = seen.map { Double($0.accuracy) }
    validationAccuracies = unseen.map { Double($0.accuracy) }
    bestEpoch = history.bestEpoch ?? 0
    stoppedEpoch = history.stoppedEpoch
    finalEpoch = history.finalEpoch
    divergence = history.divergence
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

  /// What it came to, in a few characters.
  func outcome(isClassification: Bool) -> Text {
    isClassification
      ? "unseen \(validationAccuracy * 100, decimals: 1) %" : "unseen \(validationLoss, digits: 2)"
  }

  private func value(of series: [Double]) -> Double {
    finalEpoch > 0 ? series[finalEpoch - 1] : .nan
  }
}

/// A training that is judged after every epoch: for the epochs of the recipe, or until early stopping,
/// divergence or cancellation.
///
/// With early stopping the trainer ends with the weights of the best epoch, and the final numbers
/// are that epoch's.
final class ValidatedTraining {
  let trainer: Trainer
  private let training: TrainingRun
  private var isOver = false

  init(_ trainer: Trainer, validation: Dataset, stopping: EarlyStopping?) {
    self.trainer = trainer
    training = TrainingRun(
      RunPlan(validation: validation, judgesTraining: true, stopping: stopping), of: trainer)
  }

  var share: Double { isOver ? 1 : training.share }

  /// The run up to now.
  var run: ValidatedRun { ValidatedRun(isOver ? training.ended() : training.history) }

  /// Does the next epoch.
  ///
  /// - Parameter progress: called with the share of the run that is done, several times an epoch if
  ///   that takes long.
  /// - Returns: whether another one follows.
  func advance(progress: (Double) -> Void = { _ in }, isCancelled: () -> Bool) -> Bool {
    isOver = !training.advance(progress: { progress($0.share) }, isCancelled: isCancelled)
    return !isOver
  }
}

/// A member of a study that is one training, judged after every epoch.
protocol ValidatedMember: StudyMember {
  var training: ValidatedTraining { get }
}

extension ValidatedMember {
  var share: Double { training.share }

  func advance(isCancelled: () -> Bool) -> Bool {
    training.advance(isCancelled: isCancelled)
  }
}

extension ValidatedRun {
  /// What went wrong, if a number became infinite.
  ///
  /// - Parameter rate: the learning rate of the run.
  func diagnoses(rate: Double) -> [Diagnosis] {
    guard divergence != nil else { return [] }
    let curve = LossCurve(losses: trainLosses, divergence: divergence)
    let remedy: Text = "A rate of \(typed: rate / 10)."
    return [DivergenceDiagnosis(curve, rate: rate, remedy: remedy).diagnosis()]
  }
}

extension ValidatedRun: Recordable {
  func put(into record: inout Record) {
    for series in [trainLosses, validationLosses, trainAccuracies, validationAccuracies] {
      record.put(series)
    }
    record.put(bestEpoch)
    record.put(stoppedEpoch)
    record.put(finalEpoch)
    record.put(divergence)
  }

  init(from reader: inout RecordReader) throws(RecordError) {
    trainLosses = try reader.take()
    validationLosses = try reader.take()
    trainAccuracies = try reader.take()
    validationAccuracies = try reader.take()
    bestEpoch = try reader.take()
    stoppedEpoch = try reader.take()
    finalEpoch = try reader.take()
    divergence = try reader.take()
    guard (0...trainLosses.count).contains(finalEpoch) else { throw .damaged }
  }
}
