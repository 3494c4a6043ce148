import Kernels

extension Loss {
  /// `mean |y − t|`; gradient `sign(y − t) / n`, 0 where they are equal.
  public static let mae = Loss("mae") { $0.meanAbsoluteError }
}

extension LossFormulas {
  /// The sign of zero is zero, of NaN is NaN.
  static func sign(_ x: T) -> T { x > 0 ? 1 : x < 0 ? -1 : x }

  static func absolute(_ y: T, _ t: T) -> Pair {
    let e = y - t
    return (e.magnitude, sign(e))
  }
}
