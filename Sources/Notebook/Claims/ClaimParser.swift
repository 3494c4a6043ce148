/// Reads one item of `expect:`.
///
/// `term relation term`, where a term is a metric's name or a number (`1e-3`, `97%`) and the
/// relation one of `< <= > >= == !=`; or `term ~ term ± number`, with `+-` for `±` if you like.
struct ClaimParser {
  private var tokens: [Token] = []
  private let text: String

  init(_ text: String) {
    self.text = Array(text.utf8).trimmed.string
  }

  /// The claim.
  ///
  /// - Throws: what is wrong with it.
  mutating func parse(at position: SourcePosition) throws(ClaimProblem) -> Claim {
    tokens = try Tokenizer(text).tokens()
    let left = try term(.leftSide)
    guard case .relation(let relation) = next() else { throw .missingRelation }
    let right = try term(.rightSide)
    let tolerance = relation == .near ? try tolerance() : 0
    if let token = next() { throw .surplus(token.text) }
    if case (.number, .number) = (left, right) { throw .noMetric }
    return Claim(
      text: text, left: left, relation: relation, right: right, tolerance: tolerance,
      position: position)
  }

  private mutating func next() -> Token? {
    tokens.isEmpty ? nil : tokens.removeFirst()
  }

  private mutating func term(_ side: ClaimProblem.Side) throws(ClaimProblem) -> Claim.Term {
    switch next() {
    case .number(let number, _): return .number(number)
    case .name(let name):
      guard MetricName.isValid(name) else { throw .badName(name) }
      return .metric(name)
    case let token: throw .missingTerm(side, found: token?.text)
    }
  }

  private mutating func tolerance() throws(ClaimProblem) -> Double {
    guard case .plusMinus = next() else { throw .missingTolerance }
    guard case .number(let width, let text) = next() else { throw .missingTolerance }
    guard width >= 0 else { throw .negativeTolerance(text) }
    return width
  }
}

/// What is wrong with a claim.
enum ClaimProblem: Error, Equatable {
  case missingTerm(Side, found: String?)
  case missingRelation, missingTolerance, noMetric
  case negativeTolerance(String)
  case badName(String), badNumber(String), badCharacter(String), surplus(String)

  /// A side of the relation.
  enum Side: String, Equatable {
    case leftSide = "before the relation"
    case rightSide = "after the relation"
  }
}

// MARK: - Tokens

extension ClaimParser {
  fileprivate enum Token {
    case name(String)
    case number(Double, String)
    case relation(Claim.Relation)
    case plusMinus

    var text: String {
      switch self {
      case .name(let text), .number(_, let text): text
      case .relation(let relation): relation.rawValue
      case .plusMinus: "±"
      }
    }
  }

  fileprivate struct Tokenizer {
    private var rest: Substring

    init(_ text: String) {
      rest = text[...]
    }

    /// Relations, the longest spelling first.
    private static let relations = Claim.Relation.allCases.sorted {
      $0.rawValue.utf8.count > $1.rawValue.utf8.count
    }

    func tokens() throws(ClaimProblem) -> [Token] {
      var (copy, tokens): (Tokenizer, [Token]) = (self, [])
      while true {
        copy.rest = copy.rest.drop { $0 == " " || $0 == "\t" || $0 == "\n" }
        guard !copy.rest.isEmpty else { return tokens }
        tokens.append(try copy.token())
      }
    }

    private mutating func token() throws(ClaimProblem) -> Token {
      if let relation = Self.relations.first(where: { rest.hasPrefix($0.rawValue) }) {
        rest = rest.dropFirst(relation.rawValue.count)
        return .relation(relation)
      }
      for spelling in ["±", "+-", "+/-"] where rest.hasPrefix(spelling) {
        rest = rest.dropFirst(spelling.count)
        return .plusMinus
      }
      guard let first = rest.utf8.first, first.isLetter else { return try number() }
      let name = String(Substring(rest.utf8.prefix(while: MetricName.isNameByte)))
      rest = rest.dropFirst(name.count)
      return .name(name)
    }

    private mutating func number() throws(ClaimProblem) -> Token {
      var (text, previous): (String, Character) = ("", "e")
      for character in rest {
        // A sign stands at the start or behind the `e` of the exponent.
        let isSign = (character == "+" || character == "-") && previous.lowercased() == "e"
        guard
          isSign || character == "." || character == "%" || character.isLetter
            || character.isNumber
        else { break }
        text.append(character)
        previous = character
      }
      guard !text.isEmpty else { throw .badCharacter(String(rest.prefix(1))) }
      rest = rest.dropFirst(text.count)
      return .number(try Self.value(text), text)
    }

    /// A decimal number; with `%` behind it a hundredth.
    private static func value(_ text: String) throws(ClaimProblem) -> Double {
      let isPercent = text.hasSuffix("%")
      let digits = isPercent ? String(text.dropLast()) : text
      guard CoreScalar.isDecimal(digits), let value = Double(digits), value.isFinite else {
        throw .badNumber(text)
      }
      return isPercent ? value / 100 : value
    }
  }
}
