/// The logarithm to base 10, the same bits on every machine, which `log10` of the C library is not.
///
/// `log10 x = e log10 2 + 2 artanh((m − 1) / (m + 1)) / ln 10` for `x = m 2ᵉ`, m from √½ to √2;
/// exact where x is the number nearest to a power of ten, else within 1e-15 of its size.
///
/// - Parameter x: −∞ for zero, ∞ for ∞, NaN below zero.
func decimalLogarithm(_ x: Double) -> Double {
  guard x > 0, x.isFinite else { return x == 0 ? -.infinity : x > 0 ? .infinity : .nan }
  // The significand of a subnormal number is from 1 to 2 as well.
  var (exponent, significand) = (Double(x.exponent), x.significand)
  if significand > 2.0.squareRoot() {
    significand /= 2
    exponent += 1
  }
  let ratio = (significand - 1) / (significand + 1)
  // |ratio| ≤ 0.172, so the 13th term is below 2⁻⁶⁰.
  let series = stride(from: 25, through: 1, by: -2).reduce(0) { sum, power in
    sum * ratio * ratio + 1 / Double(power)
  }
  let logarithm = exponent * log10Of2 + 2 * ratio * series / naturalLogarithmOf10
  let whole = logarithm.rounded()
  return Double("1e\(Int(whole))") == x ? whole : logarithm
}

private let log10Of2 = 0.301029995663981195213738894724493027
private let naturalLogarithmOf10 = 2.302585092994045684017991454684364208
