extension Claim.Condition {
  /// The comparison that decides, `not` worked in.
  ///
  /// By de Morgan's rules, which are exact here: where a number is NaN, the whole claim fails.
  ///
  /// - Parameters:
  ///   - isDenied: whether the opposite is claimed.
  ///   - measured: the value of a metric.
  func decision(
    isDenied: Bool = false, _ measured: (Claim.Metric) -> Double
  ) -> ClaimCheck.Decision {
    switch self {
    case .comparison(let left, let relation, let right):
      return ClaimCheck.Decision(
        left, isDenied ? relation.opposite : relation, right, measured)
    case .near(let left, let right, let tolerance):
      return ClaimCheck.Decision(left, right, within: tolerance, isDenied, measured)
    case .within(let value, let interval):
      return interval.condition(on: value).decision(isDenied: isDenied, measured)
    case .not(let operand): return operand.decision(isDenied: !isDenied, measured)
    case .and(let left, let right), .or(let left, let right):
      let first = left.decision(isDenied: isDenied, measured)
      let second = right.decision(isDenied: isDenied, measured)
      if first.margin.isNaN || second.margin.isNaN { return first.margin.isNaN ? first : second }
      return needsBoth != isDenied
        ? second.isBetter(than: first) ? first : second
        : second.isBetter(than: first) ? second : first
    }
  }

  private var needsBoth: Bool {
    if case .and = self { return true }
    return false
  }
}

extension Claim.Interval {
  /// `value >= lower and value <= upper`, or without the ends that do not belong to it.
  fileprivate func condition(on value: Claim.Expression) -> Claim.Condition {
    .and(
      .comparison(value, includesLower ? .atLeast : .greater, lower),
      .comparison(value, includesUpper ? .atMost : .less, upper))
  }
}

// MARK: - One comparison

extension ClaimCheck.Decision {
  fileprivate init(
    _ left: Claim.Expression, _ relation: Claim.Relation, _ right: Claim.Expression,
    _ measured: (Claim.Metric) -> Double
  ) {
    // The measured side is told first: of `0.01 > loss` that the loss is above its bound.
    let isTurned = !left.namesMetric && right.namesMetric
    let (value, bound) = isTurned ? (right, left) : (left, right)
    self.init(
      value.value(measured), isTurned ? relation.mirrored : relation, bound.value(measured))
  }

  private init(_ value: Double, _ relation: Claim.Relation, _ bound: Double) {
    // ∞ − ∞ is NaN, but there is no distance between equals.
    let excess = value == bound ? 0 : value - bound
    let (isRight, margin) =
      switch relation {
      case .less: (value < bound, -excess)
      case .atMost: (value <= bound, -excess)
      case .greater: (value > bound, excess)
      case .atLeast: (value >= bound, excess)
      case .equal: (value == bound, -excess.magnitude)
      case .notEqual: (value != bound, excess.magnitude)
      }
    self.init(
      value: value, demand: .relation(relation), bound: bound,
      holds: isRight && !excess.isNaN, margin: margin)
  }

  fileprivate init(
    _ left: Claim.Expression, _ right: Claim.Expression, within tolerance: Claim.Tolerance,
    _ isDenied: Bool, _ measured: (Claim.Metric) -> Double
  ) {
    let isTurned = !left.namesMetric && right.namesMetric
    let (a, b) = (left.value(measured), right.value(measured))
    let width =
      switch tolerance {
      case .absolute(let width): width.value(measured)
      case .relative(let percent): percent / 100 * b.magnitude
      }
    let distance = a == b ? 0 : (a - b).magnitude
    // No tolerance reaches from a number to infinity, not even a share of infinity.
    let room = distance.isInfinite && !width.isNaN ? -.infinity : width - distance
    self.init(
      value: isTurned ? b : a, demand: isDenied ? .apart : .near, bound: isTurned ? a : b,
      holds: isDenied ? room < 0 : room >= 0, margin: isDenied ? -room : room)
  }

  /// Whether it holds where `other` fails, or, if both do the same, has more room.
  fileprivate func isBetter(than other: ClaimCheck.Decision) -> Bool {
    holds == other.holds ? margin > other.margin : holds
  }
}
