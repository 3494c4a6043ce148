import Plotting

extension Context {
  /// The {train} blocks that the option `run` names, their networks made again.
  ///
  /// - Throws: a problem if the host gave none: they can only be run by nnbook itself.
  func trainingStudies(_ options: Options) throws(ExperimentError) -> [(Text, TrainingStudy)] {
    guard !runs.isEmpty else {
      throw .conflict(
        "found no run of a {train} block, which only nnbook itself hands over",
        at: options.place("run"))
    }
    return try runs.map { run throws(ExperimentError) in
      var context = run.context
      context.kernels = kernels
      context.threads = threads
      var study = try TrainingStudy(run.options, context)
      try study.restore(run.record, context)
      return (run.label, study)
    }
  }

  /// The only one of them.
  func trainingStudy(_ options: Options) throws(ExperimentError) -> TrainingStudy {
    try trainingStudies(options)[0].1
  }
}

extension ExperimentOption {
  /// The trained network that a block shows.
  static let run = ExperimentOption("run", .runs(count: 1...1), "the label of a {train} block")
}
