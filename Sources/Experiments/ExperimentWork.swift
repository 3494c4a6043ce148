/// What an experiment does: bit by bit, and for the host also at once.
///
/// A page only begins one, or resumes it, so the module in it has neither trainings side by side nor
/// what writes records.
struct ExperimentWork: Sendable {
  typealias Resume =
    @Sendable (Record, Options, Context) throws(ExperimentError) -> ExperimentRun

  let begin: @Sendable (Options, Context) throws(ExperimentError) -> ExperimentRun
  /// The experiment at its end, from a record; nil if pages do not carry its records.
  let resume: Resume?
  /// The options that may change from a run to the one that follows it.
  let memberOptions: [Name]
  #if !LIVE
    let atOnce: WorkAtOnce
  #endif

  /// Work without a slow part.
  init(_ run: @escaping @Sendable (Options, Context) throws(ExperimentError) -> ExperimentResult) {
    begin = { options, context throws(ExperimentError) in ExperimentRun(try run(options, context)) }
    resume = nil
    memberOptions = []
    #if !LIVE
      atOnce = WorkAtOnce(run)
    #endif
  }

  /// The work of a study.
  static func study<Kind: SteppedStudy>(_ kind: Kind.Type) -> ExperimentWork {
    ExperimentWork(study: kind)
  }

  private init<Kind: SteppedStudy>(study kind: Kind.Type) {
    begin = { options, context throws(ExperimentError) in
      try ExperimentRun(try Kind(options, context), context)
    }
    resume = Kind.isCarried ? Self.resume(kind) : nil
    memberOptions = Kind.memberOptions
    #if !LIVE
      atOnce = WorkAtOnce(study: kind)
    #endif
  }

  private static func resume<Kind: SteppedStudy>(_ kind: Kind.Type) -> Resume {
    { record, options, context throws(ExperimentError) in
      var study = try Kind(options, context)
      try study.restore(record, context)
      return try ExperimentRun(done: study, context)
    }
  }
}

extension Experiment {
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
}
