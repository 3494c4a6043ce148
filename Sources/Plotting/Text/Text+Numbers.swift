// Numbers for readers: true minus, thin spaces in thousands, powers of ten with superscripts.
// All rounding is `(|x| · 10ⁿ)` to nearest-even in Float64: two exact IEEE operations, so every
// platform writes the same bytes.

extension Text {
  /// Appends a whole number: true minus; thin spaces between thousands from 10 000 on.
  @inline(never)
  public mutating func append(_ number: Int64) {
    if number < 0 { append("−") }
    append(digits: number.magnitude, grouped: number.magnitude >= 10_000)
  }

  /// Appends `number` with exactly `decimals` decimals (0 to 12), never `−0`; from 9·10¹⁵ on
  /// with three significant digits and a power of ten.
  @inline(never)
  public mutating func append(_ number: Double, decimals: Int) {
    guard number.isFinite else { return appendNonFinite(number) }
    guard number.magnitude * Text.power(decimals) < 9e15 else { return append(number, digits: 3) }
    let scaled = UInt64((number.magnitude * Text.power(decimals)).rounded(.toNearestOrEven))
    let unit = UInt64(Text.power(decimals))
    if number < 0, scaled > 0 { append("−") }
    append(digits: scaled / unit, grouped: scaled / unit >= 10_000)
    if decimals > 0 {
      append(byte: UInt8(ascii: "."))
      append(digits: scaled % unit, padded: decimals)
    }
  }

  /// Appends `number` rounded to `digits` significant digits (1 to 12): plain from 0.0001 to below
  /// 100 000, else as `1.3·10⁻⁵` or `10⁻⁵`. Trailing zeros after the point are dropped.
  @inline(never)
  public mutating func append(_ number: Double, digits: Int) {
    guard number.isFinite else { return appendNonFinite(number) }
    guard number != 0 else { return append(byte: UInt8(ascii: "0")) }
    let (mantissa, exponent) = Text.scientific(number.magnitude, digits: digits)
    if number < 0 { append("−") }
    guard exponent < -4 || exponent > 4 else {
      return appendPlain(mantissa, exponent: exponent, digits: digits)
    }
    if mantissa != UInt64(Text.power(digits - 1)) {
      appendPlain(mantissa, exponent: 0, digits: digits)
      append("·")
    }
    append("10")
    append(superscript: exponent)
  }

  /// Appends `number` as superscript digits: `⁻⁴`.
  public mutating func append(superscript number: Int) {
    let glyphs: [StaticString] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    if number < 0 { append("⁻") }
    var decimal = Text()
    decimal.append(digits: UInt64(number.magnitude), grouped: false)
    for digit in decimal.bytes { append(glyphs[Int(digit) - 48]) }
  }

  /// Appends `number` as subscript digits: `x₁₂`.
  public mutating func append(subscript number: Int) {
    let glyphs: [StaticString] = ["₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"]
    var decimal = Text()
    decimal.append(digits: UInt64(number.magnitude), grouped: false)
    for digit in decimal.bytes { append(glyphs[Int(digit) - 48]) }
  }
}

// MARK: - Digits

extension Text {
  /// 10ⁿ, exact for n from 0 to 22.
  static func power(_ n: Int) -> Double {
    var power = 1.0
    for _ in 0..<n { power *= 10 }
    return power
  }

  /// `number` (positive, finite) as an integer of `digits` digits and the exponent of its first.
  static func scientific(_ number: Double, digits: Int) -> (mantissa: UInt64, exponent: Int) {
    var exponent = 0
    var scaled = number
    while scaled >= 10 {
      scaled /= 10
      exponent += 1
    }
    while scaled < 1 {
      scaled *= 10
      exponent -= 1
    }
    // Scale the original once where that is possible: repeated division collects rounding errors.
    let shift = digits - 1 - exponent
    let exact =
      shift >= 0 && shift <= 22
      ? number * power(shift)
      : shift < 0 && shift >= -22
        ? number / power(-shift)
        : scaled * power(digits - 1)
    var mantissa = UInt64(exact.rounded(.toNearestOrEven))
    if mantissa >= UInt64(power(digits)) {
      mantissa /= 10
      exponent += 1
    }
    return (mantissa, exponent)
  }

  /// The decimal that has `mantissa` as its digits and its first digit at 10^`exponent`.
  private mutating func appendPlain(_ mantissa: UInt64, exponent: Int, digits: Int) {
    var mantissa = mantissa
    var decimals = digits - 1 - exponent
    while decimals > 0, mantissa % 10 == 0 {
      mantissa /= 10
      decimals -= 1
    }
    guard decimals > 0 else {
      let whole = mantissa * UInt64(Text.power(-decimals))
      return append(digits: whole, grouped: whole >= 10_000)
    }
    let unit = UInt64(Text.power(decimals))
    append(digits: mantissa / unit, grouped: mantissa / unit >= 10_000)
    append(byte: UInt8(ascii: "."))
    append(digits: mantissa % unit, padded: decimals)
  }

  private mutating func appendNonFinite(_ number: Double) {
    append(number.isNaN ? "NaN" : number < 0 ? "−∞" : "∞")
  }

  /// Appends decimal digits, with thin spaces between groups of three if `grouped`.
  mutating func append(digits number: UInt64, grouped: Bool) {
    var places: [UInt8] = []
    var rest = number
    repeat {
      places.append(48 + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    for place in places.indices.reversed() {
      append(byte: places[place])
      if grouped, place > 0, place % 3 == 0 { append("\u{2009}") }
    }
  }

  /// Appends decimal digits with leading zeros up to `padded` places.
  mutating func append(digits number: UInt64, padded: Int) {
    var unit = UInt64(Text.power(padded - 1))
    while unit > 0 {
      append(byte: 48 + UInt8(truncatingIfNeeded: number / unit % 10))
      unit /= 10
    }
  }
}
