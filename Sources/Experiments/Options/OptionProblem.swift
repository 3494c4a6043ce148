public import Plotting

/// What is wrong with an option, and where; `message` and `note` say it in words.
public struct OptionProblem: Error, Sendable, Equatable {
  /// Where it was written; nil when something is missing.
  public var place: OptionValue.Place?
  /// What is wrong.
  public var kind: Kind

  /// A problem.
  public init(_ kind: Kind, at place: OptionValue.Place?) {
    self.kind = kind
    self.place = place
  }

  /// What can be wrong.
  public enum Kind: Sendable, Equatable {
    case unknownExperiment(Text, known: [Text])
    case unknownOption(Text, of: Text, known: [Text])
    case missingOption(Text, expected: Text)
    case wrongValue(Text, found: Text, expected: Text)
    case unknownKind(Text, found: Text, known: [Text])
    case severalKinds(Text, count: Int)
    case unknownColumn(Text, of: Text, known: [Text])
    case noFigure(Int, of: Text, count: Int)
    case unknownName(Text, known: [Text])
    case notFormula(Text, text: Text, found: Text, known: [Text])
    case conflict(Text)
  }

  /// What was found and what was expected, in one sentence without a full stop.
  public var message: Text {
    switch kind {
    case .unknownExperiment(let found, _): return "no experiment '\(found.shortened)'"
    case .unknownOption(let found, let owner, _):
      return "'\(owner)' has no option '\(found.shortened)'"
    case .missingOption(let option, let expected):
      return "option '\(option)' is missing: expected \(expected)"
    case .wrongValue(let option, let found, let expected):
      return "option '\(option)' is \(found), expected \(expected)"
    case .unknownKind(let option, let found, _):
      return "option '\(option)' does not know \(found)"
    case .severalKinds(let option, let count):
      return "option '\(option)' names \(count) kinds, expected one: `name: {option: value}`"
    case .unknownColumn(let found, let table, _):
      return "\(table) has no column '\(found.shortened)'"
    case .noFigure(let number, let label, let count):
      return count == 0
        ? "the block '\(label)' has no figure, whose numbers could be shown"
        : "the block '\(label)' has \(count) figure\(count == 1 ? "" : "s" as Text), found "
          + "'figure: \(number)'"
    case .unknownName(let found, _): return "the axis has no name '\(found.shortened)'"
    case .notFormula(let option, let text, let found, _):
      return "option '\(option)' is '\(text.shortened)', expected a column or a formula in columns "
        + "and x, but not \(found)"
    case .conflict(let sentence): return sentence
    }
  }

  /// The nearest known name and the list of all, if names are the matter.
  public var note: Text? {
    switch kind {
    case .unknownExperiment(let found, let known): return suggestion(for: found, among: known)
    case .unknownOption(let found, _, let known): return suggestion(for: found, among: known)
    case .notFormula(_, _, let found, let known): return suggestion(for: found, among: known)
    case .unknownName(let found, let known): return suggestion(for: found, among: known)
    case .unknownColumn(let found, _, let known): return suggestion(for: found, among: known)
    case .unknownKind(_, let found, let known): return suggestion(for: found, among: known)
    case .missingOption, .noFigure, .wrongValue, .severalKinds, .conflict: return nil
    }
  }
}

/// "did you mean 'adam'? Known: adam, adamw, sgd".
public func suggestion(for word: Text, among names: [Text]) -> Text? {
  guard !names.isEmpty else { return nil }
  let bare = Text(word.bytes.filter { $0 != UInt8(ascii: "'") })
  guard let nearest = nearestName(to: bare, in: names) else {
    return "known: \(Text.joined(names))"
  }
  return "did you mean '\(nearest)'? Known: \(Text.joined(names))"
}
