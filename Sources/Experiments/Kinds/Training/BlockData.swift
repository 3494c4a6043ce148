import NeuralNet
import Plotting

/// The data of a block that trains: made from a seed, or read by the host.
enum BlockData {
  /// The option that names them.
  static func option(default fallback: OptionValue? = .name("moons")) -> ExperimentOption {
    ExperimentOption(
      "data", .variant(Catalogs.datasets.variants), default: fallback,
      "what is learnt from: a data set, or the label of a {data} block"
    ).control(
      .slider(0...0.5, step: 0.01), "noise", label: "Noise of the data", of: .inner("noise"),
      isUsual: false
    ).control(.count(10...1000), "samples", label: "Points", of: .inner("samples"), isUsual: false)
  }

  /// Training data and data to judge by.
  ///
  /// Synthetic sets make `training` and `test` rows from two seeds; real ones are shuffled and cut,
  /// unless their source has a test part of its own.
  static func split(
    _ options: Options, _ context: Context, training: Int? = nil, test: Int
  ) throws(ExperimentError) -> (training: Dataset, test: Dataset) {
    let seed = seed(options, context)
    switch Catalogs.datasets.product(options, "data") {
    case .synthetic(let source):
      let place = options.place("data")
      return (
        try made(source.data(training ?? source.samples), seed, at: place),
        try made(source.data(test), seed &+ 0x5EED, at: place)
      )
    case .given(let rows, let areClasses):
      let data = try given(rows, areClasses, at: options.place("data")).shuffled(seed: seed)
      guard data.count > 1 else {
        throw .conflict("the data have one row, expected two at least", at: options.place("data"))
      }
      let isExact = training.map { $0 + test == data.count } ?? false
      let unseen = isExact ? test : max(1, min(test, data.count / 5))
      let (first, rest) = data.split(first: data.count - unseen)
      return (limited(first, training), rest)
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
      return try made(
        source.data(source.samples), seed(options, context), at: options.place("data"))
    case .given(let rows, let areClasses):
      return try given(rows, areClasses, at: options.place("data"))
    case .external: return try external(options, context).training
    }
  }

  /// That of the block, unless its data have one of their own.
  private static func seed(_ options: Options, _ context: Context) -> UInt64 {
    options.has("data-seed")
      ? UInt64(options.integer64("data-seed")) : context.seed(options)
  }

  /// - Throws: a problem where a formula of the notebook's gives no finite number.
  private static func made(
    _ data: SyntheticData, _ seed: UInt64, at place: OptionValue.Place?
  ) throws(ExperimentError) -> Dataset {
    let rows = data.make(seed: seed)
    if let row = rows.targets.firstIndex(where: { !$0.isFinite }) {
      throw .conflict(
        "at x = \(typed: Double(rows.features[2 * row])), y = "
          + "\(typed: Double(rows.features[2 * row + 1])) the formula is infinite or no number, "
          + "expected a finite one", at: place)
    }
    return rows
  }

  private static func given(_ rows: [[Double]], _ areClasses: Bool, at place: OptionValue.Place?)
    throws(ExperimentError) -> Dataset
  {
    guard rows[0].count == 3 else {
      throw .conflict("a point has \(rows[0].count) numbers, expected x, y and a class", at: place)
    }
    for (number, row) in rows.enumerated() where areClasses && row[2] != 0 && row[2] != 1 {
      throw .conflict(
        "point \(number + 1) has the class \(typed: row[2]), expected 0 or 1; 'classes: false' "
          + "makes it a number to predict", at: place)
    }
    do throws(DataError) {
      return try Dataset(
        features: rows.flatMap { [Float($0[0]), Float($0[1])] }, targets: rows.map { Float($0[2]) },
        featureCount: 2, task: areClasses ? .binary : .regression)
    } catch {
      throw .conflict(error.words, at: place)
    }
  }

  private static func external(_ options: Options, _ context: Context) throws(ExperimentError)
    -> SplitData
  {
    guard let data = context.data else {
      let name = Catalogs.datasets.variants[options.variant("data").kind].name.text
      throw .conflict(
        "found \(name), expected data made from a seed: only nnbook itself reads others",
        at: options.place("data"))
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
    // The data of plots are tables.
    guard case .variant = self["data"],
      case .external(let data) = Catalogs.datasets.product(self, "data")
    else { return nil }
    return data
  }
}
