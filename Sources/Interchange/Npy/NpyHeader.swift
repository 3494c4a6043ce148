/// What the header of an npy file says: a dictionary of Python with three entries.
struct NpyHeader {
  private(set) var type = ElementType.float32
  private(set) var isBigEndian = false
  private(set) var isFortranOrder = false
  private(set) var shape: [Int] = []

  private let name: String
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  /// - Parameter array: what errors call the array.
  /// - Throws: `badHeader` with the byte and what should stand there; `unsupportedElements`.
  init(_ header: ArraySlice<UInt8>, array name: String) throws(InterchangeError) {
    (bytes, position, self.name) = (header, header.startIndex, name)
    var missing: Set<String> = ["descr", "fortran_order", "shape"]
    try require("{")
    while !skip("}") {
      let key = try text()
      guard missing.remove(key) != nil else {
        throw expected("each of 'descr', 'fortran_order', 'shape' once")
      }
      try require(":")
      switch key {
      case "descr": try readType()
      case "fortran_order": isFortranOrder = try truth()
      default: shape = try tuple()
      }
      guard skip(",") else {
        try require("}")
        break
      }
    }
    guard missing.isEmpty else {
      throw expected("'\(missing.sorted().joined(separator: "', '"))' before the end")
    }
    guard next == nil else { throw expected("nothing after '}'") }
  }

  private func expected(_ what: String) -> InterchangeError {
    .badHeader(offset: position - bytes.startIndex, expected: what)
  }

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

  private mutating func require(_ character: Unicode.Scalar) throws(InterchangeError) {
    guard skip(character) else { throw expected("'\(character)'") }
  }
}

// MARK: - Values

extension NpyHeader {
  private mutating func text() throws(InterchangeError) -> String {
    guard let quote = next, [UInt8(ascii: "'"), UInt8(ascii: "\"")].contains(quote) else {
      throw expected("text in quotes")
    }
    let content = bytes[(position + 1)...].prefix { $0 != quote && $0 != UInt8(ascii: "\\") }
    guard content.endIndex < bytes.endIndex, bytes[content.endIndex] == quote,
      let text = String(validating: content, as: UTF8.self)
    else { throw expected("text without escapes and its closing quote") }
    position = content.endIndex + 1
    return text
  }

  private mutating func truth() throws(InterchangeError) -> Bool {
    _ = next
    for (word, value) in [("True", true), ("False", false)]
    where bytes[position...].starts(with: Array(word.utf8)) {
      position += word.utf8.count
      return value
    }
    throw expected("True or False")
  }

  private mutating func tuple() throws(InterchangeError) -> [Int] {
    try require("(")
    var extents: [Int] = []
    while !skip(")") {
      _ = next
      let digits = bytes[position...].prefix {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
      }
      guard let extent = Int(String(decoding: digits, as: UTF8.self)) else {
        throw expected("a whole number below 2^63")
      }
      position = digits.endIndex
      extents.append(extent)
      guard skip(",") else {
        try require(")")
        break
      }
    }
    return extents
  }

  private mutating func readType() throws(InterchangeError) {
    guard next != UInt8(ascii: "[") else { throw unsupported("structured") }
    let code = try text()
    let order = code.first ?? " ", isSingleByte = code.hasSuffix("1")
    guard let type = ElementType.allCases.first(where: { $0.npyName == String(code.dropFirst()) }),
      order == "<" || order == ">" || (isSingleByte && order == "|")
    else { throw unsupported(code) }
    self.type = type
    isBigEndian = order == ">"
  }

  private func unsupported(_ code: String) -> InterchangeError {
    let known = ElementType.allCases.compactMap { $0.npyName }
    return .unsupportedElements(array: name, type: code, known: known)
  }
}
