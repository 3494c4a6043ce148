extension Math {
  /// `e^x`; 0 and ∞ where the result is too small or too large for a Float.
  ///
  /// `e^x = 2^k e^r` with `e^r = 1 + r + r² q(r)`, |r| ≤ ln 2 / 2.
  public static func exp(_ x: Float) -> Float {
    if x.isNaN { return .nan }
    let bounded = x < -104 ? -104 : x > 89 ? 89 : x
    let shifted = bounded * 1.44269504 + 12_582_912  // 1.5·2²³: rounds to a whole number
    let k = Int32(bitPattern: shifted.bitPattern) &- 0x4B40_0000
    let n = shifted - 12_582_912
    let high = bounded - n * 0.693359375  // exact, as this part of ln 2 has 9 bits
    let low = n * -2.12194440e-4
    let r = high - low
    let one = high + 1
    let lost = high - (one - 1)  // in the sum before
    return scaled(one + (lost - low + exponentialTail(r) * (r * r)), k)
  }

  /// `e^x`; 0 and ∞ where the result is too small or too large for a Double.
  public static func exp(_ x: Double) -> Double {
    if x.isNaN { return .nan }
    let bounded = x < -746 ? -746 : x > 710 ? 710 : x
    let shifted = bounded * 1.4426950408889634 + 6_755_399_441_055_744  // 1.5·2⁵²
    let k = Int64(bitPattern: shifted.bitPattern) &- 0x4338_0000_0000_0000
    let n = shifted - 6_755_399_441_055_744
    let high = bounded - n * 0x1.62e42feep-1  // exact, as this part of ln 2 has 32 bits
    let low = n * 0x1.a39ef35793c76p-33
    let r = high - low
    let one = high + 1
    let lost = high - (one - 1)
    return scaled(one + (lost - low + exponentialTail(r) * (r * r)), k)
  }

  /// `q(r) = (e^r - 1 - r) / r²` for |r| ≤ ln 2 / 2.
  @inline(__always)
  static func exponentialTail(_ r: Float) -> Float {
    var q: Float = 0.0013950476
    q = q * r + 0.008368882
    q = q * r + 0.041666206
    q = q * r + 0.1666652
    return q * r + 0.5
  }

  /// `q(r) = (e^r - 1 - r) / r²` for |r| ≤ ln 2 / 2.
  @inline(__always)
  static func exponentialTail(_ r: Double) -> Double {
    var q = 2.0926910969695763e-09
    q = q * r + 2.511222802838548e-08
    q = q * r + 2.7557233472452013e-07
    q = q * r + 2.7557234270078576e-06
    q = q * r + 2.480158737359724e-05
    q = q * r + 0.00019841269897026301
    q = q * r + 0.0013888888888858523
    q = q * r + 0.008333333333316751
    q = q * r + 0.04166666666666673
    q = q * r + 0.16666666666666685
    return q * r + 0.5
  }
}
