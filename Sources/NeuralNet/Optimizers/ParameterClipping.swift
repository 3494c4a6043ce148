public import Kernels

/// Another rule, after which every parameter is brought back into `[-bound, bound]`.
///
/// It keeps a critic's slopes bounded in place of what the Wasserstein distance asks for.
///
/// - Source: Wasserstein GAN, Arjovsky, Chintala and Bottou 2017, algorithm 1.
public final class ParameterClipping: Optimizer {
  /// The rule.
  public let rule: any Optimizer
  /// The largest magnitude, positive; default 0.01.
  public let bound: Float

  /// A rule with clipping.
  public init(_ rule: any Optimizer, to bound: Float = 0.01) {
    self.rule = rule
    self.bound = bound
  }

  /// The rule's.
  public var name: Name { rule.name }

  /// The rule's.
  public var momentCount: Int { rule.momentCount }

  /// The rule's, and one pass for the clipping.
  public func steps(_ block: ParameterBlock, _ kernels: KernelTable) -> [Step] {
    var clip = block.step(kernels.clip)
    clip.s0 = bound
    return rule.steps(block, kernels) + [clip]
  }

  /// The rule's.
  public func update(number: UInt64, learningRate: Float, momentum: Double?) -> Update {
    rule.update(number: number, learningRate: learningRate, momentum: momentum)
  }
}
