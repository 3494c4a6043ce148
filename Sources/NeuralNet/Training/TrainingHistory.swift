/// What a training run came to, epoch by epoch.
public struct TrainingHistory: Sendable {
  /// One epoch.
  public struct Epoch: Equatable, Sendable {
    /// Its number, from 1.
    public let number: Int
    /// Steps of the run at its end.
    public let stepCount: Int
    /// The mean loss over its rows, each measured just before the step that it was used in.
    public let loss: Float
    /// The size of the updates in its last step.
    public let learningRate: Float
    /// The norm of all gradients of its last step, `√Σ g²`.
    public let gradientNorm: Double
    /// How well the training data are known at its end; nil if that was not asked for.
    public let training: Evaluation?
    /// How well unseen data are known at its end; nil without such data, or between evaluations.
    public let validation: Evaluation?
  }

  /// Why a run ended.
  public enum End: Sendable {
    /// All epochs of the recipe are done.
    case finished
    /// Early stopping.
    case stopped
    /// The steps of the plan are done, perhaps within an epoch.
    case maximumSteps
    /// The caller wished so.
    case cancelled
    /// A number was not finite.
    case diverged(Divergence)
  }

  /// The epochs in their order; the last one is part of an epoch if the steps ended there.
  public internal(set) var epochs: [Epoch] = []
  /// The number of the epoch with the best watched number, the first of equals; nil if none ended.
  public internal(set) var bestEpoch: Int?
  /// The number of the epoch whose parameters the trainer has at the end; 0 for those at the start.
  public internal(set) var finalEpoch = 0
  /// Why the run ended.
  public internal(set) var end = End.finished

  /// The history of a run that has not begun.
  public init() {}

  /// What the run met that is not finite.
  public var divergence: Divergence? {
    if case .diverged(let divergence) = end { return divergence }
    return nil
  }

  /// The epoch after which early stopping ended the run.
  public var stoppedEpoch: Int? {
    if case .stopped = end { return epochs.last?.number }
    return nil
  }
}

/// How far a run is.
public struct RunProgress: Equatable, Sendable {
  /// The share of its steps that is done, from 0 to 1.
  public let share: Double
  /// Steps done.
  public let stepCount: Int
  /// The last epoch that is over.
  public let epoch: TrainingHistory.Epoch?
}
