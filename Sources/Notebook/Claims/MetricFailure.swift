/// Why a metric has no value.
public enum MetricFailure: Error, Equatable, Sendable {
  /// Its block measures nothing of that name.
  case unknownMetric(known: [String])
  /// No block has its label.
  case unknownLabel(known: [String])
  /// Its block stopped with an error, which is told where the block stands.
  case blockFailed
  /// Its block was not run: `eval: false`.
  case blockNotRun
}

/// A claim that cannot be checked.
public struct ClaimFailure: Error, Equatable, Sendable {
  /// The claim.
  public var claim: Claim
  /// Each metric without a value, in order of appearance; never empty.
  public var missing: [Missing]

  /// A mention of a metric that has no value.
  public struct Missing: Equatable, Sendable {
    /// The metric and its place.
    public var mention: Claim.Mention
    /// Why it has none.
    public var failure: MetricFailure

    /// A metric without a value.
    public init(mention: Claim.Mention, failure: MetricFailure) {
      self.mention = mention
      self.failure = failure
    }
  }

  /// A claim of which at least one metric has no value.
  public init(claim: Claim, missing: [Missing]) {
    self.claim = claim
    self.missing = missing
  }
}

extension ClaimFailure {
  /// One error for each metric without a value, at its name.
  ///
  /// - Parameter path: the file of the claim, as the user named it.
  public func diagnostics(path: String) -> [Diagnostic] {
    missing.map { missing in
      let (message, note) = missing.words
      return Diagnostic(
        path: path, position: missing.mention.position,
        message: "the claim '\(Claim.shortText(claim.text))' \(message)", note: note)
    }
  }
}

extension ClaimFailure.Missing {
  /// For a sentence that begins "the claim … ".
  fileprivate var words: (message: String, note: String?) {
    let metric = mention.metric
    let owner = metric.label.map { "block '\($0)'" } ?? "this block"
    return switch failure {
    case .unknownMetric(let known):
      (
        "names no metric of \(owner): '\(metric.name)'",
        suggestion(for: metric.name, among: known) ?? "it has none"
      )
    case .unknownLabel(let known):
      (
        "names '\(metric.text)', but no block is called '\(metric.label ?? "")'",
        suggestion(for: metric.label ?? "", among: known)
      )
    case .blockFailed: ("needs '\(metric.text)', but \(owner) failed", nil)
    case .blockNotRun: ("needs '\(metric.text)', but \(owner) was not run", nil)
    }
  }
}
