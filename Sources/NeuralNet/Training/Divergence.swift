/// Where a training run met the first number that is infinite or not a number.
public struct Divergence: Sendable {
  /// What the number is.
  public enum Kind: Equatable, Sendable {
    /// The loss, though all outputs are finite.
    case loss
    /// A gradient, though the loss is finite.
    case gradient
    /// A parameter, spoilt by the update before.
    case parameter
    /// The result of a layer.
    case activation
  }

  /// The step that failed, from 1.
  public let step: Int
  /// Its epoch, from 1.
  public let epoch: Int
  /// The layer, counted from 0; the last one for the loss.
  public let layer: Int
  /// What the number is.
  public let kind: Kind
  /// The number: infinite or NaN.
  public let value: Double
  /// The size of the updates.
  public let learningRate: Float
  /// The losses of at most 40 steps before, the oldest first.
  public let recentLosses: [Float]

  /// A divergence as it was found.
  public init(
    step: Int, epoch: Int, layer: Int, kind: Kind, value: Double, learningRate: Float,
    recentLosses: [Float]
  ) {
    self.step = step
    self.epoch = epoch
    self.layer = layer
    self.kind = kind
    self.value = value
    self.learningRate = learningRate
    self.recentLosses = recentLosses
  }
}

/// What an epoch of training came to.
public enum EpochOutcome: Sendable {
  /// The mean loss over the rows, each measured just before the step that it was used in.
  case finished(loss: Float)
  /// The caller ended it before its last step; the mean loss over the rows so far.
  case interrupted(loss: Float)
  /// The run met a number that is not finite.
  case diverged(Divergence)
}
