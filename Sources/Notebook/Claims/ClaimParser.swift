/// Reads one item of `expect:`, with the precedence of Python.
///
///     claim      = and-part { "or" and-part }
///     and-part   = not-part { "and" not-part }
///     not-part   = "not" not-part | comparison
///     comparison = sum ( "<" | "<=" | ">" | ">=" | "==" | "!=" ) sum
///                | sum "~" sum "±" ( percentage | sum )
///                | sum "in" ( "[" | "(" ) sum "," sum ( "]" | ")" )
///                | "(" claim ")"
///     sum        = product { ( "+" | "-" ) product }
///     product    = sign-part { ( "*" | "/" ) sign-part }
///     sign-part  = ( "-" | "+" ) sign-part | term
///     term       = number | percentage | metric | function "(" sum { "," sum } ")" | "(" sum ")"
///     metric     = name | label "." name
///     function   = "abs" | "min" | "max" | "log10" | "sqrt"
///
/// `+-` and `+/-` are other spellings of `±`. A percentage such as `97%` is 0.97, but alone behind
/// `±` a share of the magnitude of the number before `±`. Names hold minus signs, so a minus that
/// subtracts has a space before it if a name is there. A comparison cannot be compared again, and a
/// claim names at least one metric.
struct ClaimParser {
  /// The most tokens of a claim.
  static let tokenLimit = 200
  /// The most parentheses, calls, signs and `not` within each other.
  static let depthLimit = 32

  var tokens: ArraySlice<ClaimToken>
  let endOffset: Int
  private var depth = 0
  var mentions: [(metric: Claim.Metric, offset: Int)] = []
  /// What is wrong with its meaning; after a mistake of grammar nothing more is read.
  private var mistakes: [ClaimMistake] = []

  private init(_ tokens: [ClaimToken], endOffset: Int) {
    self.tokens = tokens[...]
    self.endOffset = endOffset
  }

  /// What `text` claims, and the metrics that it names, each once, with their offsets in it.
  ///
  /// - Throws: all that is wrong with it.
  static func parse(
    _ text: String
  ) throws(ClaimMistakes) -> (
    condition: Claim.Condition, mentions: [(metric: Claim.Metric, offset: Int)]
  ) {
    let tokens = try ClaimTokenizer.tokens(of: text, limit: tokenLimit)
    if tokens.count > tokenLimit {
      let mistake = ClaimMistake(.tooLong(limit: tokenLimit), at: tokens[tokenLimit].offset)
      throw ClaimMistakes(all: [mistake])
    }
    var parser = ClaimParser(tokens, endOffset: end(of: text))
    return (try parser.wholeClaim(), parser.mentions)
  }

  /// The place behind the last character that is no blank.
  private static func end(of text: String) -> Int {
    let scalars = Array(text.unicodeScalars)
    return scalars.lastIndex { !ClaimTokenizer.isBlank($0) }.map { $0 + 1 } ?? 0
  }

  private mutating func wholeClaim() throws(ClaimMistakes) -> Claim.Condition {
    let claim: Claim.Condition
    do throws(ClaimMistake) {
      claim = try claimToEnd()
    } catch {
      throw ClaimMistakes(all: mistakes + [error])
    }
    guard mistakes.isEmpty else { throw ClaimMistakes(all: mistakes) }
    return claim
  }

  private mutating func claimToEnd() throws(ClaimMistake) -> Claim.Condition {
    let part = try disjunction()
    let claim = condition(part)
    if let token = tokens.first, case .condition = part.value {
      report(.surplus(token.text), at: token.offset)
    }
    if mentions.isEmpty, mistakes.isEmpty { report(.noMetric, at: part.start) }
    return claim
  }
}

// MARK: - Tokens

extension ClaimParser {
  /// Something read: parentheses may hold either kind, so that is known only behind it.
  struct Part {
    var value: Value
    /// Where it begins.
    var start: Int
    /// What comes behind it.
    var next: ClaimToken?

    enum Value {
      case expression(Claim.Expression)
      case condition(Claim.Condition)
    }
  }

  func part(_ value: Part.Value, from start: Int) -> Part {
    Part(value: value, start: start, next: tokens.first)
  }

  var offset: Int { tokens.first?.offset ?? endOffset }

  /// The mark that comes next; nil if that is something else.
  var mark: String? { tokens.first?.mark }

  /// Reads that mark if it comes next.
  mutating func takes(_ text: String) -> Bool {
    guard mark == text else { return false }
    tokens.removeFirst()
    return true
  }

  mutating func expect(
    _ text: String, _ expected: ClaimProblem.Expected
  ) throws(ClaimMistake) {
    guard takes(text) else { throw missing(expected) }
  }

  func missing(_ expected: ClaimProblem.Expected) -> ClaimMistake {
    ClaimMistake(.missing(expected, found: tokens.first?.text), at: offset)
  }

  mutating func report(_ problem: ClaimProblem, at offset: Int) {
    mistakes.append(ClaimMistake(problem, at: offset))
  }

  /// Reads something one level deeper.
  mutating func deeper<Result>(
    _ read: (inout ClaimParser) throws(ClaimMistake) -> Result
  ) throws(ClaimMistake) -> Result {
    guard depth < Self.depthLimit else {
      throw ClaimMistake(.tooDeep(limit: Self.depthLimit), at: offset)
    }
    depth += 1
    defer { depth -= 1 }
    return try read(&self)
  }
}
