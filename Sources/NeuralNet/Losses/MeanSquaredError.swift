import Kernels

extension Loss {
  /// `mean (y − t)²`; gradient `2 (y − t) / n`.
  public static let mse = Loss("mse") { $0.meanSquaredError }
}

extension LossFormulas {
  static func squared(_ y: T, _ t: T) -> Pair {
    let e = y - t
    return (e * e, e + e)
  }
}
