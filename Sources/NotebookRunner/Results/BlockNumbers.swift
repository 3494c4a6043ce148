import Experiments
import Plotting

/// The numbers of a block and what they depend on, without drawings: what is compared and kept in git.
public struct BlockNumbers: Equatable, Sendable {
  /// A named number.
  public struct Metric: Equatable, Sendable {
    /// As it is written in claims: `best-rate`.
    public var name: String
    /// Its value.
    public var number: ExactNumber

    /// A named number.
    public init(name: String, number: ExactNumber) {
      self.name = name
      self.number = number
    }
  }

  /// The label; of a block without one its kind and number, as in `train 3`.
  public var name: String
  /// All that the numbers depend on but the build of nnbook: experiment, seed, options, data, runs.
  public var dependencies: [KeyPart]
  /// In the order of the experiment, each name once.
  public var metrics: [Metric]
  /// One for each figure.
  public var tables: [NumberTable]
  /// The headings of what went wrong.
  public var diagnoses: [String]

  /// The numbers of a block.
  public init(
    name: String, dependencies: [KeyPart] = [], metrics: [Metric] = [],
    tables: [NumberTable] = [], diagnoses: [String] = []
  ) {
    self.name = name
    self.dependencies = dependencies
    self.metrics = metrics
    self.tables = tables
    self.diagnoses = diagnoses
  }

  /// The numbers of a result.
  init(name: String, dependencies: [KeyPart], _ result: ExperimentResult) {
    var names: Set<String> = []
    self.init(
      name: name, dependencies: dependencies,
      metrics: result.metrics.compactMap { metric in
        guard names.insert(String(metric.name)).inserted else { return nil }
        return Metric(name: String(metric.name), number: ExactNumber(metric.value))
      },
      tables: result.figures.map { NumberTable($0) },
      diagnoses: result.diagnoses.map { String($0.heading) })
  }
}
