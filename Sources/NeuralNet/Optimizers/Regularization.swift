/// What is taken off parameters with every update, in combination with any optimizer.
///
/// It changes gradients and parameters only; a reported loss is that of the data.
public struct Regularization: Equatable, Sendable {
  /// L2: `l2 · p` is added to the gradient, on top of the optimizer's `weightDecay`.
  public var l2: Double
  /// `p ← (1 − rate · decoupled) p` before the optimizer's step, as in AdamW.
  public var decoupled: Double
  /// L1 by its subgradient: `l1 · sign(p)` is added to the gradient before clipping. Weights swing
  /// around zero rather than reach it.
  public var l1: Double
  /// L1 by its proximal step: `p ← sign(p) · max(|p| − rate · proximalL1, 0)` after the optimizer's
  /// step, with exact zeros.
  ///
  /// - Source: Proximal Algorithms, Parikh and Boyd 2014, section 6.5.2 (soft thresholding).
  public var proximalL1: Double
  /// Whether biases and the scales of normalisations are spared all decay, the optimizer's too.
  public var onlyWeights: Bool
  /// Epochs that pass before it begins; the optimizer's own decay is there from the start.
  public var delay: Int

  /// Describes the decay; all numbers are at least 0.
  public init(
    l2: Double = 0, decoupled: Double = 0, l1: Double = 0, proximalL1: Double = 0,
    onlyWeights: Bool = false, delay: Int = 0
  ) {
    self.l2 = l2
    self.decoupled = decoupled
    self.l1 = l1
    self.proximalL1 = proximalL1
    self.onlyWeights = onlyWeights
    self.delay = max(delay, 0)
  }

  /// Whether it can be seen as a part of the loss: decoupled decay cannot.
  public var isInLoss: Bool { l2 + l1 + proximalL1 > 0 }

  /// What there is before it begins; nil if it is there from the first epoch on.
  var before: Regularization? {
    delay > 0 ? Regularization(onlyWeights: onlyWeights) : nil
  }
}

extension Network {
  /// What a penalty adds to the loss: `½ l2 ‖p‖² + l1 ‖p‖₁`, p all parameters that are decayed.
  public func penalty(_ decay: Regularization) -> Double {
    var (squares, magnitudes) = (0.0, 0.0)
    for (index, info) in parameters.enumerated()
    where info.role == .weight || !decay.onlyWeights {
      for value in values(index) {
        squares += Double(value) * Double(value)
        magnitudes += Double(value.magnitude)
      }
    }
    return decay.l2 / 2 * squares + (decay.l1 + decay.proximalL1) * magnitudes
  }
}
