public import Notebook
import Plotting

/// Puts a checked claim into words.
public struct ClaimWording {
  private let check: ClaimCheck

  /// The words for `check`.
  public init(_ check: ClaimCheck) { self.check = check }

  /// "0.0112"; of two metrics that are compared "0.0112 against 0.01", of others "loss 0.0112,
  /// accuracy 0.97".
  public var measured: String {
    values.map { name, value in name.map { "\($0) \(value)" } ?? value }
      .joined(separator: isDuel ? " against " : ", ")
  }

  /// Why the claim does not hold, without a full stop: "over the bound by 0.0012"; if the claim
  /// calculates or joins comparisons, with the numbers: "0.0112 is over the bound 0.01 by 0.0012".
  public var reason: String {
    guard !check.margin.isNaN else { return "there is no number to compare" }
    let (value, bound) = (printed(decision.value), printed(decision.bound))
    let isPlain = isPlain
    let subject = isPlain ? "" : "\(value) is "
    let object = isPlain ? "" : " \(bound)"
    switch decision.demand {
    case .relation(.less), .relation(.atMost): return missed("over", subject, object)
    case .relation(.greater), .relation(.atLeast): return missed("under", subject, object)
    case .relation(.equal): return isPlain ? "off by \(gap)" : "\(value) misses \(bound) by \(gap)"
    case .relation(.notEqual): return "\(subject)equal to the bound\(object)"
    case .near: return "\(subject)outside the tolerance\(of(object)) by \(gap)"
    case .apart: return "\(subject)inside the tolerance\(of(object)) by \(gap)"
    }
  }
}

// MARK: - Parts

extension ClaimWording {
  /// The measured values, with their metrics' names if there are several to tell apart.
  var values: [(name: String?, value: String)] {
    check.measured.map { (isList ? $0.metric.text : nil, printed($0.value)) }
  }

  /// Whether the claim compares two metrics and does nothing else.
  var isDuel: Bool {
    switch check.claim.condition {
    case .comparison(.metric(let left), _, .metric(let right)),
      .near(.metric(let left), .metric(let right), _):
      left != right
    default: false
    }
  }

  /// Whether there are several values to name.
  var isList: Bool { check.measured.count > 1 && !isDuel }

  /// The room that a claim has that holds; nil if the reader sees it without, from the value and
  /// the claim.
  var room: String? { check.holds && check.margin > 0 && !isPlain ? gap : nil }

  /// Whether what is compared are the measured values themselves.
  private var isPlain: Bool {
    isDuel || check.measured.count == 1 && check.measured[0].value == decision.value
  }

  private var decision: ClaimCheck.Decision { check.decision }

  private func missed(_ side: String, _ subject: String, _ object: String) -> String {
    guard check.margin.isFinite else { return "\(subject)\(side) every bound" }
    guard check.margin != 0 else { return "\(subject)equal to the bound\(object)" }
    return "\(subject)\(side) the bound\(object) by \(gap)"
  }

  private func of(_ object: String) -> String { object.isEmpty ? "" : " around\(object)" }

  /// Whether two sides are as close as was claimed: then their difference need not be seen.
  private var isNearEnough: Bool {
    if case .near = decision.demand { check.holds } else { false }
  }

  private var gap: String { String("\(check.margin.magnitude, digits: 2)" as Text) }

  /// Three significant digits; of the numbers that were compared as many more as it takes to tell
  /// them apart; all digits of a whole number.
  private func printed(_ number: Double) -> String {
    if number.rounded(.towardZero) == number, number.magnitude < 1e15 {
      return String("\(number, decimals: 0)" as Text)
    }
    let other = number == decision.value ? decision.bound : decision.value
    let isCompared = !isNearEnough && (number == decision.value || number == decision.bound)
    let digits = (3...9).first { digits in
      !isCompared || number == other
        || ("\(number, digits: digits)" as Text) != ("\(other, digits: digits)" as Text)
    }
    return String("\(number, digits: digits ?? 9)" as Text)
  }
}
