/// The core schema of YAML 1.2: what a plain scalar means.
///
/// - Source: YAML Ain't Markup Language, version 1.2.2, 2021, §10.3.2.
enum CoreScalar {
  /// The meaning of a scalar without quotes: `yes` and `on` are text, as is everything else.
  static func value(_ text: String) -> ConfigurationNode.Value {
    switch text {
    case "", "~", "null", "Null", "NULL": .null
    case "true", "True", "TRUE": .boolean(true)
    case "false", "False", "FALSE": .boolean(false)
    default: isNumber(text) ? .number(text) : .text(text)
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    isDecimal(text) || isPrefixed(text) || isSpecial(text)
  }

  /// `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`
  static func isDecimal(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    dropSign(&rest)
    let whole = dropDigits(&rest)
    var fraction = 0
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      fraction = dropDigits(&rest)
    }
    guard whole + fraction > 0 else { return false }
    guard let exponent = rest.first else { return true }
    guard exponent | 0x20 == UInt8(ascii: "e") else { return false }
    rest.removeFirst()
    dropSign(&rest)
    return dropDigits(&rest) > 0 && rest.isEmpty
  }

  /// `0o7`, `0xFF`
  private static func isPrefixed(_ text: String) -> Bool {
    let digits = text.utf8.dropFirst(2)
    guard !digits.isEmpty else { return false }
    if text.hasPrefix("0o") { return digits.allSatisfy { $0.isDigit && $0 < UInt8(ascii: "8") } }
    return text.hasPrefix("0x")
      && digits.allSatisfy { $0.isDigit || (0x61...0x66).contains($0 | 0x20) }
  }

  /// `.nan`, `-.inf`
  private static func isSpecial(_ text: String) -> Bool {
    if [".nan", ".NaN", ".NAN"].contains(text) { return true }
    let unsigned = text.hasPrefix("-") || text.hasPrefix("+") ? String(text.dropFirst()) : text
    return [".inf", ".Inf", ".INF"].contains(unsigned)
  }

  private static func dropSign(_ rest: inout ArraySlice<UInt8>) {
    if let first = rest.first, "+-".utf8.contains(first) { rest.removeFirst() }
  }

  private static func dropDigits(_ rest: inout ArraySlice<UInt8>) -> Int {
    let count = rest.prefix(while: \.isDigit).count
    rest.removeFirst(count)
    return count
  }
}
