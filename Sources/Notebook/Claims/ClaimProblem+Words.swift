extension ClaimProblem {
  /// Signs that mean something elsewhere, and what claims write instead; the longer ones first.
  static let foreignSigns: [(sign: String, instead: String)] = [
    ("&&", "and"), ("||", "or"), ("=", "=="), ("&", "and"), ("|", "or"),
    ("!", "not"), ("≤", "<="), ("≥", ">="), ("≠", "!="), ("≈", "~"), ("−", "-"), ("–", "-"),
    ("×", "*"), ("·", "*"), ("÷", "/"),
  ]

  /// What was found and what was expected, for a sentence that begins "the claim … "; and a note.
  var words: (message: String, note: String) {
    switch self {
    case .badCharacter(let text):
      ("holds '\(text)', which means nothing there", substitute(for: text))
    case .badNumber(let text): ("holds '\(text)', which is no number", Self.example)
    case .badName(let name):
      (
        "holds '\(name)', which cannot be a metric's name",
        name.hasSuffix("-") ? "a minus that subtracts has a space on both sides" : Self.example
      )
    case .tooLong(let limit):
      ("has more than \(limit) words, numbers and signs", "split it into several claims")
    case .tooDeep(let limit):
      ("is nested more than \(limit) levels deep", "split it into several claims")
    case .missing(let expected, let found):
      (lack(of: expected.rawValue, found), found == "+-" ? Self.signRule : Self.example)
    case .surplus(let text): ("goes on with '\(text)' after its end", continuation(text))
    case .secondRelation(let text):
      ("compares a second time, with '\(text)'", "join two comparisons with 'and'")
    case .notNumber: ("has a comparison where a number is expected", Self.example)
    default: wordsOfMeaning
    }
  }

  private var wordsOfMeaning: (message: String, note: String) {
    switch self {
    case .unknownFunction(let name):
      (
        "calls '\(name)', which is no function",
        suggestion(for: name, among: Claim.Function.allCases.map(\.rawValue)) ?? Self.example
      )
    case .argumentCount(let function, let found):
      ("gives '\(function)' \(found) \(found == 1 ? "number" : "numbers")", usage(of: function))
    case .negativeTolerance: ("has a tolerance below zero", Self.example)
    case .emptyInterval:
      ("has an interval that holds no number", "the lower end comes first, as in '[0, 1]'")
    default: ("names no metric", Self.example)
    }
  }

  private static let example = "write for example 'loss < 0.1' or 'accuracy ~ 0.97 ± 0.01'"

  private static let signRule = "'+-' is '±'; put a space between a plus and a minus"

  private func lack(of expected: String, _ found: String?) -> String {
    found.map { "has '\($0)' where \(expected) is expected" }
      ?? "ends where \(expected) is expected"
  }

  private func substitute(for text: String) -> String {
    if text == "%" { return "a percentage has no space before its '%'" }
    guard let sign = Self.foreignSigns.first(where: { $0.sign == text }) else {
      return Self.example
    }
    return "write '\(sign.instead)'"
  }

  private func continuation(_ text: String) -> String {
    if [")", "]"].contains(text) { return "nothing is open that it could close" }
    return nearestName(to: text, in: ClaimToken.keywords).map { "did you mean '\($0)'?" }
      ?? "join two comparisons with 'and' or 'or'"
  }

  private func usage(of function: Claim.Function) -> String {
    let isSingle = function.arguments == 1...1
    return isSingle ? "it takes one: '\(function)(a)'" : "it takes two or more: '\(function)(a, b)'"
  }
}
