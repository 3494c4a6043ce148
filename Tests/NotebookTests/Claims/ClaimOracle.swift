import Foundation
import Notebook

/// Checks printed claims in another way than the product: it cuts the text at the operator that
/// binds least, and never builds a tree.
struct ClaimOracle {
  typealias Tokens = ArraySlice<Substring>

  /// Whether it holds, and the room; both nil if a number that is compared is NaN.
  struct Verdict {
    var holds: Bool
    var margin: Double
  }

  let values: [String: Double]

  func verdict(_ text: String) -> Verdict? { condition(text.split(separator: " ")[...]) }

  private func condition(_ tokens: Tokens) -> Verdict? {
    if let (left, right) = cut(tokens, at: ["or"]) {
      return joined(condition(left), condition(right)) { a, b in
        Verdict(holds: a.holds || b.holds, margin: max(a.margin, b.margin))
      }
    }
    if let (left, right) = cut(tokens, at: ["and"]) {
      return joined(condition(left), condition(right)) { a, b in
        Verdict(holds: a.holds && b.holds, margin: min(a.margin, b.margin))
      }
    }
    if tokens.first == "not" {
      return condition(tokens.dropFirst()).map { Verdict(holds: !$0.holds, margin: -$0.margin) }
    }
    return comparison(tokens)
  }

  private func joined(
    _ left: Verdict?, _ right: Verdict?, _ join: (Verdict, Verdict) -> Verdict
  ) -> Verdict? {
    guard let left, let right else { return nil }
    return join(left, right)
  }

  private func comparison(_ tokens: Tokens) -> Verdict? {
    if let (left, right) = cut(tokens, at: ["~"]) { return nearness(left, right) }
    if let (value, interval) = cut(tokens, at: ["in"]) { return membership(value, interval) }
    guard let (left, right) = cut(tokens, at: ["<", "<=", ">", ">=", "==", "!="]) else {
      return condition(tokens.dropFirst().dropLast())
    }
    return relation(number(left), tokens[left.endIndex], number(right))
  }

  private func relation(_ a: Double, _ sign: Substring, _ b: Double) -> Verdict? {
    guard !a.isNaN, !b.isNaN else { return nil }
    let gap = a == b ? 0 : b - a
    return switch sign {
    case "<": Verdict(holds: a < b, margin: gap)
    case "<=": Verdict(holds: a <= b, margin: gap)
    case ">": Verdict(holds: a > b, margin: -gap)
    case ">=": Verdict(holds: a >= b, margin: -gap)
    case "==": Verdict(holds: a == b, margin: -abs(gap))
    default: Verdict(holds: a != b, margin: abs(gap))
    }
  }

  private func nearness(_ left: Tokens, _ rest: Tokens) -> Verdict? {
    guard let (right, width) = cut(rest, at: ["±"]), let last = width.last else { return nil }
    let (a, b) = (number(left), number(right))
    let isRelative = width.count == 1 && last.hasSuffix("%")
    let limit =
      isRelative ? (Double(last.dropLast()) ?? .nan) / 100 * abs(b) : number(width)
    guard !a.isNaN, !b.isNaN, !limit.isNaN else { return nil }
    let distance = a == b ? 0 : abs(a - b)
    let room = distance == .infinity ? -Double.infinity : limit - distance
    return Verdict(holds: room >= 0, margin: room)
  }

  private func membership(_ value: Tokens, _ interval: Tokens) -> Verdict? {
    guard let (lower, upper) = cut(interval.dropFirst().dropLast(), at: [","]) else { return nil }
    let isAbove = relation(number(value), interval.first == "[" ? ">=" : ">", number(lower))
    let isBelow = relation(number(value), interval.last == "]" ? "<=" : "<", number(upper))
    return joined(isAbove, isBelow) { a, b in
      Verdict(holds: a.holds && b.holds, margin: min(a.margin, b.margin))
    }
  }
}

// MARK: - Numbers

extension ClaimOracle {
  private func number(_ tokens: Tokens) -> Double {
    if let (left, right) = cut(tokens, at: ["+", "-"]) {
      let (a, b) = (number(left), number(right))
      return tokens[left.endIndex] == "+" ? a + b : a - b
    }
    if let (left, right) = cut(tokens, at: ["*", "/"]) {
      let (a, b) = (number(left), number(right))
      return tokens[left.endIndex] == "*" ? a * b : a / b
    }
    guard let first = tokens.first else { return .nan }
    if first == "-" { return -number(tokens.dropFirst()) }
    if first == "(" { return number(tokens.dropFirst().dropLast()) }
    if tokens.count > 1 { return call(first, arguments(tokens.dropFirst(2).dropLast())) }
    return values[String(first)] ?? Double(first) ?? .nan
  }

  private func arguments(_ tokens: Tokens) -> [Double] {
    guard let (left, right) = cut(tokens, at: [","]) else { return [number(tokens)] }
    return arguments(left) + [number(right)]
  }

  private func call(_ name: Substring, _ arguments: [Double]) -> Double {
    if arguments.contains(where: \.isNaN) { return .nan }
    return switch name {
    case "abs": Foundation.fabs(arguments[0])
    case "sqrt": Foundation.sqrt(arguments[0])
    case "log10": Foundation.log10(arguments[0])
    case "min": arguments.sorted()[0]
    default: arguments.sorted().reversed()[0]
    }
  }

  /// Both sides of the last of `signs` outside of brackets; nil if there is none. A minus at the
  /// start or behind an operator is a sign of its number.
  private func cut(_ tokens: Tokens, at signs: [String]) -> (Tokens, Tokens)? {
    var depth = 0
    for index in tokens.indices.reversed() {
      let token = tokens[index]
      if [")", "]"].contains(token) { depth += 1 }
      if ["(", "["].contains(token) { depth -= 1 }
      guard depth == 0, signs.contains(String(token)), index > tokens.startIndex else { continue }
      if token == "-", "+-*/".contains(tokens[index - 1]) { continue }
      return (tokens[..<index], tokens[(index + 1)...])
    }
    return nil
  }
}
