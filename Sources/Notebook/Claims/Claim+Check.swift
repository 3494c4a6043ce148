extension Claim {
  /// Compares what was measured with what was claimed.
  ///
  /// `a ~ b ± t` holds if `|a - b| <= t`, where `t` of `± 5%` is `0.05 |b|`. A claim fails if
  /// anything that it compares is NaN, also under `not` and beside an `or` that would hold.
  ///
  /// - Parameter lookup: the value of the metric called so, of the block with that label; the label
  ///   is nil for the block that holds the claim.
  /// - Throws: every metric for which `lookup` throws.
  public func check(
    lookup: (_ label: String?, _ metric: String) throws(MetricFailure) -> Double
  ) throws(ClaimFailure) -> ClaimCheck {
    var (measured, missing): ([ClaimCheck.Measurement], [ClaimFailure.Missing]) = ([], [])
    for mention in mentions {
      let metric = mention.metric
      do throws(MetricFailure) {
        let value = try lookup(metric.label, metric.name)
        measured.append(ClaimCheck.Measurement(metric: metric, value: value))
      } catch {
        missing.append(ClaimFailure.Missing(mention: mention, failure: error))
      }
    }
    guard missing.isEmpty else { throw ClaimFailure(claim: self, missing: missing) }
    let decision = condition.decision { metric in
      measured.first { $0.metric == metric }?.value ?? .nan
    }
    return ClaimCheck(claim: self, measured: measured, decision: decision)
  }
}
