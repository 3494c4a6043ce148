/// Reads a decimal number: `12`, `-0.5`, `1e-3`, `.inf`, `-.inf`, `.nan`; nil for anything else.
///
/// One parser for the notebook and for the page's sliders, because `Double("…")` is not to be had
/// in wasm: the mantissa as an integer times an exact power of ten. Correctly rounded for up to
/// 15 digits and exponents to ±22, which is all that people write; else within 2 ulp.
public func decimalNumber(_ text: [UInt8]) -> Double? {
  var reader = DecimalReader(text: text)
  return reader.number()
}

private struct DecimalReader {
  let text: [UInt8]
  var at = 0
  var mantissa: UInt64 = 0
  var exponent: Int64 = 0

  mutating func number() -> Double? {
    let negative = sign()
    if let special { return negative ? -special : special }
    let whole = digits(fraction: false)
    var fraction = false
    if take(".") { fraction = digits(fraction: true) }
    guard whole || fraction, readExponent(), at == text.count else { return nil }
    let magnitude = scaled()
    return negative ? -magnitude : magnitude
  }

  /// `.inf` and `.nan` as YAML writes them.
  private var special: Double? {
    let rest = text[at...].map { $0 | 0x20 }
    if rest == [46, 105, 110, 102].map({ $0 | 0x20 }) { return .infinity }
    if rest == [46, 110, 97, 110].map({ $0 | 0x20 }) { return .nan }
    return nil
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard at < text.count, text[at] == UInt8(ascii: character) else { return false }
    at += 1
    return true
  }

  private mutating func sign() -> Bool {
    if take("-") { return true }
    _ = take("+")
    return false
  }

  /// Reads digits into the mantissa; past 18 of them only the exponent moves.
  private mutating func digits(fraction: Bool) -> Bool {
    let start = at
    while at < text.count, text[at] >= 48, text[at] <= 57 {
      if mantissa < 100_000_000_000_000_000 {
        mantissa = mantissa * 10 + UInt64(text[at] - 48)
        if fraction { exponent -= 1 }
      } else if !fraction {
        exponent += 1
      }
      at += 1
    }
    return at > start
  }

  private mutating func readExponent() -> Bool {
    guard take("e") || take("E") else { return true }
    let negative = sign()
    let start = at
    var power: Int64 = 0
    while at < text.count, text[at] >= 48, text[at] <= 57 {
      power = min(power * 10 + Int64(text[at] - 48), 10_000)
      at += 1
    }
    exponent += negative ? -power : power
    return at > start
  }

  private func scaled() -> Double {
    var number = Double(mantissa)
    var rest = exponent
    while rest > 0, number.isFinite, number > 0 {
      let part = min(rest, 22)
      number *= powersOfTen[Int(part)]
      rest -= part
    }
    while rest < 0, number > 0 {
      let part = min(-rest, 22)
      number /= powersOfTen[Int(part)]
      rest += part
    }
    return number
  }
}

/// The powers of ten that Float64 holds exactly.
private let powersOfTen: [Double] = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  1e18, 1e19, 1e20, 1e21, 1e22,
]
