/// A claim against what was measured.
public struct ClaimCheck: Sendable, Equatable {
  /// What was claimed.
  public var claim: Claim
  /// The metrics that it names, in order of appearance, each once.
  public var measured: [Measurement]
  /// The comparison that decided: for `and` the one with the least room, for `or` the one with the
  /// most, always one that agrees with the outcome.
  public var decision: Decision

  /// Whether the claim is right.
  public var holds: Bool { decision.holds }

  /// How far the compared value is from its bound, in the unit of what is compared: the room that
  /// is left if the claim holds, else minus what is missing; NaN if something compared is NaN.
  public var margin: Double { decision.margin }

  /// A claim with its outcome.
  public init(claim: Claim, measured: [Measurement], decision: Decision) {
    self.claim = claim
    self.measured = measured
    self.decision = decision
  }
}

extension ClaimCheck {
  /// A metric and its value.
  public struct Measurement: Sendable, Equatable {
    /// What was measured.
    public var metric: Claim.Metric
    /// Its value; may be infinite or NaN.
    public var value: Double

    /// A measured value.
    public init(metric: Claim.Metric, value: Double) {
      self.metric = metric
      self.value = value
    }
  }

  /// A comparison in numbers.
  public struct Decision: Sendable, Equatable {
    /// The side that names a metric; the left one if both do.
    public var value: Double
    /// What it has to be, where `not` is already worked in: `not loss < 1` demands `.atLeast`.
    public var demand: Demand
    /// The other side.
    public var bound: Double
    /// Whether the value is as demanded; never if a number is NaN.
    public var holds: Bool
    /// The distance of the value from the bound as `ClaimCheck.margin` counts it.
    public var margin: Double

    /// A comparison with its outcome.
    public init(value: Double, demand: Demand, bound: Double, holds: Bool, margin: Double) {
      self.value = value
      self.demand = demand
      self.bound = bound
      self.holds = holds
      self.margin = margin
    }
  }

  /// What a value has to be, seen from its bound.
  public enum Demand: Sendable, Equatable {
    /// As a relation says; an end of an interval is one too.
    case relation(Claim.Relation)
    /// Within a tolerance.
    case near
    /// Beyond a tolerance: `not a ~ b ± 0.1`.
    case apart
  }
}
