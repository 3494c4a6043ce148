import Kernels

extension Loss {
  /// The mean of `½ e² / beta` where `|e| < beta`, else `|e| − ½ beta`, with `e = y − t`: Huber's
  /// loss divided by its delta.
  ///
  /// - Parameter beta: where the square becomes a line of slope 1, positive; default 1.
  /// - Source: Fast R-CNN, Girshick 2015, equation 3.
  public static func smoothL1(beta: Float = 1) -> Loss {
    Loss("smoothL1", parameter: beta, needsPositiveParameter: true) { $0.smoothL1 }
  }
}

extension LossFormulas {
  static func smooth(_ y: T, _ t: T, _ beta: T) -> Pair {
    let e = y - t, size = e.magnitude
    if size >= beta { return (size - 0.5 * beta, sign(e)) }
    return (0.5 * e * e / beta, e / beta)
  }
}
