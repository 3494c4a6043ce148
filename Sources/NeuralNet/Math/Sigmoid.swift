extension Math {
  /// `1 / (1 + e^-x)`, the logistic function.
  ///
  /// From `e = e^-|x|`, which cannot overflow; for x < 0 as `e - e / (1 + e) e`, whose rounding is
  /// small.
  public static func sigmoid(_ x: Float) -> Float {
    if x.isNaN { return .nan }
    let e = exp(-x.magnitude)
    let y = (x < 0 ? e : 1) / (e + 1)
    return x < 0 ? e - e * y : y
  }

  /// `1 / (1 + e^-x)`, the logistic function.
  public static func sigmoid(_ x: Double) -> Double {
    if x.isNaN { return .nan }
    let e = exp(-x.magnitude)
    let y = (x < 0 ? e : 1) / (e + 1)
    return x < 0 ? e - e * y : y
  }

  /// `log(1 + e^x) = max(x, 0) + log1p(e^-|x|)`.
  public static func softplus(_ x: Float) -> Float {
    x.isNaN ? .nan : (x > 0 ? x : 0) + log1p(exp(-x.magnitude))
  }

  /// `log(1 + e^x) = max(x, 0) + log1p(e^-|x|)`.
  public static func softplus(_ x: Double) -> Double {
    x.isNaN ? .nan : (x > 0 ? x : 0) + log1p(exp(-x.magnitude))
  }
}
