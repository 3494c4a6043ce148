extension Text {
  /// Appends `number` as a user would type it in a notebook: ASCII minus, no grouping, at most six
  /// significant digits, `1.3e-5` below 0.001 and from 10¹⁵ on, `.inf` and `.nan` as in YAML.
  @inline(never)
  public mutating func append(typed number: Double) {
    if number < 0 { append("-") }
    guard number.isFinite else { return append(number.isNaN ? ".nan" : ".inf") }
    let magnitude = number.magnitude
    if magnitude < 1e15, magnitude == magnitude.rounded(.towardZero) {
      return append(digits: UInt64(magnitude), grouped: false)
    }
    let (mantissa, exponent) = Text.scientific(magnitude, digits: 6)
    let plain = exponent >= -3 && exponent < 6
    append(mantissa: mantissa, exponent: plain ? exponent : 0)
    if !plain {
      append("e")
      if exponent < 0 { append("-") }
      append(digits: UInt64(exponent.magnitude), grouped: false)
    }
  }

  /// Appends a mantissa of six digits whose first stands at 10^`exponent`, −3 to 5.
  private mutating func append(mantissa: UInt64, exponent: Int) {
    var mantissa = mantissa
    var decimals = 5 - exponent
    while decimals > 0, mantissa % 10 == 0 {
      mantissa /= 10
      decimals -= 1
    }
    let unit = UInt64(Text.power(decimals))
    append(digits: mantissa / unit, grouped: false)
    if decimals > 0 {
      append(byte: UInt8(ascii: "."))
      append(digits: mantissa % unit, padded: decimals)
    }
  }
}

extension Text.Interpolation {
  /// Adds `number` as a user would type it in a notebook.
  public mutating func appendInterpolation(typed number: Double) { text.append(typed: number) }
}
