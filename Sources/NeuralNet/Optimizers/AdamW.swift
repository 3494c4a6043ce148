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
    beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8, weightDecay: Double = 0.01,
    amsgrad: Bool = false
  ) {
    moments = AdamMoments(beta1: beta1, beta2: beta2, epsilon: epsilon, amsgrad: amsgrad)
    self.weightDecay = weightDecay
  }

  /// "adamw".
  public var name: Name { "adamw" }

  /// The means of the gradient and its square, and with AMSGrad the largest of the latter.
  public var momentCount: Int { moments.count }

  /// One pass over the block.
  public func steps(_ block: ParameterBlock, _ kernels: KernelTable) -> [Step] {
    [moments.step(block.update(kernels.adam, weightDecay: 0, decoupledDecay: weightDecay))]
  }

  /// The rate, and what depends on the number of the update.
  public func update(number: UInt64, learningRate: Float, momentum: Double?) -> Update {
    moments.update(number, learningRate, momentum)
  }
}
