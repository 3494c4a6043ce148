public import Kernels

/// Steps of about the same size in every direction.
///
/// `h = g + weightDecay · p`, `m ← β1 m + (1 − β1) h`, `v ← β2 v + (1 − β2) h²`,
/// `p ← p − rate · m̂ / (√v̂ + ε)` with `m̂ = m / (1 − β1^t)`, `v̂ = v / (1 − β2^t)`, t the number of
/// the update.
///
/// - Source: Adam: A Method for Stochastic Optimization, Kingma and Ba 2014, algorithm 1.
public final class Adam: Optimizer {
  let moments: AdamMoments
  /// How much of the parameter is added to its gradient; default 0.
  public let weightDecay: Double

  /// A rule with these constants: `beta1`, `beta2` in [0, 1).
  public init(
    beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8, weightDecay: Double = 0
  ) {
    moments = AdamMoments(beta1: beta1, beta2: beta2, epsilon: epsilon)
    self.weightDecay = weightDecay
  }

  /// "adam".
  public var name: Name { "adam" }

  /// One pass over the block.
  public func steps(_ block: ParameterBlock, _ kernels: KernelTable) -> [Step] {
    var step = moments.step(block, kernels)
    step.s0 = Float(weightDecay)
    return [step]
  }

  /// The rate, and what depends on the number of the update.
  public func update(number: UInt64, learningRate: Float) -> Update {
    moments.update(number: number, learningRate: learningRate)
  }
}

/// What Adam and AdamW have in common.
struct AdamMoments: Sendable {
  let beta1: Double
  let beta2: Double
  let epsilon: Double

  func step(_ block: ParameterBlock, _ kernels: KernelTable) -> Step {
    var step = block.step(kernels.adam)
    step.s1 = Float(beta1)
    step.s2 = Float(1 - beta1)
    step.s3 = Float(beta2)
    step.s4 = Float(1 - beta2)
    step.s5 = Float(epsilon)
    return step
  }

  func update(number: UInt64, learningRate: Float) -> Update {
    let first = 1 - power(beta1, number), second = 1 - power(beta2, number)
    return Update(
      rate: Float(Double(learningRate) / first), factor: Float(1 / second.squareRoot()))
  }

  /// `base^exponent`, by squaring; the same wherever a run is resumed.
  private func power(_ base: Double, _ exponent: UInt64) -> Double {
    var result = 1.0, square = base, left = exponent
    while left > 0, square > 0 {
      if left & 1 == 1 { result *= square }
      square *= square
      left >>= 1
    }
    return left > 0 ? 0 : result
  }
}
