/// One item of `expect:`: what must be true of the results, such as `best-rate > 0.01`.
public struct Claim: Sendable, Equatable {
  /// The claim as written, in one line, without outer spaces.
  public var text: String
  /// What must be true.
  public var condition: Condition
  /// The metrics it names, in order of appearance, each once; at least one.
  public var mentions: [Mention]
  /// Where the item begins.
  public var position: SourcePosition

  /// A claim.
  public init(
    text: String, condition: Condition, mentions: [Mention], position: SourcePosition
  ) {
    self.text = text
    self.condition = condition
    self.mentions = mentions
    self.position = position
  }
}

extension Claim {
  /// The name of a result: `best-rate`, or `fig-sweep.best-rate` for one of another block.
  public struct Metric: Sendable, Hashable {
    /// The label of the block that measures it; nil for the claim's own block.
    public var label: String?
    /// What the block calls it.
    public var name: String

    /// A metric of the block called `label`; without that, of the block that holds the claim.
    public init(label: String? = nil, name: String) {
      self.label = label
      self.name = name
    }

    /// As it stands in a claim: `fig-sweep.best-rate`.
    public var text: String { label.map { "\($0).\(name)" } ?? name }
  }

  /// A metric and where the claim names it first.
  public struct Mention: Sendable, Equatable {
    /// The metric.
    public var metric: Metric
    /// Where its name begins in the notebook.
    public var position: SourcePosition

    /// A metric at a place.
    public init(metric: Metric, position: SourcePosition) {
      self.metric = metric
      self.position = position
    }
  }
}

extension Claim.Metric {
  /// The metric that a word of a claim means; nil if it can be no name.
  ///
  /// The first dot ends a label if a metric's name stands behind it: `layer.2.weight[0]` is a
  /// metric of the block itself, because `2.weight[0]` begins with a digit.
  init?(word: String) {
    guard MetricName.isValid(word) else { return nil }
    self.init(name: word)
    guard let dot = word.firstIndex(of: ".") else { return }
    let (before, behind) = (String(word[..<dot]), String(word[dot...].dropFirst()))
    guard Label.isValid(before), MetricName.isValid(behind) else { return }
    self.init(label: before, name: behind)
  }
}

extension Claim {
  /// As much of a claim's text as a message shows: 60 characters.
  static func shortText(_ text: String) -> String {
    text.count > 60 ? "\(text.prefix(60))…" : text
  }
}
