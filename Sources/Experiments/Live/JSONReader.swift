import Plotting

/// Reads JSON as the tree that YAML makes too: what a page sends to the engine.
///
///     guard let value = JSONReader.value(bytes) else { … }
package struct JSONReader {
  /// Lists and maps within each other that are read at most: deeper text is refused.
  private static let deepest = 32

  private let bytes: [UInt8]
  private var at = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The value of a whole text; nil if it is no JSON.
  package static func value(_ bytes: [UInt8]) -> OptionValue? {
    var reader = JSONReader(bytes)
    guard let value = reader.value(depth: 0) else { return nil }
    reader.skipSpace()
    return reader.at == bytes.count ? value : nil
  }

  private mutating func value(depth: Int) -> OptionValue? {
    skipSpace()
    guard at < bytes.count, depth < Self.deepest else { return nil }
    switch bytes[at] {
    case UInt8(ascii: "{"): return map(depth)
    case UInt8(ascii: "["): return list(depth)
    case UInt8(ascii: "\""): return string().map { OptionValue(.text($0)) }
    case UInt8(ascii: "t"): return take("true") ? .boolean(true) : nil
    case UInt8(ascii: "f"): return take("false") ? .boolean(false) : nil
    case UInt8(ascii: "n"): return take("null") ? OptionValue(.null) : nil
    default: return number()
    }
  }

  private mutating func skipSpace() {
    while at < bytes.count, [9, 10, 13, 32].contains(bytes[at]) { at += 1 }
  }

  private mutating func take(_ word: Text) -> Bool {
    guard bytes[at...].starts(with: word.bytes) else { return false }
    at += word.bytes.count
    return true
  }

  /// Takes a mark after white space.
  private mutating func takeMark(_ mark: Unicode.Scalar) -> Bool {
    skipSpace()
    guard at < bytes.count, bytes[at] == UInt8(ascii: mark) else { return false }
    at += 1
    return true
  }

  private mutating func number() -> OptionValue? {
    let start = at
    while at < bytes.count, Self.isOfNumber(bytes[at]) { at += 1 }
    return decimalNumber(Array(bytes[start..<at])).map { .number($0) }
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e")
  }
}

// MARK: - Lists and maps

extension JSONReader {
  private mutating func list(_ depth: Int) -> OptionValue? {
    at += 1
    var items: [OptionValue] = []
    guard !takeMark("]") else { return OptionValue(.list(items)) }
    repeat {
      guard let item = value(depth: depth + 1) else { return nil }
      items.append(item)
    } while takeMark(",")
    return takeMark("]") ? OptionValue(.list(items)) : nil
  }

  private mutating func map(_ depth: Int) -> OptionValue? {
    at += 1
    var entries: [OptionValue.Entry] = []
    guard !takeMark("}") else { return OptionValue(.map(entries)) }
    repeat {
      skipSpace()
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\""), let key = string(), takeMark(":"),
        let value = value(depth: depth + 1)
      else { return nil }
      entries.append(OptionValue.Entry(key: key, value: value))
    } while takeMark(",")
    return takeMark("}") ? OptionValue(.map(entries)) : nil
  }
}

// MARK: - Text

extension JSONReader {
  private mutating func string() -> Text? {
    at += 1
    var text: [UInt8] = []
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case UInt8(ascii: "\""): return Text(text)
      case UInt8(ascii: "\\"):
        guard escape(into: &text) else { return nil }
      case 0..<32: return nil
      default: text.append(byte)
      }
    }
    return nil
  }

  /// What follows a backslash. The page's writer escapes nothing beyond ASCII, so `\u` stands for
  /// one character alone.
  private mutating func escape(into text: inout [UInt8]) -> Bool {
    guard at < bytes.count else { return false }
    let byte = bytes[at]
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(8)
    case UInt8(ascii: "f"): text.append(12)
    case UInt8(ascii: "n"): text.append(10)
    case UInt8(ascii: "r"): text.append(13)
    case UInt8(ascii: "t"): text.append(9)
    case UInt8(ascii: "u"): return scalar(into: &text)
    default: return false
    }
    return true
  }

  private mutating func scalar(into text: inout [UInt8]) -> Bool {
    guard at + 4 <= bytes.count else { return false }
    var code: UInt32 = 0
    for digit in bytes[at..<at + 4] {
      switch digit {
      case 48...57: code = code << 4 | UInt32(digit - 48)
      case 65...70, 97...102: code = code << 4 | UInt32((digit | 0x20) - 87)
      default: return false
      }
    }
    at += 4
    guard let scalar = Unicode.Scalar(code) else { return false }
    text.append(contentsOf: Unicode.UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter)
    return true
  }
}
