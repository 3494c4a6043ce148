#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A printf format of one number, `%.3g`: what follows the bar in `` `{fig-x.loss | %.3g}` ``.
///
/// The conversions are `%d %i %e %f %g` with flags `-+ 0#`, width and precision; text around them
/// and `%%` stand as they are. Digits come from the C library, which rounds exactly, in the C
/// locale, which is the only one a program has that asks for no other.
struct NumberFormat: Equatable {
  private let before: String
  private let specification: String
  private let isWhole: Bool
  private let after: String

  /// The format that `text` writes; nil unless it has exactly one conversion of those named above.
  init?(_ text: String) {
    // `%%` is no conversion: it is put aside while the one that is gets looked for.
    let shielded = text.replacing("%%", with: "\u{0}")
    let pattern = /%([-+ 0#]*)([0-9]{0,2})(\.[0-9]{0,2})?([diefgEG])/
    guard let match = shielded.firstMatch(of: pattern),
      shielded.filter({ $0 == "%" }).count == 1
    else { return nil }
    let (_, flags, width, precision, conversion) = match.output
    isWhole = conversion == "d" || conversion == "i"
    specification =
      isWhole ? "%\(flags)\(width).0f" : "%\(flags)\(width)\(precision ?? "")\(conversion)"
    before = String(shielded[..<match.range.lowerBound]).replacing("\u{0}", with: "%")
    after = String(shielded[match.range.upperBound...]).replacing("\u{0}", with: "%")
  }

  /// `number` as C prints it; `%d` rounds to the nearest whole number.
  func ascii(_ number: Double) -> String { before + digits(number) + after }

  /// `number` for readers: a true minus, `1.3·10⁻⁵` for `1.3e-05`, `∞` and `NaN`.
  func printed(_ number: Double) -> String {
    guard number.isFinite else {
      return before + (number.isNaN ? "NaN" : number < 0 ? "−∞" : "∞") + after
    }
    let parts = digits(number).split(separator: /[eE]/, maxSplits: 1)
    var printed = parts[0].replacing("-", with: "−")
    if parts.count == 2, let exponent = Int(parts[1]) {
      printed += "·10" + NumberFormat.superscript(exponent)
    }
    return before + printed + after
  }

  private func digits(_ number: Double) -> String {
    // The longest is a 309-digit number with 99 decimals.
    var buffer = [CChar](repeating: 0, count: 512)
    let rounded = isWhole ? number.rounded(.toNearestOrEven) + 0.0 : number
    let count = withVaList([rounded]) { arguments in
      vsnprintf(&buffer, buffer.count, specification, arguments)
    }
    return String(decoding: buffer.prefix(Int(count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func superscript(_ number: Int) -> String {
    let glyphs = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    let digits = String(number.magnitude).compactMap(\.wholeNumberValue).map { glyphs[$0] }
    return (number < 0 ? "⁻" : "") + String(digits)
  }
}
