/// One item of `expect:`: a metric, a relation and a bound, such as `best-rate > 0.01`.
public struct Claim: Sendable, Equatable {
  /// How the metric is compared.
  public enum Relation: String, Sendable, CaseIterable {
    case less = "<"
    case atMost = "<="
    case greater = ">"
    case atLeast = ">="
    case equal = "=="
    case notEqual = "!="
    /// Within the tolerance: `a ~ 0.5 ± 1e-3`.
    case near = "~"
  }

  /// One side of a claim.
  public enum Term: Sendable, Equatable {
    case metric(String)
    case number(Double)
  }

  /// The claim as written, without outer spaces.
  public var text: String
  public var left: Term
  public var relation: Relation
  public var right: Term
  /// The half width after `±` of `.near`; 0 otherwise.
  public var tolerance: Double
  public var position: SourcePosition

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
  public var claim: Claim
  /// The metric's value (the left one, if both sides are metrics).
  public var measured: Double
  /// The other side's value.
  public var bound: Double
  public var holds: Bool

  public init(claim: Claim, measured: Double, bound: Double, holds: Bool) {
    self.claim = claim
    self.measured = measured
    self.bound = bound
    self.holds = holds
  }
}
