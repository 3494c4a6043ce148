import NeuralNet
import Plotting

/// The data of a block that trains: made from a seed, or read by the host.
enum BlockData {
  /// The option that names them.
  static func option(default fallback: OptionValue? = .name("moons")) -> ExperimentOption {
    ExperimentOption(
      "data", .variant(Catalogs.datasets.variants), default: fallback,
      "what is learnt from: a data set, or the label of a {data} block")
  }

  /// Training data and data to judge by.
  ///
  /// Synthetic sets make `training` and `test` rows from two seeds; real ones are shuffled and cut,
  /// unless their source has a test part of its own.
  static func split(
    _ options: Options, _ context: Context, training: Int? = nil, test: Int
  ) throws(ExperimentError) -> (training: Dataset, test: Dataset) {
    let seed = context.seed(options)
    switch Catalogs.datasets.product(options, "data") {
    case .synthetic(let source):
      let train = source.data(training ?? source.samples).make(seed: seed)
      return (train, source.data(test).make(seed: seed &+ 0x5EED))
    case .external:
      let data = try external(options, context)
      let shuffled = data.training.shuffled(seed: seed)
      if let own = data.test { return (limited(shuffled, training), limited(own, test)) }
      return try cut(shuffled, training: training, test: test, at: options.place("data"))
    }
  }

  /// The training data alone.
  static func training(_ options: Options, _ context: Context) throws(ExperimentError) -> Dataset {
    switch Catalogs.datasets.product(options, "data") {
    case .synthetic(let source):
      return source.data(source.samples).make(seed: context.seed(options))
    case .external: return try external(options, context).training
    }
  }

  private static func external(_ options: Options, _ context: Context) throws(ExperimentError)
    -> SplitData
  {
    guard let data = context.data else {
      throw .conflict("these data can only be read by nnbook itself", at: options.place("data"))
    }
    return data
  }

  private static func limited(_ data: Dataset, _ count: Int?) -> Dataset {
    guard let count, count < data.count else { return data }
    return data.prefix(count)
  }

  private static func cut(
    _ data: Dataset, training: Int?, test: Int, at place: OptionValue.Place?
  ) throws(ExperimentError) -> (training: Dataset, test: Dataset) {
    let training = training ?? data.count - test
    guard training >= 1, test >= 1, training + test <= data.count else {
      throw .conflict(
        "the data have \(data.count) rows, expected at least \(max(training, 1) + test)",
        at: place)
    }
    let (first, rest) = data.split(first: training)
    return (first, rest.prefix(test))
  }
}

extension Options {
  /// The external data that the option `data` names; the host must read them before a run.
  public var externalData: ExternalData? {
    guard has("data"), case .external(let data) = Catalogs.datasets.product(self, "data") else {
      return nil
    }
    return data
  }
}
