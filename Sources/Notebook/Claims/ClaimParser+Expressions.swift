/// What is compared.
extension ClaimParser {
  /// A part that has to be a number.
  mutating func number(_ part: Part) -> Claim.Expression {
    switch part.value {
    case .expression(let expression): return expression
    case .condition:
      report(.notNumber, at: part.start)
      return .number(0)
    }
  }

  mutating func sum() throws(ClaimMistake) -> Part {
    try chain(of: [.plus, .minus]) { parser throws(ClaimMistake) in
      try parser.chain(of: [.times, .over]) { parser throws(ClaimMistake) in
        try parser.signPart()
      }
    }
  }

  /// Operands with any of `operators` between them, grouped from the left.
  private mutating func chain(
    of operators: [Claim.Operator], operand: (inout ClaimParser) throws(ClaimMistake) -> Part
  ) throws(ClaimMistake) -> Part {
    var left = try operand(&self)
    while let sign = mark.flatMap(Claim.Operator.init), operators.contains(sign) {
      tokens.removeFirst()
      let right = try operand(&self)
      let value = Claim.Expression.operation(number(left), sign, number(right))
      left = part(.expression(value), from: left.start)
    }
    return left
  }

  private mutating func signPart() throws(ClaimMistake) -> Part {
    let start = offset
    let isNegative = mark == "-"
    guard takes("-") || takes("+") else { return try term() }
    let operand = number(try deeper { parser throws(ClaimMistake) in try parser.signPart() })
    return part(.expression(isNegative ? .negative(operand) : operand), from: start)
  }

  private mutating func term() throws(ClaimMistake) -> Part {
    let start = offset
    if takes("(") {
      let inside = try deeper { parser throws(ClaimMistake) in try parser.disjunction() }
      try expect(")", .closing)
      return part(inside.value, from: start)
    }
    guard let token = tokens.first, token.kind != .mark else { throw missing(.term) }
    tokens.removeFirst()
    return part(.expression(try value(of: token)), from: start)
  }

  private mutating func value(of token: ClaimToken) throws(ClaimMistake) -> Claim.Expression {
    switch token.kind {
    case .number(let number): return .number(number)
    case .percent(let percent): return .number(percent / 100)
    case .name, .mark:
      if takes("(") { return try call(token) }
      guard let metric = Claim.Metric(word: token.text) else { throw missing(.term) }
      if !mentions.contains(where: { $0.metric == metric }) {
        mentions.append((metric, token.offset))
      }
      return .metric(metric)
    }
  }

  private mutating func call(_ name: ClaimToken) throws(ClaimMistake) -> Claim.Expression {
    let arguments = try deeper { parser throws(ClaimMistake) in try parser.arguments() }
    guard let function = Claim.Function(rawValue: name.text) else {
      report(.unknownFunction(name.text), at: name.offset)
      return .number(0)
    }
    if !function.arguments.contains(arguments.count) {
      report(.argumentCount(function, found: arguments.count), at: name.offset)
    }
    return .call(function, arguments)
  }

  private mutating func arguments() throws(ClaimMistake) -> [Claim.Expression] {
    var arguments = [number(try sum())]
    while takes(",") { arguments.append(number(try sum())) }
    try expect(")", .closing)
    return arguments
  }
}
