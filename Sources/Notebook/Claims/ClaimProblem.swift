/// What can be wrong with a claim; `words` says it.
enum ClaimProblem: Equatable {
  // Its characters
  case badCharacter(String), badNumber(String), badName(String)
  // Its size
  case tooLong(limit: Int), tooDeep(limit: Int)
  // Its grammar
  case missing(Expected, found: String?), surplus(String), secondRelation(String)
  case notNumber
  // Its meaning
  case unknownFunction(String)
  case argumentCount(Claim.Function, found: Int)
  case negativeTolerance, emptyInterval, noMetric

  /// What had to come.
  enum Expected: String {
    case term = "a metric, a number or '('"
    case relation = "a relation, one of < <= > >= == != ~ in,"
    case tolerance = "a tolerance, '± number',"
    case interval = "an interval such as '[0, 1]'"
    case comma = "','"
    case intervalEnd = "']' or ')'"
    case closing = "')'"
  }
}

/// A problem and where it is.
struct ClaimMistake: Error, Equatable {
  let problem: ClaimProblem
  /// The place in the claim, in Unicode scalars from 0.
  let offset: Int

  init(_ problem: ClaimProblem, at offset: Int) {
    self.problem = problem
    self.offset = offset
  }
}

/// Everything that is wrong with one claim; never empty.
struct ClaimMistakes: Error, Equatable {
  let all: [ClaimMistake]
}
