import Kernels

extension Loss {
  /// The mean of `max(z, 0) − z t + log(1 + e^−|z|)` over logits z and targets t in [0, 1]; gradient
  /// `(σ(z) − t) / n`.
  ///
  /// It is `−t log σ(z) − (1 − t) log(1 − σ(z))` in a form that overflows nowhere.
  public static let bce = Loss("bce") { $0.binaryCrossEntropy }

  /// The same with weights: the mean of `−w (p t log σ(z) + (1 − t) log(1 − σ(z)))` over all
  /// elements.
  ///
  /// - Parameters:
  ///   - weights: w, one for each column, at least 0; default all 1.
  ///   - positiveWeights: p, one for each column, at least 0; above 1 finds more of what is there,
  ///     below 1 claims less; default all 1.
  public static func bce(weights: [Float] = [], positiveWeights: [Float] = []) -> Loss {
    if weights.isEmpty && positiveWeights.isEmpty { return bce }
    var loss = Loss("bce") { $0.weightedBinaryCrossEntropy }
    loss.weights = weights
    loss.positiveWeights = positiveWeights
    return loss
  }
}

extension LossFormulas {
  static func logit(_ z: T, _ t: T) -> Pair {
    let e = T.exp(-z.magnitude)
    let share = (z > 0 ? 1 : e) / (1 + e)
    return ((z <= 0 ? 0 : z) - z * t + T.log1p(e), share - t)
  }

  static func weightedLogit(_ z: T, _ t: T, _ weight: T, _ positive: T) -> Pair {
    let factor = 1 + (positive - 1) * t, rest = 1 - t, e = T.exp(-z.magnitude)
    let missing = (z > 0 ? e : 1) / (1 + e), opposite = -z <= 0 ? 0 : -z
    return (
      weight * (rest * z + factor * (T.log1p(e) + opposite)), weight * (rest - factor * missing)
    )
  }
}
