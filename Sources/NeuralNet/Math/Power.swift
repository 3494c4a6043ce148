extension Math {
  /// `base` to the power `exponent`, with C's rules for zeros, infinities and negative bases.
  ///
  /// `e^(exponent · log base)` with the logarithm and the product in twice the precision, since an
  /// error of the exponent is multiplied by up to 745 in the result.
  public static func pow(_ base: Double, _ exponent: Double) -> Double {
    if exponent == 0 || base == 1 { return 1 }
    if base.isNaN || exponent.isNaN { return .nan }
    let power = positivePower(base.magnitude, exponent)
    if base.sign == .plus { return power }
    let half = exponent * 0.5
    if exponent.rounded(.down) != exponent {
      return base == 0 || base == -.infinity ? power : .nan
    }
    return half.rounded(.down) == half ? power : -power
  }

  private static func positivePower(_ base: Double, _ exponent: Double) -> Double {
    if base == 1 { return 1 }
    let grows = (base > 1) == (exponent > 0)
    if base == 0 || base == .infinity || exponent.magnitude == .infinity {
      return grows ? .infinity : 0
    }
    let logarithm = wideLog(base)
    let estimate = exponent * logarithm.high
    if estimate.magnitude > 800 { return grows ? .infinity : 0 }
    let product = wideProduct(exponent, logarithm.high)
    let e = exp(product.high)
    return e == .infinity ? e : e + e * (product.low + exponent * logarithm.low)
  }
}

// MARK: - Parts

extension Math {
  /// `log x = k ln 2 + 2 s + s³ (2/3 + s² T(s²))`, `s = (m - 1) / (m + 1)`, to about 2^-66; x > 0.
  private static func wideLog(_ x: Double) -> Wide {
    let tiny = x < 0x1p-1022
    let (m, exponent) = mantissa(tiny ? x * 0x1p52 : x)
    let n = Double(exponent &- (tiny ? 52 : 0))
    let f = m - 1
    let divisor = wideSum(2, f)
    let s = f / divisor.high
    let back = wideProduct(s, divisor.high)
    let rest = ((f - back.high) - back.low - s * divisor.low) / divisor.high
    let square = wideProduct(s, s)
    let cube = wideProduct(s, square.high)
    let third = wideProduct(cube.high, 0x1.5555555555555p-1)
    let cubeLow = cube.low + s * square.low
    let thirdLow =
      third.low + cube.high * 0x1.5555555555555p-55 + cubeLow * 0x1.5555555555555p-1
    let z = square.high
    let tail = cube.high * (z * logarithmTail(z)) + thirdLow + 2 * rest / (1 - z)
    let first = wideSum(n * 0x1.62e42feep-1, 2 * s)
    let second = wideSum(first.high, third.high)
    return wideSum(second.high, second.low + first.low + (n * 0x1.a39ef35793c76p-33 + tail))
  }

  /// `T(z) = 2/5 + 2/7 z + …`
  private static func logarithmTail(_ z: Double) -> Double {
    var p = 0.12038874068063384
    p = p * z + 0.11668272204871244
    p = p * z + 0.1333667330122481
    p = p * z + 0.15384546546820765
    p = p * z + 0.18181819041630323
    p = p * z + 0.2222222221592653
    p = p * z + 0.2857142857145294
    return p * z + 0.39999999999999963
  }
}
