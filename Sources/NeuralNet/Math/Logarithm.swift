extension Math {
  /// The natural logarithm: -∞ at 0, NaN below.
  ///
  /// `log x = k ln 2 + log m` with m in [√½, √2).
  public static func log(_ x: Float) -> Float {
    if !(x > 0) || x == .infinity { return x == .infinity ? x : x == 0 ? -.infinity : .nan }
    let tiny = x < 0x1p-126
    let (m, k) = mantissa(tiny ? x * 0x1p23 : x)
    return logarithm(m - 1, Float(k &- (tiny ? 23 : 0)), 0)
  }

  /// The natural logarithm: -∞ at 0, NaN below.
  public static func log(_ x: Double) -> Double {
    if !(x > 0) || x == .infinity { return x == .infinity ? x : x == 0 ? -.infinity : .nan }
    let tiny = x < 0x1p-1022
    let (m, k) = mantissa(tiny ? x * 0x1p52 : x)
    return logarithm(m - 1, Double(k &- (tiny ? 52 : 0)), 0)
  }

  /// `log(1 + x)` without the rounding of `1 + x`: -∞ at -1, NaN below.
  public static func log1p(_ x: Float) -> Float {
    if !(x > -1) || x == .infinity { return x == .infinity ? x : x == -1 ? -.infinity : .nan }
    if x == 0 { return x }
    let u = x + 1
    let (m, k) = mantissa(u)
    if k == 0 { return logarithm(x, 0, 0) }
    let lost = x < 2 ? x - (u - 1) : 1 - (u - x)
    return logarithm(m - 1, Float(k), lost / u)
  }

  /// `log(1 + x)` without the rounding of `1 + x`: -∞ at -1, NaN below.
  public static func log1p(_ x: Double) -> Double {
    if !(x > -1) || x == .infinity { return x == .infinity ? x : x == -1 ? -.infinity : .nan }
    if x == 0 { return x }
    let u = x + 1
    let (m, k) = mantissa(u)
    if k == 0 { return logarithm(x, 0, 0) }
    let lost = x < 2 ? x - (u - 1) : 1 - (u - x)
    return logarithm(m - 1, Double(k), lost / u)
  }
}

// MARK: - Parts

extension Math {
  /// `x = m 2^k` with m in [√½, √2); x positive, finite and not subnormal.
  @inline(__always)
  static func mantissa(_ x: Float) -> (m: Float, k: Int32) {
    let bits = Int32(bitPattern: x.bitPattern) &- 0x3F35_04F3
    return (Float(bitPattern: UInt32(bitPattern: (bits & 0x007F_FFFF) &+ 0x3F35_04F3)), bits >> 23)
  }

  /// `x = m 2^k` with m in [√½, √2); x positive, finite and not subnormal.
  @inline(__always)
  static func mantissa(_ x: Double) -> (m: Double, k: Int64) {
    let half: Int64 = 0x3FE6_A09E_667F_3BCD  // √½
    let bits = Int64(bitPattern: x.bitPattern) &- half
    let fraction = (bits & 0x000F_FFFF_FFFF_FFFF) &+ half
    return (Double(bitPattern: UInt64(bitPattern: fraction)), bits >> 52)
  }

  /// `log(1 + f) + n ln 2 + c`, with `log(1 + f) = f - (f²/2 - s (f²/2 + s² L(s²)))`,
  /// `s = f / (2 + f)`.
  @inline(__always)
  private static func logarithm(_ f: Float, _ n: Float, _ c: Float) -> Float {
    let s = f / (f + 2)
    let z = s * s
    var p: Float = 0.23668788
    p = p * z + 0.28532067
    p = p * z + 0.40000433
    p = p * z + 0.6666666
    let h = f * f * 0.5
    let tail = s * (p * z + h) + (n * -2.12194440e-4 + c)
    return n * 0.693359375 - ((h - tail) - f)
  }

  @inline(__always)
  private static func logarithm(_ f: Double, _ n: Double, _ c: Double) -> Double {
    let s = f / (f + 2)
    let z = s * s
    var p = 0.1331897393678225
    p = p * z + 0.1324185316555096
    p = p * z + 0.15387503625280777
    p = p * z + 0.18181764839919276
    p = p * z + 0.22222222805611097
    p = p * z + 0.28571428567806284
    p = p * z + 0.4000000000001135
    p = p * z + 0.6666666666666665
    let h = f * f * 0.5
    let tail = s * (p * z + h) + (n * 0x1.a39ef35793c76p-33 + c)
    return n * 0x1.62e42feep-1 - ((h - tail) - f)
  }
}
