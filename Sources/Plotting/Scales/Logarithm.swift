/// Logarithms for the positions on a scale, from `+ − × ÷` alone, so that every platform puts a
/// mark on the same tenth of a pixel.
enum Logarithm {
  /// `ln x` for finite `x > 0`, to about 1 ulp of the larger of `|ln x|` and 1; NaN otherwise.
  ///
  /// `x = m · 2ᵏ` with `m` in [√½, √2]; then `ln m = 2 artanh s` with `s = (m − 1) / (m + 1)`.
  static func natural(_ x: Double) -> Double {
    guard x > 0, x.isFinite else { return .nan }
    var (m, k) = parts(x)
    if m > 1.414_213_562_373_095_1 {
      m /= 2
      k += 1
    }
    let s = (m - 1) / (m + 1)
    let square = s * s
    // artanh s = s + s³/3 + s⁵/5 + …: |s| ≤ 0.172, so the first term left out is below 10⁻¹⁸.
    // A loop over `stride` would use fused multiply-add for its steps.
    var series = 0.0
    var odd = 23.0
    while odd > 1 {
      series = (series + 1 / odd) * square
      odd -= 2
    }
    // ln 2 in two parts: the first has trailing zeros, so that its product with k is exact.
    let high = 6.931_471_803_691_238_2e-1
    let low = 1.908_214_929_270_587_7e-10
    return k * high + (2 * s + (2 * s * series + k * low))
  }

  /// `log₁₀ x` for finite `x > 0`; whole for powers of ten from 10⁻²² to 10²². NaN otherwise.
  static func decimal(_ x: Double) -> Double {
    let logarithm = natural(x) / 2.302_585_092_994_045_7
    let whole = logarithm.rounded(.toNearestOrEven)
    guard whole.magnitude <= 22 else { return logarithm }
    return x == powerOfTen(Int(whole)) ? whole : logarithm
  }

  /// `10ⁿ`; exact from 0 to 22, correctly rounded from −22 to 22.
  static func powerOfTen(_ n: Int) -> Double {
    n >= 0 ? Text.power(n) : 1 / Text.power(-n)
  }

  /// `x` as a significand in [1, 2) and an exponent of two.
  private static func parts(_ x: Double) -> (significand: Double, exponent: Double) {
    let isSubnormal = x < .leastNormalMagnitude
    let bits = (isSubnormal ? x * 18_014_398_509_481_984 : x).bitPattern
    let exponent = Double(Int32(truncatingIfNeeded: bits >> 52)) - (isSubnormal ? 1077 : 1023)
    let significand = Double(bitPattern: bits & 0x000F_FFFF_FFFF_FFFF | 0x3FF0_0000_0000_0000)
    return (significand, exponent)
  }
}
