import Kernels

extension Loss {
  /// The mean of `max(z, 0) − z t + log(1 + e^−|z|)` over logits z and targets t in [0, 1]; gradient
  /// `(σ(z) − t) / n`.
  ///
  /// It is `−t log σ(z) − (1 − t) log(1 − σ(z))` in a form that overflows nowhere.
  public static let bce = Loss("bce") { $0.binaryCrossEntropy }
}

extension LossFormulas {
  static func logit(_ z: T, _ t: T) -> Pair {
    let e = T.exp(-z.magnitude)
    let share = (z > 0 ? 1 : e) / (1 + e)
    return ((z <= 0 ? 0 : z) - z * t + T.log1p(e), share - t)
  }
}
