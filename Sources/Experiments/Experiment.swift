public import NeuralNet
public import Plotting

/// A kind of experiment as a value: its name, its options and its work.
public struct Experiment: Sendable {
  /// The word in the braces.
  public let name: Name
  /// One line for `list`, without a full stop.
  public let summary: StaticString
  /// The section of the guide that it illustrates.
  public let section: StaticString
  /// What it can be told, `seed` included.
  public let options: [ExperimentOption]
  /// The metrics it returns, for `describe`: name and meaning.
  public let metrics: [(name: StaticString, meaning: StaticString)]
  /// Whether readers of a live figure go through the work step by step, with buttons of their own.
  public let stepsByHand: Bool
  let work: ExperimentWork

  /// A quick experiment, which is simply run again; `seed` is added to its options.
  public init(
    _ name: Name, _ summary: StaticString, section: StaticString, options: [ExperimentOption],
    metrics: [(name: StaticString, meaning: StaticString)],
    run: @escaping @Sendable (Options, Context) throws(ExperimentError) -> ExperimentResult
  ) {
    self.init(
      name, summary, section: section, options: options, metrics: metrics, work: ExperimentWork(run)
    )
  }

  init(
    _ name: Name, _ summary: StaticString, section: StaticString, options: [ExperimentOption],
    metrics: [(name: StaticString, meaning: StaticString)], stepsByHand: Bool = false,
    work: ExperimentWork
  ) {
    self.name = name
    self.summary = summary
    self.section = section
    self.options = options + [.seed]
    self.metrics = metrics
    self.stepsByHand = stepsByHand
    self.work = work
  }

  /// Validates what a user wrote.
  ///
  /// - Parameter layers: the layers that networks may have.
  /// - Returns: the options, and every problem found; with problems they must not be run.
  public func read(
    _ given: OptionValue, layers: Catalog<Layer> = Catalogs.layers
  ) -> (options: Options, problems: [OptionProblem]) {
    var reader = OptionReader(layers: layers)
    let options = reader.read(self.options, of: name.text, from: given)
    return (options, reader.problems)
  }

  /// The experiment called `name`.
  public static func named(_ name: Text) -> Experiment? {
    for experiment in all where experiment.name.matches(name) { return experiment }
    return nil
  }
}

/// Why an experiment could not run.
public enum ExperimentError: Error, Sendable {
  /// Options that are each right do not fit each other or the data.
  case problem(OptionProblem)
  /// The context said to stop.
  case cancelled
  /// A stored record is not what the experiment put into it.
  case damagedRecord

  /// An error at an option.
  static func conflict(_ sentence: Text, at place: OptionValue.Place?) -> ExperimentError {
    .problem(OptionProblem(.conflict(sentence), at: place))
  }
}
