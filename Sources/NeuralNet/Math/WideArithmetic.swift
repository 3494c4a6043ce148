extension Math {
  /// An unevaluated sum with twice the precision of a Double.
  typealias Wide = (high: Double, low: Double)

  /// `a + b` exactly (Knuth's two-sum).
  static func wideSum(_ a: Double, _ b: Double) -> Wide {
    let sum = a + b
    let shared = sum - a
    return (sum, (a - (sum - shared)) + (b - shared))
  }

  /// `a b` exactly (Dekker 1971), unless it is close to overflow or underflow.
  static func wideProduct(_ a: Double, _ b: Double) -> Wide {
    let product = a * b
    let (a1, a2) = split(a)
    let (b1, b2) = split(b)
    return (product, ((a1 * b1 - product) + a1 * b2 + a2 * b1) + a2 * b2)
  }

  /// Two halves of at most 26 bits.
  private static func split(_ a: Double) -> Wide {
    let shifted = a * 134_217_729  // 2²⁷ + 1
    let high = shifted - (shifted - a)
    return (high, a - high)
  }
}
