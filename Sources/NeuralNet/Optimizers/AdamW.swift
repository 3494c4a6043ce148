public import Kernels

/// Adam whose weight decay does not go through the moments: `p ← (1 − rate · weightDecay) p` first.
///
/// - Source: Decoupled Weight Decay Regularization, Loshchilov and Hutter 2017, algorithm 2, in the
///   form of PyTorch's `torch.optim.AdamW`.
public final class AdamW: Optimizer {
  let moments: AdamMoments
  /// How much of each parameter is taken away, times the learning rate; default 0.01.
  public let weightDecay: Double

  /// A rule with these constants: `beta1`, `beta2` in [0, 1).
  public init(
    beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8, weightDecay: Double = 0.01
  ) {
    moments = AdamMoments(beta1: beta1, beta2: beta2, epsilon: epsilon)
    self.weightDecay = weightDecay
  }

  /// "adamw".
  public var name: Name { "adamw" }

  /// One pass over the block.
  public func steps(_ block: ParameterBlock, _ kernels: KernelTable) -> [Step] {
    [moments.step(block, kernels)]
  }

  /// The rate, and what depends on the number of the update.
  public func update(number: UInt64, learningRate: Float) -> Update {
    var update = moments.update(number: number, learningRate: learningRate)
    update.decay = Float(1 - Double(learningRate) * weightDecay)
    return update
  }
}
