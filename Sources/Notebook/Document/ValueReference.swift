/// A result in the prose: `` `{fig-sweep.best-rate | %.3g}` ``.
public struct ValueReference: Sendable, Equatable {
  /// The label of the block.
  public var label: String
  /// The metric's name.
  public var metric: String
  /// A printf format for one floating-point number, validated: `%.3g`; nil for the metric's own.
  public var format: String?
  /// Where the code span begins.
  public var position: SourcePosition

  /// A reference to a result.
  public init(label: String, metric: String, format: String?, position: SourcePosition) {
    self.label = label
    self.metric = metric
    self.format = format
    self.position = position
  }
}
