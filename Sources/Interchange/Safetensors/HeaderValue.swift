/// A value of the JSON that safetensors headers are made of: objects, lists, text, whole numbers.
indirect enum HeaderValue: Equatable {
  case object([Member])
  case list([HeaderValue])
  case text(String)
  case number(Int)

  struct Member: Equatable {
    let key: String
    let value: HeaderValue
  }

  /// Whole numbers of a list; nil if it is none, or holds something else.
  var numbers: [Int]? {
    guard case .list(let items) = self else { return nil }
    let numbers = items.compactMap { item in
      if case .number(let number) = item { number } else { nil }
    }
    return numbers.count == items.count ? numbers : nil
  }
}

/// Reads the JSON of a header; other JSON (fractions, `true`, `null`) is refused.
struct HeaderReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  /// - Parameter bytes: one object, with white space around it.
  /// - Throws: `badHeader` with the byte and what should stand there.
  static func object(in bytes: ArraySlice<UInt8>) throws(InterchangeError) -> [HeaderValue.Member] {
    var reader = HeaderReader(bytes: bytes, position: bytes.startIndex)
    guard bytes.first == UInt8(ascii: "{") else { throw reader.expected("'{'") }
    let value = try reader.value(depth: 0)
    guard reader.next == nil else { throw reader.expected("the end of the header") }
    guard case .object(let members) = value else { throw reader.expected("an object") }
    return members
  }

  private func expected(_ what: String) -> InterchangeError {
    .badHeader(offset: position - bytes.startIndex, expected: what)
  }

  /// The next byte that is not white space, which becomes the current one.
  private var next: UInt8? {
    mutating get {
      while position < bytes.endIndex, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) {
        position += 1
      }
      return position < bytes.endIndex ? bytes[position] : nil
    }
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func value(depth: Int) throws(InterchangeError) -> HeaderValue {
    guard depth < 8 else { throw expected("less than 8 levels") }
    switch next {
    case UInt8(ascii: "{"): return .object(try object(depth))
    case UInt8(ascii: "["): return .list(try list(depth))
    case UInt8(ascii: "\""): return .text(try text())
    case .some(UInt8(ascii: "0")...UInt8(ascii: "9")): return .number(try number())
    default: throw expected("an object, a list, text or a whole number")
    }
  }

  private mutating func object(_ depth: Int) throws(InterchangeError) -> [HeaderValue.Member] {
    position += 1
    var members: [HeaderValue.Member] = []
    if skip("}") { return members }
    repeat {
      guard next == UInt8(ascii: "\"") else { throw expected("a name in double quotes") }
      let key = try text()
      guard skip(":") else { throw expected("':'") }
      members.append(HeaderValue.Member(key: key, value: try value(depth: depth + 1)))
    } while skip(",")
    guard skip("}") else { throw expected("',' or '}'") }
    return members
  }

  private mutating func list(_ depth: Int) throws(InterchangeError) -> [HeaderValue] {
    position += 1
    var items: [HeaderValue] = []
    if skip("]") { return items }
    repeat { items.append(try value(depth: depth + 1)) } while skip(",")
    guard skip("]") else { throw expected("',' or ']'") }
    return items
  }

  private mutating func number() throws(InterchangeError) -> Int {
    let digits = bytes[position...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard let number = Int(String(decoding: digits, as: UTF8.self)),
      digits.count == 1 || digits.first != UInt8(ascii: "0")
    else { throw expected("a whole number below 2^63") }
    position += digits.count
    return number
  }

  private mutating func text() throws(InterchangeError) -> String {
    position += 1
    var utf8: [UInt8] = []
    while position < bytes.endIndex, bytes[position] != UInt8(ascii: "\"") {
      guard bytes[position] >= 0x20 else { throw expected("a character, not a control code") }
      if bytes[position] == UInt8(ascii: "\\") {
        utf8 += try escape()
      } else {
        utf8.append(bytes[position])
        position += 1
      }
    }
    guard position < bytes.endIndex else { throw expected("'\"'") }
    guard let text = String(validating: utf8, as: UTF8.self) else { throw expected("UTF-8") }
    position += 1
    return text
  }
}

// MARK: - Escapes

extension HeaderReader {
  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "\""): UInt8(ascii: "\""), UInt8(ascii: "\\"): UInt8(ascii: "\\"),
    UInt8(ascii: "/"): UInt8(ascii: "/"), UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C,
    UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
  ]

  private mutating func escape() throws(InterchangeError) -> [UInt8] {
    position += 1
    guard position < bytes.endIndex else { throw expected("a character after '\\'") }
    if let byte = Self.escapes[bytes[position]] {
      position += 1
      return [byte]
    }
    guard bytes[position] == UInt8(ascii: "u") else { throw expected("an escape of JSON") }
    position += 1
    var units = [try codeUnit()]
    if UTF16.isLeadSurrogate(units[0]), bytes[position...].starts(with: Array("\\u".utf8)) {
      position += 2
      units.append(try codeUnit())
    }
    guard let text = String(validating: units, as: UTF16.self) else { throw expected("UTF-16") }
    return Array(text.utf8)
  }

  private mutating func codeUnit() throws(InterchangeError) -> UInt16 {
    let digits = bytes[position...].prefix(4)
    let isHexadecimal = digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
    guard digits.count == 4, isHexadecimal,
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw expected("four hexadecimal digits") }
    position += 4
    return unit
  }
}
