#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A printf conversion for one number: `%.3g`, `%+8.2f`, `%d`.
///
/// `%`, flags out of `-+ #0`, a width and a precision up to 99, and one of `d i e f g`. Nothing
/// else may stand in it.
public struct ValueFormat: Sendable, Equatable {
  /// The conversion as written.
  public let text: String
  /// Whether the number is rounded to an integer first: `d` and `i`.
  public let isInteger: Bool

  /// Reads a conversion.
  ///
  /// - Returns: nil unless it is of the form above.
  public init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    guard rest.popFirst() == UInt8(ascii: "%") else { return nil }
    rest = rest.drop { "-+ #0".utf8.contains($0) }
    guard text.utf8.count <= 16, ValueFormat.dropNumber(&rest) else { return nil }
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      guard ValueFormat.dropNumber(&rest) else { return nil }
    }
    guard let conversion = rest.popFirst(), rest.isEmpty,
      "diefg".utf8.contains(conversion)
    else { return nil }
    self.text = text
    isInteger = "di".utf8.contains(conversion)
  }

  /// The number so printed, in the C locale.
  ///
  /// `%d` of a number that is not finite or beyond 64 bits prints as `%g` would.
  public func string(_ value: Double) -> String {
    if isInteger, let integer = Int64(exactly: value.rounded(.toNearestOrEven)) {
      return ValueFormat.print(text.dropLast() + "lld", integer)
    }
    return ValueFormat.print(isInteger ? text.dropLast() + "g" : text[...], value)
  }

  /// Skips at most two digits; false if there are more.
  private static func dropNumber(_ rest: inout ArraySlice<UInt8>) -> Bool {
    let digits = rest.prefix(while: \.isDigit)
    rest = rest.dropFirst(digits.count)
    return digits.count <= 2
  }

  /// Wide enough for the longest: `%99.99f` of the largest double.
  private static let capacity = 512

  private static func print(_ format: Substring, _ value: any CVarArg) -> String {
    withVaList([value]) { arguments in
      String(unsafeUninitializedCapacity: capacity) { buffer in
        buffer.withMemoryRebound(to: CChar.self) { characters in
          let count = vsnprintf(
            characters.baseAddress, characters.count, String(format), arguments)
          return max(0, min(Int(count), characters.count - 1))
        }
      }
    }
  }
}
