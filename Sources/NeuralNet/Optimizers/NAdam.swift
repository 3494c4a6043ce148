public import Kernels

/// Adam that looks ahead along the first moment, as Nesterov's momentum does.
///
/// `m ← β1 m + (1 − β1) h`, `v ← β2 v + (1 − β2) h²`,
/// `p ← p − rate ((1 − μ_t) / (1 − M_t) · h + μ_t+1 / (1 − M_t+1) · m) / (√v̂ + ε)` with
/// `μ_t = β1 (1 − 0.96^(t · momentumDecay) / 2)`, `M_t = μ_1 … μ_t` and `v̂ = v / (1 − β2^t)`.
///
/// - Source: Incorporating Nesterov Momentum into Adam, Dozat 2016, in the form of PyTorch's
///   `torch.optim.NAdam`.
public final class NAdam: Optimizer {
  let moments: AdamMoments
  /// How much of the parameter is added to its gradient; default 0.
  public let weightDecay: Double
  /// How fast μ approaches β1; default 0.004.
  public let momentumDecay: Double
  /// `0.96^momentumDecay`
  private let ratio: Double

  /// A rule with these constants: `beta1`, `beta2` in [0, 1), `momentumDecay` at least 0.
  public init(
    beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8, weightDecay: Double = 0,
    momentumDecay: Double = 0.004
  ) {
    moments = AdamMoments(beta1: beta1, beta2: beta2, epsilon: epsilon, amsgrad: false)
    self.weightDecay = weightDecay
    self.momentumDecay = momentumDecay
    ratio = Math.pow(0.96, momentumDecay)
  }

  /// "nadam".
  public var name: Name { "nadam" }

  /// The means of the gradient and its square.
  public var momentCount: Int { moments.count }

  /// One pass over the block.
  public func steps(_ block: ParameterBlock, _ kernels: KernelTable) -> [Step] {
    [moments.step(block.update(kernels.nadam, weightDecay: weightDecay))]
  }

  /// The rates of gradient and first moment, and what depends on the number of the update.
  public func update(number: UInt64, learningRate: Float, momentum: Double?) -> Update {
    let beta1 = momentum ?? moments.beta1, rate = Double(learningRate)
    let product = momentumProduct(beta1, number)
    let now = momentumOf(beta1, number), next = momentumOf(beta1, number + 1)
    var update = moments.update(number, learningRate, beta1)
    update.rate = Float(rate * (1 - now) / (1 - product))
    update.ahead = Float(rate * next / (1 - product * next))
    return update
  }

  /// `μ_t`
  private func momentumOf(_ beta1: Double, _ number: UInt64) -> Double {
    beta1 * (1 - 0.5 * wholePower(ratio, number))
  }

  /// `M_t`; multiplied anew for each update, so that a run can be resumed anywhere, until it is too
  /// small to be seen beside 1: some 60 factors for the default momentum.
  private func momentumProduct(_ beta1: Double, _ number: UInt64) -> Double {
    var product = 1.0, power = 1.0, t: UInt64 = 0
    while t < number, product > 0x1p-60 {
      power *= ratio
      product *= beta1 * (1 - 0.5 * power)
      t += 1
    }
    return product
  }
}
