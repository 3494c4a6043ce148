/// What surrounds an optimizer's rule: a plain value, whose default is nothing.
///
/// An update does, in this order: the mean of the gradients of its parts; L1 decay within the
/// gradient, as of a penalty in the loss; clipping; the optimizer with L2 and decoupled decay; L1
/// decay after it; the moving average. A gradient that is not finite holds all of it back.
public struct UpdateOptions: Equatable, Sendable {
  /// What keeps gradients small; nil for nothing.
  public var clipping: GradientClipping?
  /// What keeps parameters small, besides the optimizer's own decay.
  public var regularization: Regularization
  /// What the learning rate is multiplied with in each layer; 1 beyond the last of them.
  public var layerRates: [Float]
  /// How much of a moving average of the parameters an update keeps, in [0, 1); nil for none.
  ///
  /// `a ← a + (1 − averaging)(p − a)`, beginning with the parameters after the first update; that of
  /// PyTorch's `swa_utils.get_ema_multi_avg_fn`.
  public var averaging: Double?
  /// Batches that make one update, at least 1: the gradient is `((g1 + g2) + … + gk) / k`.
  public var accumulation: Int

  /// Describes what surrounds the rule.
  public init(
    clipping: GradientClipping? = nil, regularization: Regularization = Regularization(),
    layerRates: [Float] = [], averaging: Double? = nil, accumulation: Int = 1
  ) {
    self.clipping = clipping
    self.regularization = regularization
    self.layerRates = layerRates
    self.averaging = averaging
    self.accumulation = max(accumulation, 1)
  }

  /// How a parameter is updated.
  func settings(_ info: ParameterInfo) -> UpdateSettings {
    let factor = layerRates.indices.contains(info.layer) ? layerRates[info.layer] : 1
    let isDecayed = info.role == .weight || !regularization.onlyWeights
    return UpdateSettings(
      rateFactor: factor, decay: isDecayed ? regularization : nil)
  }
}

/// In what the updates of some parameters differ from those of others.
public struct UpdateSettings: Equatable, Sendable {
  /// What the learning rate is multiplied with; default 1.
  public var rateFactor: Float = 1
  /// The decay besides the optimizer's own; nil if there is no decay at all.
  public var decay: Regularization? = Regularization()
}
