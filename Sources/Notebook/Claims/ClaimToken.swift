/// A word, number or sign of a claim.
struct ClaimToken: Equatable {
  /// What it is.
  enum Kind: Equatable {
    /// A number without `%`.
    case number(Double)
    /// A number before its `%`.
    case percent(Double)
    /// A metric or a function.
    case name
    /// A sign, or `and`, `or`, `not`, `in`.
    case mark
  }

  var kind: Kind
  /// As written.
  var text: String
  /// Where it begins, in Unicode scalars of the claim from 0.
  var offset: Int

  /// A sign or word of the language, `±` for each of its spellings; nil for anything else.
  var mark: String? {
    guard kind == .mark else { return nil }
    return ["+-", "+/-"].contains(text) ? "±" : text
  }

  /// The words that cannot be metrics.
  static let keywords = ["and", "or", "not", "in"]

  /// The signs, each before those that it begins with.
  static let signs = [
    "+/-", "<=", ">=", "==", "!=", "+-", "±", "<", ">", "~", "(", ")", "[", "]", ",", "+", "-",
    "*", "/",
  ]
}
