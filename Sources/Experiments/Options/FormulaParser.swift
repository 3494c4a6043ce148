import Plotting

/// Reads formulas: `sum = product {(+|-) product}`, `product = sign {(*|/) sign}`,
/// `sign = [-] power`, `power = operand [^ sign]`. A column's name stands as it is, or between
/// backquotes if it has other characters than letters, digits and `_`.
struct FormulaParser {
  /// How deep parentheses and signs may be nested.
  private static let mostDepth = 40

  private let bytes: [UInt8]
  private let columns: [Text]
  private var place = 0
  private var depth = 0
  private var steps: [Formula.Step] = []

  init(_ text: Text, columns: [Text]) {
    bytes = text.bytes
    self.columns = columns
  }

  mutating func parse() throws(Formula.Problem) -> [Formula.Step] {
    try sum()
    guard next == nil else { throw unexpected }
    return steps
  }

  // MARK: - Grammar

  private mutating func sum() throws(Formula.Problem) {
    try product()
    while let sign = next, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
      place += 1
      try product()
      steps.append(sign == UInt8(ascii: "+") ? .add : .subtract)
    }
  }

  private mutating func product() throws(Formula.Problem) {
    try signed()
    while let sign = next, sign == UInt8(ascii: "*") || sign == UInt8(ascii: "/") {
      place += 1
      try signed()
      steps.append(sign == UInt8(ascii: "*") ? .multiply : .divide)
    }
  }

  private mutating func signed() throws(Formula.Problem) {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.mostDepth else {
      throw Formula.Problem(found: "more than \(Self.mostDepth) brackets or signs in each other")
    }
    guard next == UInt8(ascii: "-") else { return try power() }
    place += 1
    try signed()
    steps.append(.negate)
  }

  private mutating func power() throws(Formula.Problem) {
    try operand()
    guard next == UInt8(ascii: "^") else { return }
    place += 1
    try signed()
    steps.append(.power)
  }

  private mutating func operand() throws(Formula.Problem) {
    guard let first = next else { throw unexpected }
    if first == UInt8(ascii: "(") { return try parenthesis() }
    if Self.isDigit(first) || first == UInt8(ascii: ".") { return try number() }
    if first == UInt8(ascii: "`") { return try quoted() }
    let start = place
    while place < bytes.count, Self.isLetter(bytes[place]) || Self.isDigit(bytes[place]) {
      place += 1
    }
    let word = Text(Array(bytes[start..<place]))
    if next != UInt8(ascii: "("), let column = columns.firstIndex(of: word) {
      return steps.append(.column(column))
    }
    if word == "x" { return steps.append(.x) }
    if word == "y" { return steps.append(.y) }
    if word == "pi" { return steps.append(.number(3.141_592_653_589_793)) }
    if word == "e" { return steps.append(.number(2.718_281_828_459_045)) }
    for (name, function) in Formula.Function.all where name.matches(word) {
      guard next == UInt8(ascii: "(") else { throw unexpected }
      try parenthesis()
      return steps.append(.call(function))
    }
    throw word.isEmpty ? unexpected : Formula.Problem(found: "'\(word)'")
  }

  /// A column's name between backquotes.
  private mutating func quoted() throws(Formula.Problem) {
    let rest = bytes[(place + 1)...]
    guard let end = rest.firstIndex(of: UInt8(ascii: "`")) else { throw unexpected }
    let name = Text(Array(rest[..<end]))
    guard let column = columns.firstIndex(of: name) else {
      throw Formula.Problem(found: "'\(name)'")
    }
    place = end + 1
    steps.append(.column(column))
  }

  private mutating func parenthesis() throws(Formula.Problem) {
    place += 1
    try sum()
    guard next == UInt8(ascii: ")") else { throw unexpected }
    place += 1
  }

  private mutating func number() throws(Formula.Problem) {
    let start = place
    while place < bytes.count, Self.isDigit(bytes[place]) || bytes[place] == UInt8(ascii: ".") {
      place += 1
    }
    if place < bytes.count, bytes[place] == UInt8(ascii: "e"), place + 1 < bytes.count,
      Self.isDigit(bytes[place + 1]) || bytes[place + 1] == UInt8(ascii: "-")
    {
      place += 2
      while place < bytes.count, Self.isDigit(bytes[place]) { place += 1 }
    }
    let written = Text(Array(bytes[start..<place]))
    guard let number = decimalNumber(written.bytes) else {
      throw Formula.Problem(found: "'\(written)'")
    }
    steps.append(.number(number))
  }

  // MARK: - Bytes

  /// The next byte that is no space; nil at the end.
  private var next: UInt8? {
    mutating get {
      while place < bytes.count, bytes[place] == 32 { place += 1 }
      return place < bytes.count ? bytes[place] : nil
    }
  }

  private var unexpected: Formula.Problem {
    mutating get {
      guard let byte = next else { return Formula.Problem(found: "its end") }
      return Formula.Problem(found: byte < 128 ? "'\(Text([byte]))'" : "a character")
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
      || byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") || byte == UInt8(ascii: "_")
  }
}
