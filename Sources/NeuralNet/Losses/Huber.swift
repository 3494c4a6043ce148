import Kernels

extension Loss {
  /// The mean of `½ e²` where `|e| ≤ delta`, else `delta (|e| − ½ delta)`, with `e = y − t`.
  ///
  /// - Parameter delta: where the square becomes a straight line, positive; default 1.
  /// - Source: Robust Estimation of a Location Parameter, Huber 1964.
  public static func huber(delta: Float = 1) -> Loss {
    Loss("huber", parameter: delta, needsPositiveParameter: true) { $0.huber }
  }
}

extension LossFormulas {
  static func huber(_ y: T, _ t: T, _ delta: T) -> Pair {
    let e = y - t, size = e.magnitude
    if size > delta { return (delta * (size - 0.5 * delta), delta * sign(e)) }
    return (0.5 * e * e, e)
  }
}
