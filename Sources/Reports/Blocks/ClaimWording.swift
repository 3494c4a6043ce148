import Experiments
import Notebook
import Plotting

/// Puts a checked claim into words.
struct ClaimWording {
  /// The result that the metrics are from; it knows which of them are counts.
  let result: ExperimentResult?

  /// "measured **0.0112**", with the other side if that was measured too.
  func measured(_ check: ClaimCheck) -> HTML {
    let (value, bound) = printed(check)
    guard case .metric = check.claim.left, case .metric = check.claim.right else {
      return "measured <b>\(value)</b>"
    }
    return "measured <b>\(value)</b> against <b>\(bound)</b>"
  }

  /// Why the claim does not hold, one sentence: "Over the bound by 0.0012."
  func reason(_ check: ClaimCheck) -> String {
    guard !check.measured.isNaN, !check.bound.isNaN else { return "There is no number to compare." }
    let distance = check.measured - check.bound
    switch relation(check.claim) {
    case .less, .atMost: return missed("Over", by: distance)
    case .greater, .atLeast: return missed("Under", by: distance)
    case .equal: return "Off by \(size(distance))."
    case .notEqual: return "Equal to the bound."
    case .near:
      return "Outside the tolerance by \(size(distance.magnitude - check.claim.tolerance))."
    }
  }

  private func missed(_ side: String, by distance: Double) -> String {
    guard distance.isFinite else { return "\(side) every bound." }
    return distance == 0 ? "Equal to the bound." : "\(side) the bound by \(size(distance))."
  }

  /// The relation of the measured side to the other: `0.01 > loss` says that the loss is less.
  private func relation(_ claim: Claim) -> Claim.Relation {
    guard case .number = claim.left, case .metric = claim.right else { return claim.relation }
    switch claim.relation {
    case .less: return .greater
    case .atMost: return .atLeast
    case .greater: return .less
    case .atLeast: return .atMost
    case .equal, .notEqual, .near: return claim.relation
    }
  }

  private func size(_ distance: Double) -> String {
    String("\(distance.magnitude, digits: 2)" as Text)
  }

  /// Both sides with three significant digits, or as many more as it takes to tell them apart.
  private func printed(_ check: ClaimCheck) -> (value: String, bound: String) {
    if isCount(check.claim.left) || isCount(check.claim.right) {
      return (whole(check.measured), whole(check.bound))
    }
    for digits in 3...9 {
      let value = String("\(check.measured, digits: digits)" as Text)
      let bound = String("\(check.bound, digits: digits)" as Text)
      if value != bound || check.measured == check.bound || digits == 9 { return (value, bound) }
    }
    return ("", "")
  }

  private func isCount(_ term: Claim.Term) -> Bool {
    guard case .metric(let name) = term else { return false }
    let text = Text(Array(name.utf8))
    return result?.metrics.first { $0.name == text }?.style == .whole
  }

  private func whole(_ number: Double) -> String { String("\(number, decimals: 0)" as Text) }
}
