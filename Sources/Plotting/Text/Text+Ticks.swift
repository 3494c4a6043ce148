// How the numbers on an axis are written.

extension Text {
  /// The label of `10^decade`: `0.001` to `1000` in full, beyond as `10⁻⁴`.
  static func decade(_ decade: Int) -> Text {
    if decade.magnitude <= 3 { return .digits(Logarithm.powerOfTen(decade)) }
    var label: Text = "10"
    label.append(superscript: decade)
    return label
  }

  /// A number with two significant digits, as axes and direct labels print values.
  static func digits(_ number: Double) -> Text { "\(number, digits: 2)" }
}

/// Writes the ticks of a linear axis alike: the same decimals, the same power of ten.
struct TickLabels {
  private let decimals: Int
  /// A power of ten taken out of all labels; 0 if none is.
  private let exponent: Int

  /// For ticks up to `largest` in magnitude whose step is a multiple of `10^power`.
  init(largest: Double, power: Int) {
    let leading = largest > 0 ? LinearTicks.floorOfLogarithm(largest) : 0
    let isPlain = leading <= 4 && power >= -4
    exponent = isPlain ? 0 : leading
    decimals = min(12, max(0, exponent - power))
  }

  /// What is written at `value`.
  func label(_ value: Double) -> Text {
    guard value != 0 else { return "0" }
    guard exponent != 0 else { return "\(value, decimals: decimals)" }
    let mantissa = exponent > 0 ? value / Text.power(exponent) : value * Text.power(-exponent)
    var label: Text = "\(mantissa, decimals: decimals)·10"
    if mantissa == 1 { label = "10" }
    if mantissa == -1 { label = "−10" }
    label.append(superscript: exponent)
    return label
  }
}
