/// When a run ends before its last epoch: as soon as nothing has got better for a while.
///
/// - Source: Early stopping - but when?, Prechelt 1998; the rules are those of Keras.
public struct EarlyStopping: Equatable, Sendable {
  /// What is watched: a number of the validation data or, without them, of the training data.
  public enum Metric: Equatable, Sendable {
    /// The mean loss, which shall fall.
    case loss
    /// The share of right answers, which shall rise; for a regression, the loss.
    case accuracy
  }

  /// What is watched.
  public var metric: Metric
  /// Epochs without progress after which the run ends, at least 1.
  public var patience: Int
  /// Progress is an improvement on the last one by more than this; at least 0.
  public var minimumChange: Float
  /// Whether the run ends with the parameters of its best epoch.
  public var restoresBest: Bool

  /// Describes the rule.
  public init(
    patience: Int, metric: Metric = .loss, minimumChange: Float = 0, restoresBest: Bool = true
  ) {
    self.metric = metric
    self.patience = max(patience, 1)
    self.minimumChange = minimumChange > 0 ? minimumChange : 0
    self.restoresBest = restoresBest
  }
}

/// The best epoch so far, and the last one that made progress.
struct Improvement {
  private let stopping: EarlyStopping?
  /// The epoch with the best number, the first of equals; nil before the first.
  private(set) var bestEpoch: Int?
  private var best = Double.nan
  private var progressEpoch: Int?
  private var progress = Double.nan

  init(_ stopping: EarlyStopping?) { self.stopping = stopping }

  /// Takes the numbers of an epoch.
  ///
  /// - Returns: whether it is the best one so far. A NaN is worse than all numbers.
  mutating func record(_ evaluation: Evaluation, epoch: Int) -> Bool {
    let cost = cost(of: evaluation), change = Double(stopping?.minimumChange ?? 0)
    if progressEpoch == nil || Improvement.isLower(cost, than: progress - change) {
      (progressEpoch, progress) = (epoch, cost)
    }
    guard bestEpoch == nil || Improvement.isLower(cost, than: best) else { return false }
    (bestEpoch, best) = (epoch, cost)
    return true
  }

  /// Whether there was no progress for as many epochs as the rule has patience.
  func isOver(epoch: Int) -> Bool {
    guard let stopping, let progressEpoch else { return false }
    return epoch - progressEpoch >= stopping.patience
  }

  /// The watched number with the sign by which less is better.
  private func cost(of evaluation: Evaluation) -> Double {
    let isAccuracy = stopping?.metric == .accuracy && !evaluation.accuracy.isNaN
    return Double(isAccuracy ? -evaluation.accuracy : evaluation.loss)
  }

  private static func isLower(_ cost: Double, than other: Double) -> Bool {
    cost < other || other.isNaN && !cost.isNaN
  }
}
