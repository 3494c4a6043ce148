/// Elementary functions with the same bits on every machine.
///
/// The C library's functions differ between systems, and training amplifies a differing last bit.
/// These use only `+ - * /` and bit patterns in a fixed order. For `Float` they are the scalar
/// twins of Sources/Kernels/functions.h, equal to it in every bit; for `Double` they serve gradient
/// checks, schedules and references.
///
/// All are within 2 ulp of the exact value for every argument; NaN gives NaN. Coefficients: weighted
/// Remez fits by Tests/NeuralNetTests/References/polynomials.py.
public enum Math {}

// MARK: - Bit patterns

extension Math {
  /// `2^k` for k in [-126, 127].
  @inline(__always)
  static func powerOfTwo(_ k: Int32) -> Float {
    Float(bitPattern: UInt32(bitPattern: (k &+ 127) << 23))
  }

  /// `2^k` for k in [-1022, 1023].
  @inline(__always)
  static func powerOfTwo(_ k: Int64) -> Double {
    Double(bitPattern: UInt64(bitPattern: (k &+ 1023) << 52))
  }

  /// `m 2^k` for k in [-252, 254]: two factors, so that subnormal results are rounded only once.
  @inline(__always)
  static func scaled(_ m: Float, _ k: Int32) -> Float {
    let half = k >> 1
    return m * powerOfTwo(half) * powerOfTwo(k &- half)
  }

  /// `m 2^k` for k in [-2044, 2046]: two factors, so that subnormal results are rounded only once.
  @inline(__always)
  static func scaled(_ m: Double, _ k: Int64) -> Double {
    let half = k >> 1
    return m * powerOfTwo(half) * powerOfTwo(k &- half)
  }

  /// The magnitude `y` with the sign of `x`.
  @inline(__always)
  static func signed(_ y: Float, like x: Float) -> Float {
    Float(bitPattern: y.bitPattern | (x.bitPattern & 0x8000_0000))
  }

  /// The magnitude `y` with the sign of `x`.
  @inline(__always)
  static func signed(_ y: Double, like x: Double) -> Double {
    Double(bitPattern: y.bitPattern | (x.bitPattern & 0x8000_0000_0000_0000))
  }
}
