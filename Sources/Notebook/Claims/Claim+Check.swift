/// A claim names a metric that the block does not have.
public struct UnknownMetric: Error, Equatable, Sendable {
  /// The name as written.
  public var name: String

  /// An unknown name.
  public init(name: String) {
    self.name = name
  }
}

extension Claim {
  /// Compares what was measured with what was claimed.
  ///
  /// `a ~ b ± t` holds if `|a - b| <= t`. A value that is not a number fulfils no claim, `!=`
  /// included.
  ///
  /// - Parameter lookup: the value of a metric, nil if there is none of that name.
  /// - Throws: `UnknownMetric` for the first name that `lookup` does not know.
  public func check(lookup: (String) -> Double?) throws(UnknownMetric) -> ClaimCheck {
    let (leftValue, rightValue) = (try left.value(lookup), try right.value(lookup))
    var (measured, bound) = (leftValue, rightValue)
    if case .number = left { (measured, bound) = (rightValue, leftValue) }
    return ClaimCheck(
      claim: self, measured: measured, bound: bound, holds: holds(leftValue, rightValue))
  }

  private func holds(_ left: Double, _ right: Double) -> Bool {
    switch relation {
    case .less: left < right
    case .atMost: left <= right
    case .greater: left > right
    case .atLeast: left >= right
    case .equal: left == right
    case .notEqual: left < right || left > right
    case .near: left == right || abs(left - right) <= tolerance
    }
  }
}

extension Claim.Term {
  fileprivate func value(_ lookup: (String) -> Double?) throws(UnknownMetric) -> Double {
    switch self {
    case .number(let number): return number
    case .metric(let name):
      guard let value = lookup(name) else { throw UnknownMetric(name: name) }
      return value
    }
  }
}
