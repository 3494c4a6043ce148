/// Reads JSON (RFC 8259) and says in which line it is wrong.
///
/// An object may have each name only once, and values stand at most 64 deep.
struct JSONReader {
  private let bytes: [UInt8]
  private var index = 0
  private var line = 1

  private init(_ text: String) { bytes = Array(text.utf8) }

  /// The value of a file.
  ///
  /// - Throws: what was found and what was expected, with the line.
  static func read(_ text: String) throws(ResultsProblem) -> JSONValue {
    var reader = JSONReader(text)
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.index == reader.bytes.count else { throw reader.problem("the end of the file") }
    return value
  }

  private mutating func value(depth: Int) throws(ResultsProblem) -> JSONValue {
    guard depth <= 64 else { throw ResultsProblem("values stand more than 64 deep", line: line) }
    skipSpace()
    let start = line
    switch next {
    case UInt8(ascii: "{"): return JSONValue(.object(try members(depth)), line: start)
    case UInt8(ascii: "["): return JSONValue(.list(try items(depth)), line: start)
    case UInt8(ascii: "\""): return JSONValue(.text(try string()), line: start)
    case UInt8(ascii: "t"): return JSONValue(.boolean(true), line: try word("true"))
    case UInt8(ascii: "f"): return JSONValue(.boolean(false), line: try word("false"))
    case UInt8(ascii: "n"): return JSONValue(.null, line: try word("null"))
    default: return JSONValue(.number(try number()), line: start)
    }
  }

  private mutating func members(_ depth: Int) throws(ResultsProblem) -> [JSONValue.Member] {
    var (members, names): ([JSONValue.Member], Set<String>) = ([], [])
    index += 1
    while true {
      skipSpace()
      if members.isEmpty, take(UInt8(ascii: "}")) { return members }
      guard next == UInt8(ascii: "\"") else { throw problem("a name in quotes") }
      let name = try string()
      guard names.insert(name).inserted else {
        throw ResultsProblem("'\(name)' stands twice in the same object", line: line)
      }
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw problem("':'") }
      members.append(JSONValue.Member(name: name, value: try value(depth: depth + 1)))
      skipSpace()
      if take(UInt8(ascii: "}")) { return members }
      guard take(UInt8(ascii: ",")) else { throw problem("',' or '}'") }
    }
  }

  private mutating func items(_ depth: Int) throws(ResultsProblem) -> [JSONValue] {
    var items: [JSONValue] = []
    index += 1
    skipSpace()
    if take(UInt8(ascii: "]")) { return items }
    while true {
      items.append(try value(depth: depth + 1))
      skipSpace()
      if take(UInt8(ascii: "]")) { return items }
      guard take(UInt8(ascii: ",")) else { throw problem("',' or ']'") }
    }
  }
}

// MARK: - Characters

extension JSONReader {
  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x0A, 0x0D, 0x09].contains(byte) {
      if byte == 0x0A { line += 1 }
      index += 1
    }
  }

  private func problem(_ expected: String) -> ResultsProblem {
    guard next != nil else {
      return ResultsProblem("the file ends too early, expected \(expected)", line: line)
    }
    let word = String(decoding: bytes[index...].prefix(16).prefix { $0 > 0x20 }, as: UTF8.self)
    return ResultsProblem("found '\(word)', expected \(expected)", line: line)
  }

  private mutating func word(_ word: String) throws(ResultsProblem) -> Int {
    guard bytes[index...].starts(with: word.utf8) else { throw problem("a value") }
    index += word.utf8.count
    return line
  }

  private mutating func number() throws(ResultsProblem) -> String {
    let end = bytes[index...].firstIndex { !"+-.eE0123456789".utf8.contains($0) } ?? bytes.count
    let digits = String(decoding: bytes[index..<end], as: UTF8.self)
    guard digits.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/) != nil else {
      throw problem("a value")
    }
    index = end
    return digits
  }
}

// MARK: - Text

extension JSONReader {
  /// The text whose opening quote is next.
  private mutating func string() throws(ResultsProblem) -> String {
    var text: [UInt8] = []
    index += 1
    while true {
      let end = endOfPlainText
      text += bytes[index..<end]
      index = end
      if take(UInt8(ascii: "\"")) { return String(decoding: text, as: UTF8.self) }
      guard take(UInt8(ascii: "\\")) else {
        throw ResultsProblem("text has no closing quote", line: line)
      }
      text += try escaped()
    }
  }

  /// The next quote, backslash or control character, which drawings have far apart.
  private var endOfPlainText: Int {
    bytes.withUnsafeBufferPointer { bytes in
      var end = index
      while end < bytes.count, bytes[end] >= 0x20, bytes[end] != 0x22, bytes[end] != 0x5C {
        end += 1
      }
      return end
    }
  }

  private mutating func escaped() throws(ResultsProblem) -> [UInt8] {
    let plain: [UInt8: UInt8] = [
      UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F,
      UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12, UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13,
      UInt8(ascii: "t"): 9,
    ]
    guard let kind = next else { throw problem("an escape") }
    if kind == UInt8(ascii: "u") { return Array(String(Character(try scalar())).utf8) }
    guard let byte = plain[kind] else { throw problem("an escape such as \\n") }
    index += 1
    return [byte]
  }

  /// `uXXXX`, or two of them for a scalar beyond U+FFFF.
  private mutating func scalar() throws(ResultsProblem) -> Unicode.Scalar {
    let first = try unit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, take(UInt8(ascii: "\\")) else { throw problem("a Unicode escape") }
    let second = try unit()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw problem("a Unicode escape") }
    return scalar
  }

  private mutating func unit() throws(ResultsProblem) -> UInt32 {
    let digits = String(decoding: bytes[index...].dropFirst().prefix(4), as: UTF8.self)
    guard next == UInt8(ascii: "u"), digits.wholeMatch(of: /[0-9a-fA-F]{4}/) != nil,
      let unit = UInt32(digits, radix: 16)
    else { throw problem("a Unicode escape such as \\u00e9") }
    index += 5
    return unit
  }
}
