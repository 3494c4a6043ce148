/// Comparisons and what joins them.
extension ClaimParser {
  mutating func disjunction() throws(ClaimMistake) -> Part {
    var left = try conjunction()
    while takes("or") {
      let right = try conjunction()
      left = part(.condition(.or(condition(left), condition(right))), from: left.start)
    }
    return left
  }

  private mutating func conjunction() throws(ClaimMistake) -> Part {
    var left = try negation()
    while takes("and") {
      let right = try negation()
      left = part(.condition(.and(condition(left), condition(right))), from: left.start)
    }
    return left
  }

  private mutating func negation() throws(ClaimMistake) -> Part {
    let start = offset
    guard takes("not") else { return try comparison() }
    let operand = try deeper { parser throws(ClaimMistake) in try parser.negation() }
    return part(.condition(.not(condition(operand))), from: start)
  }

  /// A part that has to be true or false.
  mutating func condition(_ part: Part) -> Claim.Condition {
    switch part.value {
    case .condition(let condition): return condition
    case .expression(let expression):
      let problem = ClaimProblem.missing(.relation, found: part.next?.text)
      report(problem, at: part.next?.offset ?? endOffset)
      return .comparison(expression, .equal, expression)
    }
  }

  private mutating func comparison() throws(ClaimMistake) -> Part {
    let left = try sum()
    guard let condition = try comparison(of: left) else { return left }
    if let mark, Claim.Relation(rawValue: mark) != nil || ["~", "in"].contains(mark) {
      throw ClaimMistake(.secondRelation(mark), at: offset)
    }
    return part(.condition(condition), from: left.start)
  }

  /// What follows a number; nil if that is no relation.
  private mutating func comparison(of left: Part) throws(ClaimMistake) -> Claim.Condition? {
    if let relation = mark.flatMap(Claim.Relation.init) {
      tokens.removeFirst()
      return .comparison(number(left), relation, number(try sum()))
    }
    if takes("~") {
      let right = try sum()
      try expect("±", .tolerance)
      return .near(number(left), number(right), try tolerance())
    }
    return takes("in") ? .within(number(left), try interval()) : nil
  }

  private mutating func tolerance() throws(ClaimMistake) -> Claim.Tolerance {
    let start = offset
    if case .percent(let percent) = tokens.first?.kind,
      !Claim.Operator.allCases.map(\.rawValue).contains(tokens.dropFirst().first?.text)
    {
      tokens.removeFirst()
      return .relative(percent: percent)
    }
    let width = number(try sum())
    if !width.namesMetric, width.constant < 0 { report(.negativeTolerance, at: start) }
    return .absolute(width)
  }

  private mutating func interval() throws(ClaimMistake) -> Claim.Interval {
    let start = offset
    let includesLower = mark == "["
    guard takes("[") || takes("(") else { throw missing(.interval) }
    let lower = number(try sum())
    try expect(",", .comma)
    let upper = number(try sum())
    let includesUpper = mark == "]"
    guard takes("]") || takes(")") else { throw missing(.intervalEnd) }
    let interval = Claim.Interval(
      lower: lower, upper: upper, includesLower: includesLower, includesUpper: includesUpper)
    if interval.isEmptyForSure { report(.emptyInterval, at: start) }
    return interval
  }
}

extension Claim.Interval {
  fileprivate var isEmptyForSure: Bool {
    guard !lower.namesMetric, !upper.namesMetric else { return false }
    return includesLower && includesUpper
      ? lower.constant > upper.constant : lower.constant >= upper.constant
  }
}

extension Claim.Expression {
  /// The value of an expression without metrics.
  fileprivate var constant: Double { value { _ in .nan } }
}
