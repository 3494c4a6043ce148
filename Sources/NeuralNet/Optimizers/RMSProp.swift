public import Kernels

/// Divides the gradient by the root of the mean of its squares.
///
/// `v ← α v + (1 − α) h²`, `d = h / (√v + ε)`, `p ← p − rate · d`. Centred: `√(v − m²)` with
/// `m ← α m + (1 − α) h` takes the place of `√v`. With momentum: `b ← momentum · b + d` takes the
/// place of d. PyTorch's default learning rate is 0.01.
///
/// - Source: Lecture 6e of Neural Networks for Machine Learning, Hinton 2012; centred: Generating
///   Sequences With Recurrent Neural Networks, Graves 2013, eq. 38–45; in the form of PyTorch's
///   `torch.optim.RMSprop`, but `v − m²` is not let below 0, where rounding may take it.
public final class RMSProp: Optimizer {
  /// How much of the mean of squares is kept, in [0, 1); default 0.99.
  public let alpha: Double
  /// Added to the root, against division by zero; default 1e-8.
  public let epsilon: Double
  /// How much of the velocity is kept, in [0, 1); default 0.
  public let momentum: Double
  /// Whether the squared mean is taken off; default false.
  public let centred: Bool
  /// How much of the parameter is added to its gradient; default 0.
  public let weightDecay: Double

  /// A rule with these constants.
  public init(
    alpha: Double = 0.99, epsilon: Double = 1e-8, momentum: Double = 0, centred: Bool = false,
    weightDecay: Double = 0
  ) {
    self.alpha = alpha
    self.epsilon = epsilon
    self.momentum = momentum
    self.centred = centred
    self.weightDecay = weightDecay
  }

  /// "rmsprop".
  public var name: Name { "rmsprop" }

  /// The mean of squares, and if asked for the mean and the velocity.
  public var momentCount: Int { 1 + (centred ? 1 : 0) + (momentum == 0 ? 0 : 1) }

  /// One pass over the block.
  public func steps(_ block: ParameterBlock, _ kernels: KernelTable) -> [Step] {
    var step = block.update(kernels.rmsprop, weightDecay: weightDecay)
    step.s3 = Float(alpha)
    step.s4 = Float(1 - alpha)
    step.s5 = Float(epsilon)
    step.form = Int32((centred ? updateCentred : 0) | (momentum == 0 ? 0 : updateVelocity))
    return [step]
  }

  /// The rate and the momentum.
  public func update(number: UInt64, learningRate: Float, momentum: Double?) -> Update {
    Update(
      learningRate: learningRate, rate: learningRate, momentum: Float(momentum ?? self.momentum))
  }
}
