public import Kernels

/// Stochastic gradient descent, with momentum if wished.
///
/// `v ← momentum · v + (1 − dampening) h` (the first time `v ← h`), `p ← p − rate · v`; with
/// Nesterov's form `p ← p − rate (h + momentum · v)`, and without momentum `p ← p − rate · h`.
///
/// - Source: On the importance of initialization and momentum in deep learning, Sutskever et al.
///   2013, in the form of PyTorch's `torch.optim.SGD`.
public final class SGD: Optimizer {
  /// How much of the velocity is kept, in [0, 1); default 0.
  public let momentum: Double
  /// What is taken off the gradient's weight in the velocity, in [0, 1]; default 0.
  public let dampening: Double
  /// Whether the gradient is followed beyond the velocity; default false.
  public let nesterov: Bool
  /// How much of the parameter is added to its gradient; default 0.
  public let weightDecay: Double

  /// A rule with these constants.
  public init(
    momentum: Double = 0, dampening: Double = 0, nesterov: Bool = false, weightDecay: Double = 0
  ) {
    self.momentum = momentum
    self.dampening = dampening
    self.nesterov = nesterov
    self.weightDecay = weightDecay
  }

  /// "sgd".
  public var name: Name { "sgd" }

  /// The velocity, if there is momentum.
  public var momentCount: Int { momentum == 0 ? 0 : 1 }

  /// One pass over the block.
  public func steps(_ block: ParameterBlock, _ kernels: KernelTable) -> [Step] {
    guard momentum != 0 else { return [block.update(kernels.sgd, weightDecay: weightDecay)] }
    var step = block.update(kernels.momentum, weightDecay: weightDecay)
    if nesterov { step.form = Int32(updateNesterov) }
    return [step]
  }

  /// The rate, and what depends on the number of the update; without momentum a schedule's has no
  /// effect.
  public func update(number: UInt64, learningRate: Float, momentum: Double?) -> Update {
    Update(
      learningRate: learningRate, rate: learningRate,
      factor: number == 1 ? 1 : Float(1 - dampening), momentum: Float(momentum ?? self.momentum))
  }
}
