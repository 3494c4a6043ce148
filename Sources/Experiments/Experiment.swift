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
  private let work: @Sendable (Options, Context) throws(ExperimentError) -> ExperimentResult

  /// An experiment; `seed` is added to its options.
  public init(
    _ name: Name, _ summary: StaticString, section: StaticString, options: [ExperimentOption],
    metrics: [(name: StaticString, meaning: StaticString)],
    run: @escaping @Sendable (Options, Context) throws(ExperimentError) -> ExperimentResult
  ) {
    self.name = name
    self.summary = summary
    self.section = section
    self.options = options + [.seed]
    self.metrics = metrics
    work = run
  }

  /// Validates what a user wrote.
  ///
  /// - Returns: the options, and every problem found; with problems they must not be run.
  public func read(_ given: OptionValue) -> (options: Options, problems: [OptionProblem]) {
    var reader = OptionReader()
    let options = reader.read(self.options, of: name.text, from: given)
    return (options, reader.problems)
  }

  /// Runs the experiment; the same options, seed and data give the same bytes.
  ///
  /// - Throws: `ExperimentError` if the options do not fit each other or the data.
  public func run(_ options: Options, _ context: Context) throws(ExperimentError)
    -> ExperimentResult
  {
    try work(options, context)
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

  /// An error at an option.
  static func conflict(_ sentence: Text, at place: OptionValue.Place?) -> ExperimentError {
    .problem(OptionProblem(.conflict(sentence), at: place))
  }
}
