public import Kernels

/// Steps of about the same size in every direction.
///
/// `m ← β1 m + (1 − β1) h`, `v ← β2 v + (1 − β2) h²`, `p ← p − rate · m̂ / (√v̂ + ε)` with
/// `m̂ = m / (1 − β1^t)`, `v̂ = v / (1 − β2^t)`. With AMSGrad the largest `v` so far takes its place.
///
/// - Source: Adam: A Method for Stochastic Optimization, Kingma and Ba 2014, algorithm 1; On the
///   Convergence of Adam and Beyond, Reddi, Kale and Kumar 2018, algorithm 2, in PyTorch's form.
public final class Adam: Optimizer {
  let moments: AdamMoments
  /// How much of the parameter is added to its gradient; default 0.
  public let weightDecay: Double

  /// A rule with these constants: `beta1`, `beta2` in [0, 1).
  public init(
    beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8, weightDecay: Double = 0,
    amsgrad: Bool = false
  ) {
    moments = AdamMoments(beta1: beta1, beta2: beta2, epsilon: epsilon, amsgrad: amsgrad)
    self.weightDecay = weightDecay
  }

  /// "adam".
  public var name: Name { "adam" }

  /// The means of the gradient and its square, and with AMSGrad the largest of the latter.
  public var momentCount: Int { moments.count }

  /// One pass over the block.
  public func steps(_ block: ParameterBlock, _ kernels: KernelTable) -> [Step] {
    [moments.step(block.update(kernels.adam, weightDecay: weightDecay))]
  }

  /// The rate, and what depends on the number of the update.
  public func update(number: UInt64, learningRate: Float, momentum: Double?) -> Update {
    moments.update(number, learningRate, momentum)
  }
}

/// What Adam and AdamW have in common.
struct AdamMoments: Sendable {
  let beta1: Double
  let beta2: Double
  let epsilon: Double
  let amsgrad: Bool

  var count: Int { amsgrad ? 3 : 2 }

  func step(_ update: Step) -> Step {
    var step = update
    step.s3 = Float(beta2)
    step.s4 = Float(1 - beta2)
    step.s5 = Float(epsilon)
    if amsgrad { step.form = Int32(updateLargest) }
    return step
  }

  func update(_ number: UInt64, _ learningRate: Float, _ momentum: Double?) -> Update {
    let beta1 = momentum ?? beta1
    let first = 1 - wholePower(beta1, number), second = 1 - wholePower(beta2, number)
    return Update(
      learningRate: learningRate, rate: Float(Double(learningRate) / first),
      factor: Float(1 / second.squareRoot()), momentum: Float(beta1), rest: Float(1 - beta1))
  }
}

/// `base^exponent`, by squaring; the same wherever a run is resumed.
///
/// - Complexity: O(log exponent).
func wholePower(_ base: Double, _ exponent: UInt64) -> Double {
  var result = 1.0, square = base, left = exponent
  while left > 0, square > 0 {
    if left & 1 == 1 { result *= square }
    square *= square
    left >>= 1
  }
  return left > 0 ? 0 : result
}
