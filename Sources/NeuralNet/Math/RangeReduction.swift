extension Math {
  /// x minus the nearest multiple of π/2, and that multiple modulo 4 (from its low bits); x finite.
  static func reduce(_ x: Float) -> (remainder: Double, quadrant: Int32) {
    guard x.magnitude < 0x1p20 else { return reduceFar(x) }
    let d = Double(x)
    let n = d * 0x1.45f306dc9c883p-1 + 6_755_399_441_055_744 - 6_755_399_441_055_744
    let r = (d - n * 0x1.921fb544p0) - n * 0x1.0b4611a626331p-34  // π/2, 33 bits first
    return (r, Int32(n))
  }

  /// x minus the nearest multiple of π/2, and that multiple modulo 4 (from its low bits); x finite.
  static func reduce(_ x: Double) -> (remainder: Double, quadrant: Int32) {
    if x.magnitude < 0.785 { return (x, 0) }
    guard x.magnitude < 0x1p20 else { return reduceFar(x) }
    let n = x * 0x1.45f306dc9c883p-1 + 6_755_399_441_055_744 - 6_755_399_441_055_744
    let first = x - n * 0x1.921fb544p0  // exact, like the next product
    let second = n * 0x1.0b4611a6p-34
    let r = first - second
    let lost = (first - r) - second
    let remainder = r + (lost - n * 0x1.3198a2e037073p-69)
    // So close to a multiple that the 119 bits of π/2 above are not enough.
    if remainder.magnitude < 0x1p-20 { return reduceFar(x) }
    return (remainder, Int32(n))
  }
}

// MARK: - Any magnitude

extension Math {
  /// 24 bits times a window of 2/π (Payne and Hanek 1983): the top bits of the product, below the
  /// multiples of 4, are the quadrant (2 bits) and its fraction (62 bits).
  private static func reduceFar(_ x: Float) -> (remainder: Double, quadrant: Int32) {
    let mantissa = UInt64(x.significandBitPattern | 0x0080_0000)
    let first = Int(x.exponentBitPattern) - 150 + 62
    let product = mantissa &* window(first) &+ (mantissa &* (window(first + 64) >> 32)) >> 32
    let n = (product &+ 1 << 61) >> 62
    let r = Double(Int64(bitPattern: product &- n << 62)) * 0x1.921fb54442d18p-62
    return x < 0 ? (-r, -Int32(n)) : (r, Int32(n))
  }

  /// The same with 53 bits times 192, as doubles come within 2^-62 of a multiple of π/2.
  private static func reduceFar(_ x: Double) -> (remainder: Double, quadrant: Int32) {
    let mantissa = x.significandBitPattern | 0x0010_0000_0000_0000
    let first = Int(x.exponentBitPattern) - 1075 + 62
    let middle = mantissa.multipliedFullWidth(by: window(first + 64))
    let last = mantissa.multipliedFullWidth(by: window(first + 128))
    let (low, carry) = middle.low.addingReportingOverflow(last.high)
    let high = mantissa &* window(first) &+ middle.high &+ (carry ? 1 : 0)
    let n = (high &+ 1 << 61) >> 62
    let part = fraction(high &- n << 62, low)
    let product = wideProduct(part.high, 0x1.921fb54442d18p0)
    let rest = part.high * 0x1.1a62633145c07p-54 + part.low * 0x1.921fb54442d18p0
    let r = product.high + (product.low + rest)
    return x < 0 ? (-r, -Int32(n)) : (r, Int32(n))
  }

  /// The leading 64 bits of the signed 128-bit number (high, low) times 2^-126.
  private static func fraction(_ high: UInt64, _ low: UInt64) -> Wide {
    let negative = high >> 63 == 1
    let a = negative ? ~high &+ (low == 0 ? 1 : 0) : high
    let b = negative ? 0 &- low : low
    let zeros = UInt64(a == 0 ? 64 + b.leadingZeroBitCount : a.leadingZeroBitCount)
    let leading = zeros >= 64 ? b << (zeros - 64) : a << zeros | b >> (64 - zeros)
    let unit = powerOfTwo(-62 - Int64(zeros))
    let first = Double(leading & ~0x7FF) * unit
    let rest = Double(leading & 0x7FF) * unit
    return negative ? (-first, -rest) : (first, rest)
  }

  /// 64 bits of 2/π from bit `first`, where bit 64 has the weight ½.
  private static func window(_ first: Int) -> UInt64 {
    let word = first >> 6
    let shift = UInt64(first & 63)
    return twoOverPi[word] << shift | twoOverPi[word + 1] >> (64 - shift)
  }

  /// 2/π in 64-bit words after a word of zeros.
  private static let twoOverPi: [UInt64] = [
    0, 0xA2F9_836E_4E44_1529, 0xFC27_57D1_F534_DDC0, 0xDB62_9599_3C43_9041, 0xFE51_63AB_DEBB_C561,
    0xB724_6E3A_424D_D2E0, 0x0649_2EEA_09D1_921C, 0xFE1D_EB1C_B129_A73E, 0xE882_35F5_2EBB_4484,
    0xE99C_7026_B45F_7E41, 0x3991_D639_8353_39F4, 0x9C84_5F8B_BDF9_283B, 0x1FF8_97FF_DE05_980F,
    0xEF2F_118B_5A0A_6D1F, 0x6D36_7ECF_27CB_09B7, 0x4F46_3F66_9E5F_EA2D, 0x7527_BAC7_EBE5_F17B,
    0x3D07_39F7_8A52_92EA, 0x6BFB_5FB1_1F8D_5D08, 0x5603_3046_FC7B_6BAB, 0xF0CF_BC20_9AF4_361D,
  ]
}
