/// Philox 4x32-10: 128 random bits as a function of a 128-bit counter and a 64-bit key.
///
/// There is no state: the number of any step, row and element can be had directly, in any order and
/// by any thread, and is the same on every machine.
///
/// - Source: Parallel random numbers: as easy as 1, 2, 3, Salmon, Moraes, Dror and Shaw 2011.
public enum Philox {
  /// Four random words.
  public static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    var a = counter.x, b = counter.y, c = counter.z, d = counter.w
    var k0 = key.x, k1 = key.y
    for _ in 0..<10 {
      let p = UInt64(a) &* 0xD251_1F53
      let q = UInt64(c) &* 0xCD9E_8D57
      a = UInt32(truncatingIfNeeded: q >> 32) ^ b ^ k0
      b = UInt32(truncatingIfNeeded: q)
      c = UInt32(truncatingIfNeeded: p >> 32) ^ d ^ k1
      d = UInt32(truncatingIfNeeded: p)
      k0 = k0 &+ 0x9E37_79B9
      k1 = k1 &+ 0xBB67_AE85
    }
    return SIMD4(a, b, c, d)
  }
}
