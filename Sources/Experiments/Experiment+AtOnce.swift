#if !LIVE

  extension Experiment {
    /// Runs the experiment; the same options, seed and data give the same bytes.
    ///
    /// - Throws: `ExperimentError` if the options do not fit each other or the data.
    public func run(_ options: Options, _ context: Context) throws(ExperimentError)
      -> ExperimentResult
    {
      try work.atOnce.run(options, context)
    }

    /// Runs the experiment and keeps what its slow part found.
    public func record(_ options: Options, _ context: Context) throws(ExperimentError)
      -> RecordedResult
    {
      try work.atOnce.record(options, context)
    }

    /// The result of an earlier run with the same options, seed and data, made again from its record.
    ///
    /// - Throws: `damagedRecord` if the record is none of this experiment's.
    public func replay(_ record: Record, _ options: Options, _ context: Context)
      throws(ExperimentError) -> ExperimentResult
    {
      try work.atOnce.replay(record, options, context)
    }
  }

  /// What an experiment does on the host, where trainings run side by side and results are stored.
  struct WorkAtOnce: Sendable {
    let run: @Sendable (Options, Context) throws(ExperimentError) -> ExperimentResult
    let record: @Sendable (Options, Context) throws(ExperimentError) -> RecordedResult
    let replay: @Sendable (Record, Options, Context) throws(ExperimentError) -> ExperimentResult

    /// Work without a slow part, which is simply run again.
    init(
      _ run: @escaping @Sendable (Options, Context) throws(ExperimentError) -> ExperimentResult
    ) {
      self.run = run
      record = { options, context throws(ExperimentError) in
        RecordedResult(result: try run(options, context), record: Record())
      }
      replay = { _, options, context throws(ExperimentError) in try run(options, context) }
    }

    /// The work of a study.
    init<Kind: SteppedStudy>(study kind: Kind.Type) {
      run = { options, context throws(ExperimentError) in
        try measured(kind, options, context).result
      }
      record = { options, context throws(ExperimentError) in
        let study = try measured(kind, options, context)
        return RecordedResult(result: study.result, record: study.record)
      }
      replay = { record, options, context throws(ExperimentError) in
        var study = try Kind(options, context)
        try study.restore(record, context)
        return study.result
      }
    }
  }

  private func measured<Kind: Study>(
    _ kind: Kind.Type, _ options: Options, _ context: Context
  ) throws(ExperimentError) -> Kind {
    var study = try Kind(options, context)
    try study.measure(context)
    if context.isCancelled() { throw .cancelled }
    return study
  }

#endif
