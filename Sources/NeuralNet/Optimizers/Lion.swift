public import Kernels

/// Steps of one size: only the sign of the averaged gradient counts.
///
/// `c = sign(β1 m + (1 − β1) h)`, `p ← p − rate (c + weightDecay · p)`, `m ← β2 m + (1 − β2) h`.
/// Usual learning rates are three to ten times smaller than those of AdamW; 1e-4 in the paper.
///
/// - Source: Symbolic Discovery of Optimization Algorithms, Chen et al. 2023, algorithm 2.
public final class Lion: Optimizer {
  /// The share of the past in the direction, in [0, 1); default 0.9.
  public let beta1: Double
  /// The share of the past in what is remembered, in [0, 1); default 0.99.
  public let beta2: Double
  /// How much of each parameter is taken away, times the learning rate; default 0.
  public let weightDecay: Double

  /// A rule with these constants.
  public init(beta1: Double = 0.9, beta2: Double = 0.99, weightDecay: Double = 0) {
    self.beta1 = beta1
    self.beta2 = beta2
    self.weightDecay = weightDecay
  }

  /// "lion".
  public var name: Name { "lion" }

  /// The mean of the gradient.
  public var momentCount: Int { 1 }

  /// One pass over the block.
  public func steps(_ block: ParameterBlock, _ kernels: KernelTable) -> [Step] {
    var step = block.update(kernels.lion, weightDecay: 0, decoupledDecay: weightDecay)
    step.s3 = Float(beta2)
    step.s4 = Float(1 - beta2)
    return [step]
  }

  /// The rate and the shares of past and present in the direction.
  public func update(number: UInt64, learningRate: Float, momentum: Double?) -> Update {
    let beta1 = momentum ?? beta1
    return Update(
      learningRate: learningRate, rate: learningRate, momentum: Float(beta1),
      rest: Float(1 - beta1))
  }
}
