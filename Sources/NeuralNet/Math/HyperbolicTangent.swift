extension Math {
  /// The hyperbolic tangent.
  ///
  /// `x + x z P(z)` with `z = x²` up to 0.3, where the quotient would lose a bit; beyond it
  /// `E / (E + 2)` with `E = e^(2|x|) - 1 = 2^k m + (2^k - 1)`, `m = e^r - 1`.
  public static func tanh(_ x: Float) -> Float {
    if x.isNaN { return .nan }
    let a = x.magnitude
    if a < 0.3 {
      let z = x * x
      var p: Float = -0.050372306
      p = p * z + 0.13314909
      p = p * z + -0.33333063
      return signed(a * (p * z) + a, like: x)
    }
    if a > 9.0109 { return signed(1, like: x) }
    let bounded = a > 8.66 ? 8.66 : a  // E + 2 is exact up to 2²⁵
    let shifted = bounded * 2.88539008 + 12_582_912
    let power = powerOfTwo(Int32(bitPattern: shifted.bitPattern) &- 0x4B40_0000)
    let r = (bounded + bounded) - (shifted - 12_582_912) * 0.69314718
    let m = exponentialTail(r) * (r * r) + r
    let e = power * m + (power - 1)
    return signed(e / (e + 2), like: x)
  }

  /// The hyperbolic tangent.
  public static func tanh(_ x: Double) -> Double {
    if x.isNaN { return .nan }
    let a = x.magnitude
    if a < 0.3 {
      let z = x * x
      return signed(a * (hyperbolicTangentTail(z) * z) + a, like: x)
    }
    if a > 19.06154 { return signed(1, like: x) }
    let bounded = a > 18.71 ? 18.71 : a  // E + 2 is exact up to 2⁵⁴
    let shifted = bounded * 2.8853900817779268 + 6_755_399_441_055_744
    let power = powerOfTwo(Int64(bitPattern: shifted.bitPattern) &- 0x4338_0000_0000_0000)
    let n = shifted - 6_755_399_441_055_744
    let r = ((bounded + bounded) - n * 0x1.62e42feep-1) - n * 0x1.a39ef35793c76p-33
    let m = exponentialTail(r) * (r * r) + r
    let e = power * m + (power - 1)
    return signed(e / (e + 2), like: x)
  }

  /// `P(z) = (tanh x - x) / (x z)` with `z = x²`, |x| < 0.3.
  @inline(__always)
  private static func hyperbolicTangentTail(_ z: Double) -> Double {
    var p = 0.000502518455570442
    p = p * z + -0.001441677750298911
    p = p * z + 0.003590877144882752
    p = p * z + -0.00886317101167641
    p = p * z + 0.021869486591077826
    p = p * z + -0.05396825393575962
    p = p * z + 0.13333333333307057
    return p * z + -0.3333333333333326
  }
}
