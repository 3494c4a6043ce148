import Notebook
import TestSupport

/// Random claims, valid by construction.
struct ClaimGenerator {
  /// What the metrics of the claims are; some are no numbers to calculate with.
  static let values: [(metric: Claim.Metric, value: Double)] = [
    (.init(name: "a"), 0.5), (.init(name: "best-rate"), 0.25), (.init(name: "output[0]"), -2),
    (.init(label: "fig-x", name: "loss[1]"), 3), (.init(name: "layer.2.weight[0][1]"), 0),
    (.init(name: "in-all"), 1e-3), (.init(name: "huge"), .infinity), (.init(name: "lost"), .nan),
  ]

  private static let numbers = [0, 0.5, 1, 2, 3, 1e-3, 2.5e-7, 1e20]

  private var random: SplitMix

  init(seed: Int) { random = SplitMix(seed: UInt64(seed)) }

  mutating func condition(depth: Int) -> Claim.Condition {
    switch random.next(below: depth == 0 ? 4 : 8) {
    case 0:
      return .near(expression(depth: depth), expression(depth: depth), tolerance())
    case 1: return .within(expression(depth: depth), interval())
    case 2, 3:
      let relations = Claim.Relation.allCases
      let relation = relations[random.next(below: relations.count)]
      return .comparison(expression(depth: depth), relation, expression(depth: depth))
    case 4, 5: return .and(condition(depth: depth - 1), condition(depth: depth - 1))
    case 6: return .or(condition(depth: depth - 1), condition(depth: depth - 1))
    default: return .not(condition(depth: depth - 1))
    }
  }

  mutating func expression(depth: Int) -> Claim.Expression {
    switch random.next(below: depth == 0 ? 3 : 8) {
    case 0: return .number(Self.numbers[random.next(below: Self.numbers.count)])
    case 1, 2: return metric()
    case 3: return .negative(expression(depth: depth - 1))
    case 4: return call(depth: depth - 1)
    default:
      let signs = Claim.Operator.allCases
      return .operation(
        expression(depth: depth - 1), signs[random.next(below: signs.count)],
        expression(depth: depth - 1))
    }
  }

  private mutating func metric() -> Claim.Expression {
    // The last two are rare, since they spoil whatever they touch.
    let count = Self.values.count - (random.next(below: 8) == 0 ? 0 : 2)
    return .metric(Self.values[random.next(below: count)].metric)
  }

  private mutating func call(depth: Int) -> Claim.Expression {
    let functions = Claim.Function.allCases
    let function = functions[random.next(below: functions.count)]
    let isSingle = ![.min, .max].contains(function)
    let count = isSingle ? 1 : 2 + random.next(below: 2)
    return .call(function, (0..<count).map { _ in expression(depth: depth) })
  }

  /// With a metric in it, so that it is not below zero for sure.
  private mutating func tolerance() -> Claim.Tolerance {
    switch random.next(below: 3) {
    case 0: .relative(percent: Double(random.next(below: 300)) / 2)
    case 1: .absolute(.number(Self.numbers[random.next(below: Self.numbers.count)]))
    default: .absolute(.operation(metric(), .times, expression(depth: 1)))
    }
  }

  private mutating func interval() -> Claim.Interval {
    Claim.Interval(
      lower: .operation(metric(), .minus, expression(depth: 1)), upper: expression(depth: 1),
      includesLower: random.next(below: 2) == 0, includesUpper: random.next(below: 2) == 0)
  }
}
