/// One item of `expect:`: a metric, a relation and a bound, such as `best-rate > 0.01`.
public struct Claim: Sendable, Equatable {
  /// How the metric is compared.
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
    /// Within the tolerance: `a ~ 0.5 ± 1e-3`.
    case near = "~"
  }

  /// One side of a claim.
  public enum Term: Sendable, Equatable {
    /// The name of a result.
    case metric(String)
    /// A number; `97%` is 0.97.
    case number(Double)
  }

  /// The claim as written, without outer spaces.
  public var text: String
  /// What stands before the relation.
  public var left: Term
  /// How the two are compared.
  public var relation: Relation
  /// What stands after it.
  public var right: Term
  /// The half width after `±` of `.near`; 0 otherwise.
  public var tolerance: Double
  /// Where the item begins.
  public var position: SourcePosition

  /// A claim.
  public init(
    text: String, left: Term, relation: Relation, right: Term, tolerance: Double,
    position: SourcePosition
  ) {
    self.text = text
    self.left = left
    self.relation = relation
    self.right = right
    self.tolerance = tolerance
    self.position = position
  }
}

/// A claim against what was measured.
public struct ClaimCheck: Sendable, Equatable {
  /// What was claimed.
  public var claim: Claim
  /// The metric's value (the left one, if both sides are metrics).
  public var measured: Double
  /// The other side's value.
  public var bound: Double
  /// Whether the claim is right.
  public var holds: Bool

  /// A comparison.
  public init(claim: Claim, measured: Double, bound: Double, holds: Bool) {
    self.claim = claim
    self.measured = measured
    self.bound = bound
    self.holds = holds
  }
}
