import Notebook

/// Sets numbers that printf wrote as readers expect them.
enum PrintedNumber {
  /// `number` by the printf conversion `format`, typeset; nil if that is no conversion.
  static func text(_ number: Double, format: String) -> String? {
    ValueFormat(format).map { typeset($0.string(number)) }
  }

  /// `printed` with a true minus, `1.3·10⁻⁵` for `1.3e-05`, and `∞` and `NaN` for what C spells
  /// in small letters.
  static func typeset(_ printed: String) -> String {
    let parts = printed.split(separator: "e", maxSplits: 1, omittingEmptySubsequences: false)
    let digits = String(parts[0]).replacing("-", with: "−").replacing("inf", with: "∞")
      .replacing("nan", with: "NaN")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return digits }
    return digits + "·10" + superscript(exponent)
  }

  private static func superscript(_ number: Int) -> String {
    let glyphs = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    let digits = String(number.magnitude).compactMap(\.wholeNumberValue).map { glyphs[$0] }
    return (number < 0 ? "⁻" : "") + String(digits)
  }
}
