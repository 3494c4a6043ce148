import Notebook

/// Writes claims back as text, a space between any two tokens.
struct ClaimPrinter {
  /// Whether every operation stands in parentheses, or only where precedence asks for it.
  let isFull: Bool

  func text(_ condition: Claim.Condition, above level: Int = 0) -> String {
    switch condition {
    case .or(let left, let right):
      parenthesized("\(text(left, above: 0)) or \(text(right, above: 1))", 1, level)
    case .and(let left, let right):
      parenthesized("\(text(left, above: 1)) and \(text(right, above: 2))", 2, level)
    case .not(let operand): parenthesized("not \(text(operand, above: 2))", 3, level)
    case .comparison(let left, let relation, let right):
      parenthesized("\(text(left)) \(relation.rawValue) \(text(right))", 4, level)
    case .near(let left, let right, let tolerance):
      parenthesized("\(text(left)) ~ \(text(right)) ± \(text(tolerance))", 4, level)
    case .within(let value, let interval):
      parenthesized("\(text(value)) in \(text(interval))", 4, level)
    }
  }

  private func text(_ tolerance: Claim.Tolerance) -> String {
    switch tolerance {
    case .absolute(let width): text(width)
    case .relative(let percent): "\(percent)%"
    }
  }

  private func text(_ interval: Claim.Interval) -> String {
    let (open, close) = (
      interval.includesLower ? "[" : "(", interval.includesUpper ? "]" : ")"
    )
    return "\(open) \(text(interval.lower)) , \(text(interval.upper)) \(close)"
  }

  func text(_ expression: Claim.Expression, above level: Int = 4) -> String {
    switch expression {
    case .number(let number): "\(number)"
    case .metric(let metric): metric.text
    case .negative(let operand): parenthesized("- \(text(operand, above: 6))", 7, level)
    case .operation(let left, let sign, let right):
      switch sign {
      case .plus, .minus: operation(left, sign, right, 5, level)
      case .times, .over: operation(left, sign, right, 6, level)
      }
    case .call(let function, let arguments):
      "\(function) ( " + arguments.map { text($0) }.joined(separator: " , ") + " )"
    }
  }

  private func operation(
    _ left: Claim.Expression, _ sign: Claim.Operator, _ right: Claim.Expression, _ own: Int,
    _ level: Int
  ) -> String {
    let (a, b) = (text(left, above: own - 1), text(right, above: own))
    return parenthesized("\(a) \(sign.rawValue) \(b)", own, level)
  }

  private func parenthesized(_ text: String, _ own: Int, _ level: Int) -> String {
    isFull || own <= level ? "( \(text) )" : text
  }
}
