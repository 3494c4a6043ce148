// Every character with a meaning in Markdown is ASCII, so the scanners read UTF-8 bytes.

extension UInt8 {
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let backslash = UInt8(ascii: "\\")
  static let backtick = UInt8(ascii: "`")
  static let dollar = UInt8(ascii: "$")
  static let pipe = UInt8(ascii: "|")
  static let quoteMark = UInt8(ascii: ">")

  /// A space or a tab.
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }

  /// The first byte of the characters that stand for pieces, and of other private ones only: no name
  /// and no text that is kept as written may hold it.
  var isMark: Bool { self == 0xEE }

  /// A letter, a digit, `-` or `_`: what labels and names are made of.
  var isNameByte: Bool {
    isLetter || isDigit || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
  }
}

extension RandomAccessCollection<UInt8> where Index == Int {
  /// The number of Unicode scalars in the first `count` bytes.
  func scalarCount(before count: Int) -> Int {
    // Continuation bytes are 10xxxxxx: they start no scalar.
    prefix(Swift.max(0, count)).reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  /// Without the spaces and tabs at both ends.
  var trimmed: SubSequence {
    var start = startIndex
    while start < endIndex, self[start].isBlank { start += 1 }
    return self[start...].trimmedEnd
  }

  /// Without the spaces and tabs at the end.
  var trimmedEnd: SubSequence {
    var end = endIndex
    while end > startIndex, self[end - 1].isBlank { end -= 1 }
    return self[..<end]
  }

  /// How often the byte at `start` is repeated from there on.
  func runLength(at start: Int) -> Int {
    var end = start
    while end < endIndex, self[end] == self[start] { end += 1 }
    return end - start
  }

  /// As text; the bytes are valid UTF-8 wherever this is used.
  var string: String { String(decoding: self, as: UTF8.self) }
}

extension Unicode.Scalar {
  /// The scalar in UTF-8.
  var utf8Bytes: [UInt8] { Array(String(self).utf8) }
}
