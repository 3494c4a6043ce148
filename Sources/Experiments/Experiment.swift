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
  private let work: Work

  /// What an experiment does.
  struct Work: Sendable {
    let run: @Sendable (Options, Context) throws(ExperimentError) -> ExperimentResult
    let record: @Sendable (Options, Context) throws(ExperimentError) -> RecordedResult
    let replay: @Sendable (Record, Options, Context) throws(ExperimentError) -> ExperimentResult
    let begin: @Sendable (Options, Context) throws(ExperimentError) -> ExperimentRun
    var resume: (@Sendable (Record, Options, Context) throws(ExperimentError) -> ExperimentRun)?
    var memberOptions: [Name] = []
  }

  /// A quick experiment, which is simply run again; `seed` is added to its options.
  public init(
    _ name: Name, _ summary: StaticString, section: StaticString, options: [ExperimentOption],
    metrics: [(name: StaticString, meaning: StaticString)],
    run: @escaping @Sendable (Options, Context) throws(ExperimentError) -> ExperimentResult
  ) {
    self.init(
      name, summary, section: section, options: options, metrics: metrics, work: Work(run))
  }

  init(
    _ name: Name, _ summary: StaticString, section: StaticString, options: [ExperimentOption],
    metrics: [(name: StaticString, meaning: StaticString)], stepsByHand: Bool = false, work: Work
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

  /// Runs the experiment; the same options, seed and data give the same bytes.
  ///
  /// - Throws: `ExperimentError` if the options do not fit each other or the data.
  public func run(_ options: Options, _ context: Context) throws(ExperimentError)
    -> ExperimentResult
  {
    try work.run(options, context)
  }

  /// Begins the experiment, to do it bit by bit: at its end the result is that of `run`.
  ///
  /// - Throws: `ExperimentError` if the options do not fit each other or the data.
  public func begin(_ options: Options, _ context: Context) throws(ExperimentError)
    -> ExperimentRun
  {
    try work.begin(options, context)
  }

  /// Whether a page carries the record, so that what is printed need not be computed again.
  public var isCarried: Bool { work.resume != nil }

  /// The experiment at its end, with what an earlier run of it found; nil if that is not carried.
  ///
  /// - Throws: `damagedRecord` if the record is none of this experiment's.
  public func resume(_ record: Record, _ options: Options, _ context: Context)
    throws(ExperimentError) -> ExperimentRun?
  {
    try work.resume?(record, options, context)
  }

  /// The options that may change from a run to the one that follows it.
  public var memberOptions: [Name] { work.memberOptions }

  /// Runs the experiment and keeps what its slow part found.
  public func record(_ options: Options, _ context: Context) throws(ExperimentError)
    -> RecordedResult
  {
    try work.record(options, context)
  }

  /// The result of an earlier run with the same options, seed and data, made again from its record.
  ///
  /// - Throws: `damagedRecord` if the record is none of this experiment's.
  public func replay(_ record: Record, _ options: Options, _ context: Context)
    throws(ExperimentError) -> ExperimentResult
  {
    try work.replay(record, options, context)
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

extension Experiment.Work {
  /// Work without a slow part.
  init(
    _ run: @escaping @Sendable (Options, Context) throws(ExperimentError) -> ExperimentResult
  ) {
    self.init(
      run: run,
      record: { options, context throws(ExperimentError) in
        RecordedResult(result: try run(options, context), record: Record())
      },
      replay: { _, options, context throws(ExperimentError) in try run(options, context) },
      begin: { options, context throws(ExperimentError) in
        ExperimentRun(try run(options, context))
      })
  }

  /// The work of a study.
  static func study<Kind: SteppedStudy>(_ kind: Kind.Type) -> Experiment.Work {
    Experiment.Work(
      run: { options, context throws(ExperimentError) in
        try measured(kind, options, context).result
      },
      record: { options, context throws(ExperimentError) in
        let study = try measured(kind, options, context)
        return RecordedResult(result: study.result, record: study.record)
      },
      replay: { record, options, context throws(ExperimentError) in
        var study = try Kind(options, context)
        try study.restore(record, context)
        return study.result
      },
      begin: { options, context throws(ExperimentError) in
        ExperimentRun(try Kind(options, context), context)
      }, resume: Kind.isCarried ? resume(kind) : nil, memberOptions: Kind.memberOptions)
  }

  private static func resume<Kind: SteppedStudy>(
    _ kind: Kind.Type
  ) -> @Sendable (Record, Options, Context) throws(ExperimentError) -> ExperimentRun {
    { record, options, context throws(ExperimentError) in
      var study = try Kind(options, context)
      try study.restore(record, context)
      return ExperimentRun(done: study, context)
    }
  }

  private static func measured<Kind: Study>(
    _ kind: Kind.Type, _ options: Options, _ context: Context
  ) throws(ExperimentError) -> Kind {
    var study = try Kind(options, context)
    try study.measure(context)
    if context.isCancelled() { throw .cancelled }
    return study
  }
}
