public import Kernels

/// Divides the gradient by the root of the sum of its squares so far: directions that were seldom
/// taken are taken in larger steps.
///
/// `v ← v + h²` from `initialAccumulator`, `p ← p − rate / (1 + (t − 1) · rateDecay) · h / (√v + ε)`.
/// PyTorch's default learning rate is 0.01.
///
/// - Source: Adaptive Subgradient Methods for Online Learning and Stochastic Optimization, Duchi,
///   Hazan and Singer 2011, in the form of PyTorch's `torch.optim.Adagrad`.
public final class Adagrad: Optimizer {
  /// How fast the rate falls with the number of updates, at least 0; default 0.
  public let rateDecay: Double
  /// What the sum of squares begins with, at least 0; default 0.
  public let initialAccumulator: Double
  /// Added to the root, against division by zero; default 1e-10.
  public let epsilon: Double
  /// How much of the parameter is added to its gradient; default 0.
  public let weightDecay: Double

  /// A rule with these constants.
  public init(
    rateDecay: Double = 0, initialAccumulator: Double = 0, epsilon: Double = 1e-10,
    weightDecay: Double = 0
  ) {
    self.rateDecay = rateDecay
    self.initialAccumulator = initialAccumulator
    self.epsilon = epsilon
    self.weightDecay = weightDecay
  }

  /// "adagrad".
  public var name: Name { "adagrad" }

  /// The sum of squares without its start.
  public var momentCount: Int { 1 }

  /// One pass over the block.
  public func steps(_ block: ParameterBlock, _ kernels: KernelTable) -> [Step] {
    var step = block.update(kernels.adagrad, weightDecay: weightDecay)
    step.s3 = Float(initialAccumulator)
    step.s5 = Float(epsilon)
    return [step]
  }

  /// The rate, smaller with every update if it decays.
  public func update(number: UInt64, learningRate: Float, momentum: Double?) -> Update {
    let slower = 1 + Double(number - 1) * rateDecay
    return Update(learningRate: learningRate, rate: Float(Double(learningRate) / slower))
  }
}
