/// Reads BibTeX: entries, `@string`, `@comment`, `@preamble`.
///
/// An entry that is broken is told and left out; reading goes on with the next line that begins with `@`.
struct BibTeXReader {
  private let text: SourceText
  let bytes: [UInt8]
  var index = 0
  private(set) var works: [Bibliography.Work] = []
  /// What `@string` defines; the months are known.
  private var strings: [String: String]
  private var firstLines: [String: Int] = [:]
  private(set) var diagnostics: Diagnostics

  init(_ text: SourceText, diagnostics: Diagnostics) {
    self.text = text
    bytes = Array(text.text.utf8)
    self.diagnostics = diagnostics
    strings = Dictionary(
      uniqueKeysWithValues: Self.months.map { ($0.prefix(3).lowercased(), $0) })
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// What stands in the way of reading on.
  struct Mistake: Error {
    var problem: Problem
    var offset: Int
  }

  /// Reads the whole file.
  mutating func read() {
    while let at = bytes[index...].firstIndex(of: UInt8(ascii: "@")) {
      index = at + 1
      do throws(Mistake) {
        try readItem(at: at)
      } catch {
        diagnostics.report(error.problem, at: position(of: error.offset))
        skipToNextItem()
      }
    }
  }

  private mutating func readItem(at start: Int) throws(Mistake) {
    let kind = takeName().lowercased()
    // An `@` in the text between entries is no entry.
    guard !kind.isEmpty else { return }
    skipSpace()
    guard let open = peek, open == UInt8(ascii: "{") || open == UInt8(ascii: "(") else { return }
    index += 1
    let close = open == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: ")")
    switch kind {
    case "comment", "preamble":
      index -= 1
      _ = try takeBraces(open, close, from: start)
    case "string":
      let field = try takeField(from: start)
      strings[field.name] = field.value
      try take(close, from: start)
    default: try readWork(kind, close, from: start)
    }
  }

  private mutating func readWork(
    _ kind: String, _ close: UInt8, from start: Int
  ) throws(Mistake) {
    skipSpace()
    let key = bytes[index...].prefix {
      !",{}()\"\n".utf8.contains($0) && !$0.isBlank && $0 != close
    }.string
    guard !key.isEmpty else { throw expected("a key") }
    index += key.utf8.count
    var work = Bibliography.Work(kind: kind, key: key, position: position(of: start))
    while true {
      skipSpace()
      if peek == close { break }
      try take(UInt8(ascii: ","), from: start)
      skipSpace()
      if peek == close { break }
      let field = try takeField(from: start)
      add(field, to: &work)
    }
    index += 1
    if let first = firstLines[key] {
      diagnostics.report(.duplicateWork(key, firstLine: first), at: work.position)
    } else {
      firstLines[key] = work.position.line
      works.append(work)
    }
  }

  private func add(_ field: (name: String, value: String), to work: inout Bibliography.Work) {
    switch field.name {
    case "author": work.authors = BibTeXNames.names(in: field.value)
    case "editor": work.editors = BibTeXNames.names(in: field.value)
    default: work.fields[field.name] = TeXText.plain(field.value)
    }
  }
}

// MARK: - Fields

extension BibTeXReader {
  /// `name = value`, the value of several parts joined by `#`.
  private mutating func takeField(from start: Int) throws(Mistake) -> (name: String, value: String)
  {
    skipSpace()
    let name = takeName().lowercased()
    guard !name.isEmpty else { throw expected("the name of a field", in: start) }
    skipSpace()
    try take(UInt8(ascii: "="), from: start)
    var value = ""
    repeat {
      skipSpace()
      value += try takeValue(from: start)
      skipSpace()
    } while takeIf(UInt8(ascii: "#"))
    return (name, value)
  }

  private mutating func takeValue(from start: Int) throws(Mistake) -> String {
    switch peek {
    case UInt8(ascii: "{")?:
      return try takeBraces(UInt8(ascii: "{"), UInt8(ascii: "}"), from: start)
    case UInt8(ascii: "\"")?: return try takeQuotes(from: start)
    case let byte? where byte.isDigit:
      let digits = bytes[index...].prefix(while: \.isDigit)
      index = digits.endIndex
      return digits.string
    default:
      let (offset, name) = (index, takeName())
      guard !name.isEmpty else { throw expected("a value in braces or quotes", in: start) }
      if let string = strings[name.lowercased()] { return string }
      diagnostics.report(
        .unknownString(name, known: strings.keys.sorted()), at: position(of: offset))
      return name
    }
  }

  /// What stands between braces that match, without the outer ones.
  private mutating func takeBraces(
    _ open: UInt8, _ close: UInt8, from start: Int
  ) throws(Mistake) -> String {
    let first = index + 1
    var depth = 0
    while index < bytes.count {
      if bytes[index] == .backslash {
        index += 1
      } else if bytes[index] == open {
        depth += 1
      } else if bytes[index] == close {
        depth -= 1
        if depth == 0 {
          index += 1
          return bytes[first..<(index - 1)].string
        }
      }
      index += 1
    }
    throw unclosed(start)
  }

  /// What stands between quotes; one within braces does not end it.
  private mutating func takeQuotes(from start: Int) throws(Mistake) -> String {
    let first = index + 1
    var depth = 0
    index += 1
    while index < bytes.count {
      switch bytes[index] {
      case .backslash: index += 1
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\"") where depth <= 0:
        index += 1
        return bytes[first..<(index - 1)].string
      default: break
      }
      index += 1
    }
    throw unclosed(start)
  }
}

// MARK: - Bytes

extension BibTeXReader {
  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipSpace() {
    while let byte = peek {
      if byte == UInt8(ascii: "%") {
        index = bytes[index...].firstIndex(of: .newline) ?? bytes.count
      } else if byte.isBlank || byte == .newline {
        index += 1
      } else {
        return
      }
    }
  }

  private mutating func takeName() -> String {
    let name = bytes[index...].prefix { $0.isNameByte || ":.+/".utf8.contains($0) }
    index = name.endIndex
    return name.string
  }

  private mutating func takeIf(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    index += 1
    return true
  }

  private mutating func take(_ byte: UInt8, from start: Int) throws(Mistake) {
    guard takeIf(byte) else { throw expected("'\([byte][...].string)'", in: start) }
  }

  /// The mistake at the current place; if the file ends there, that of the entry that has no end.
  private func expected(_ what: String, in start: Int? = nil) -> Mistake {
    guard peek != nil else { return unclosed(start ?? index) }
    let found = bytes[index...].prefix { !$0.isBlank && $0 != .newline }.prefix(20)
    return Mistake(
      problem: .bibTeX(expected: what, found: String(decoding: found, as: UTF8.self)), offset: index
    )
  }

  private func unclosed(_ start: Int) -> Mistake {
    let head = bytes[start...].prefix { $0 != UInt8(ascii: ",") && $0 != .newline }.prefix(40)
    return Mistake(problem: .openWork(String(decoding: head, as: UTF8.self)), offset: start)
  }

  private mutating func skipToNextItem() {
    while let newline = bytes[min(index, bytes.count)...].firstIndex(of: .newline) {
      index = newline + 1
      let line = bytes[index...].drop { $0.isBlank }
      if line.first == UInt8(ascii: "@") { return }
    }
    index = bytes.count
  }

  private func position(of offset: Int) -> SourcePosition {
    var (line, start) = (0, 0)
    while line + 1 < text.lines.count, start + text.lines[line].count < offset {
      start += text.lines[line].count + 1
      line += 1
    }
    return text.position(line: line + 1, byte: offset - start)
  }
}
