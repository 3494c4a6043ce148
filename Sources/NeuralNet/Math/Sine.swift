extension Math {
  /// The sine of x radians; NaN at ±∞.
  public static func sin(_ x: Float) -> Float { sine(x, quarters: 0) }

  /// The cosine of x radians; NaN at ±∞.
  public static func cos(_ x: Float) -> Float { sine(x, quarters: 1) }

  /// The sine of x radians; NaN at ±∞.
  public static func sin(_ x: Double) -> Double { sine(x, quarters: 0) }

  /// The cosine of x radians; NaN at ±∞.
  public static func cos(_ x: Double) -> Double { sine(x, quarters: 1) }

  /// `sin(x + quarters π/2)`, in double precision inside, so that the reduction costs no digits.
  private static func sine(_ x: Float, quarters: Int32) -> Float {
    guard x.isFinite else { return .nan }
    let (r, quadrant) = reduce(x)
    let z = r * r
    let turned = quadrant &+ quarters
    var y: Float
    if turned & 1 == 0 {
      var s = 2.7183116324152407e-06
      s = s * z + -0.00019839334850339454
      s = s * z + 0.008333329385932392
      s = s * z + -0.16666666641626873
      y = Float((s * z + 1) * r)  // a product, which keeps the sign of zero
    } else {
      var c = -2.721023800833464e-07
      c = c * z + 2.4799520011249807e-05
      c = c * z + -0.0013888883753416972
      c = c * z + 0.04166666662282809
      y = Float(c * (z * z) + (1 - z * 0.5))
    }
    return turned & 2 == 0 ? y : -y
  }

  private static func sine(_ x: Double, quarters: Int32) -> Double {
    guard x.isFinite else { return .nan }
    let (r, quadrant) = reduce(x)
    let turned = quadrant &+ quarters
    let y = turned & 1 == 0 ? sine(near: r) : cosine(near: r)
    return turned & 2 == 0 ? y : -y
  }

  /// The sine for |r| ≤ π/4.
  private static func sine(near r: Double) -> Double {
    let z = r * r
    var s = -7.578761668584657e-13
    s = s * z + 1.6058367891010787e-10
    s = s * z + -2.5052104921313222e-08
    s = s * z + 2.755731921422699e-06
    s = s * z + -0.00019841269841255137
    s = s * z + 0.008333333333333323
    s = s * z + -0.16666666666666666
    return r == 0 ? r : s * (z * r) + r
  }

  /// The cosine for |r| ≤ π/4; `1 - z/2` with what its rounding loses.
  private static func cosine(near r: Double) -> Double {
    let z = r * r
    var c = 4.738130630236571e-14
    c = c * z + -1.1470293744175926e-11
    c = c * z + 2.087675437036382e-09
    c = c * z + -2.7557319215394475e-07
    c = c * z + 2.480158730157154e-05
    c = c * z + -0.0013888888888888874
    c = c * z + 0.041666666666666664
    let half = z * 0.5
    let one = 1 - half
    return one + (((1 - one) - half) + c * (z * z))
  }
}
