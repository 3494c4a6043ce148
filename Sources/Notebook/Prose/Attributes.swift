/// Pandoc's attributes: `{#fig-x .wide width="50%"}`.
struct Attributes: Sendable, Equatable {
  /// The word behind `#`.
  var label: String?
  /// The words behind dots.
  var classes: [String] = []
  /// `name=value`, in order.
  var values: [Value] = []

  /// A named value.
  struct Value: Sendable, Equatable {
    var name: String
    var text: String
  }

  /// The value of a name; the last one holds.
  func value(_ name: String) -> String? { values.last { $0.name == name }?.text }

  /// Nothing in braces.
  init() {}

  /// The attributes whose opening brace stands at `start`, and the byte behind the closing one.
  ///
  /// - Returns: nil if the braces hold anything else.
  static func read(in bytes: [UInt8], at start: Int) -> (attributes: Attributes, end: Int)? {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "{") else { return nil }
    var attributes = Attributes()
    var index = start + 1
    while true {
      while index < bytes.count, isSpace(bytes[index]) { index += 1 }
      guard index < bytes.count else { return nil }
      if bytes[index] == UInt8(ascii: "}") { return (attributes, index + 1) }
      guard let end = attributes.takeItem(in: bytes, at: index) else { return nil }
      index = end
    }
  }

  /// Takes `#label`, `.class` or `name=value`; nil if there is none.
  private mutating func takeItem(in bytes: [UInt8], at start: Int) -> Int? {
    let isLabel = bytes[start] == UInt8(ascii: "#")
    let isClass = bytes[start] == UInt8(ascii: ".")
    let first = isLabel || isClass ? start + 1 : start
    let end = bytes[first...].firstIndex { !Self.isWord($0) } ?? bytes.count
    guard end > first else { return nil }
    let word = bytes[first..<end].string
    if isLabel {
      label = word
    } else if isClass {
      classes.append(word)
    } else {
      guard end < bytes.count, bytes[end] == UInt8(ascii: "="),
        let (text, after) = Self.value(in: bytes, at: end + 1)
      else { return nil }
      values.append(Value(name: word, text: text))
      return after
    }
    return end
  }

  private static func value(in bytes: [UInt8], at start: Int) -> (String, Int)? {
    guard start < bytes.count else { return nil }
    let quote = bytes[start]
    guard "\"'".utf8.contains(quote) else {
      let end = bytes[start...].firstIndex { isSpace($0) || $0 == UInt8(ascii: "}") }
      return end.flatMap { text(bytes[start..<$0], end: $0) }
    }
    guard let end = bytes[(start + 1)...].firstIndex(of: quote) else { return nil }
    return text(bytes[(start + 1)..<end], end: end + 1)
  }

  private static func text(_ bytes: ArraySlice<UInt8>, end: Int) -> (String, Int)? {
    bytes.contains(where: \.isMark) ? nil : (bytes.string, end)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte.isBlank || byte == .newline }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte.isNameByte || byte >= 0x80 && !byte.isMark || ":.".utf8.contains(byte)
  }
}
