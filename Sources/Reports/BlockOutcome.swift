public import Experiments
public import Notebook

/// What came of one block.
public struct BlockOutcome: Sendable {
  /// The numbers and figures; nil if the block did not run or failed.
  public var result: ExperimentResult?
  /// Its claims against what was measured; empty if there was nothing to measure.
  public var checks: [ClaimCheck]
  /// What is wrong with the block, shown where it stands.
  public var diagnostics: [Diagnostic]
  /// What the page needs to run the block again; nil if readers cannot operate it.
  public var live: LiveBlock?

  /// An outcome; without arguments that of a block that did not run.
  public init(
    result: ExperimentResult? = nil, checks: [ClaimCheck] = [], diagnostics: [Diagnostic] = [],
    live: LiveBlock? = nil
  ) {
    self.result = result
    self.checks = checks
    self.diagnostics = diagnostics
    self.live = live
  }

  /// Whether the block stopped with an error.
  var failed: Bool { diagnostics.contains { $0.severity == .error } }
}
