public import Plotting

/// What an experiment found: numbers first, figures made from them.
public struct ExperimentResult: Sendable {
  /// Named numbers for prose and claims, in the order in which `describe` lists them.
  public var metrics: [Metric]
  /// The figures; the first one carries the block's label.
  public var figures: [Figure]
  /// What went wrong in a way that is a result: divergence, dead units.
  public var diagnoses: [Diagnosis]
  /// Whether nothing came of it: the only network diverged, or all did.
  public var diverged: Bool
  /// The points of the plane that were learnt from and judged by, each with its class, for readers
  /// who want to go on with them; empty where they are of no use.
  public var points: [[Double]] = []
  /// What the numbers of options would be to go on from here: readers change one of them.
  public var numbers: [OptionValue.Entry] = []

  /// A result.
  public init(
    metrics: [Metric] = [], figures: [Figure] = [], diagnoses: [Diagnosis] = [],
    diverged: Bool = false
  ) {
    self.metrics = metrics
    self.figures = figures
    self.diagnoses = diagnoses
    self.diverged = diverged
  }

  /// The value of a metric, or nil if the result has none of that name.
  public func metric(_ name: Text) -> Double? {
    for metric in metrics where metric.name == name { return metric.value }
    return nil
  }
}

/// A named number.
public struct Metric: Sendable {
  /// As it is written in claims and prose: `best-rate`, `output[0]`.
  public var name: Text
  /// The number; may be infinite or NaN after a divergence.
  public var value: Double
  /// How the prose prints it when it gives no format.
  public var style: Style

  /// How a number is printed.
  public enum Style: Sendable {
    /// A count: no decimals.
    case whole
    /// Three significant digits.
    case measured
    /// A share of 1, printed as `97.3 %`.
    case percent
  }

  /// A named number.
  public init(_ name: Text, _ value: Double, _ style: Style = .measured) {
    self.name = name
    self.value = value
    self.style = style
  }

  /// The number as prose shows it.
  public var printed: Text {
    switch style {
    case .whole: return "\(value, decimals: 0)"
    case .measured: return "\(value, digits: 3)"
    case .percent: return "\(value * 100, decimals: 1) %"
    }
  }
}

/// A run that went wrong, explained.
public struct Diagnosis: Sendable {
  /// "Diverged at step 7: rate 0.46, 1 of 5 seeds".
  public var heading: Text
  /// Terms and what they say: Where, First sign, Likely cause, Try.
  public var entries: [(term: Text, description: Text)]
  /// A small curve of the log loss, 132 × 40.
  public var curve: Panel?

  /// A diagnosis.
  public init(
    heading: Text, entries: [(term: Text, description: Text)], curve: Panel? = nil
  ) {
    self.heading = heading
    self.entries = entries
    self.curve = curve
  }
}
