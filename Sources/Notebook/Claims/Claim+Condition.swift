extension Claim {
  /// What a claim says: comparisons, joined as in Python.
  public indirect enum Condition: Sendable, Equatable {
    /// `a < b`
    case comparison(Expression, Relation, Expression)
    /// `a ~ b ± tolerance`: the two differ by no more than that.
    case near(Expression, Expression, Tolerance)
    /// `a in [b, c]`
    case within(Expression, Interval)
    /// `not a`
    case not(Condition)
    /// `a and b`
    case and(Condition, Condition)
    /// `a or b`
    case or(Condition, Condition)
  }

  /// How two numbers are compared.
  public enum Relation: String, Sendable, CaseIterable {
    /// Below.
    case less = "<"
    /// Below or equal.
    case atMost = "<="
    /// Above.
    case greater = ">"
    /// Above or equal.
    case atLeast = ">="
    /// Equal, to the last bit.
    case equal = "=="
    /// Different.
    case notEqual = "!="
  }

  /// The half width behind `±`.
  public enum Tolerance: Sendable, Equatable {
    /// In the unit of what is compared: `± 1e-3`.
    case absolute(Expression)
    /// A share of the magnitude of the right side, in percent: `± 5%`.
    case relative(percent: Double)
  }

  /// `[0, 1]`, or `(0, 1]` without its lower end.
  public struct Interval: Sendable, Equatable {
    /// The lower end.
    public var lower: Expression
    /// The upper end.
    public var upper: Expression
    /// Whether the lower end belongs to it: `[` does say so, `(` does not.
    public var includesLower: Bool
    /// Whether the upper end belongs to it: `]` does say so, `)` does not.
    public var includesUpper: Bool

    /// An interval; both ends belong to it unless it is said otherwise.
    public init(
      lower: Expression, upper: Expression, includesLower: Bool = true, includesUpper: Bool = true
    ) {
      self.lower = lower
      self.upper = upper
      self.includesLower = includesLower
      self.includesUpper = includesUpper
    }
  }
}

extension Claim.Relation {
  /// The relation that holds where this one does not; no number may be NaN.
  var opposite: Claim.Relation {
    switch self {
    case .less: .atLeast
    case .atMost: .greater
    case .greater: .atMost
    case .atLeast: .less
    case .equal: .notEqual
    case .notEqual: .equal
    }
  }

  /// The same said from the other side: `0.01 > loss` is `loss < 0.01`.
  var mirrored: Claim.Relation {
    switch self {
    case .less: .greater
    case .atMost: .atLeast
    case .greater: .less
    case .atLeast: .atMost
    case .equal, .notEqual: self
    }
  }
}
