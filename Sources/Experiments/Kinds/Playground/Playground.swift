import NeuralNet
import Plotting

extension Experiment {
  /// A small network on points of the plane, with everything about it in the reader's hands.
  public static let playground = Experiment(
    "playground", "a network on points of the plane, for readers to play with",
    section: "1 What is a neural network?",
    options: [
      BlockData.option(default: .name("circles"))
        .control(
          .choice([
            "circles", "xor", "gauss", "moons", "spiral", "boundary", "plane", "hills", "surface",
          ])
        )
        .control(.text, "formula", label: "Formula in x and y", of: .inner("formula"))
        .control(.slider(0...1, step: 0.01), "scatter", label: "Noise", of: .inner("noise"))
        .control(.rows, "points", label: "Points of your own", of: .kind("points", "rows"))
        .control(
          .count(10...1000), "count", label: "Points", of: .inner("samples"), isFolded: true),
      ExperimentOption(
        "data-seed", .integer(0...Int64(1) << 53), default: OptionValue(.null),
        "seed of the data alone; default: that of the block"
      ).control(.seed, label: "New data"),
      ExperimentOption(
        "features", .names(PlaneFeature.names),
        default: OptionValue(.list([.name("x"), .name("y")])),
        "what the network is told of a point; sin-x is sin 3x"
      ).control(.several(PlaneFeature.names)),
      ExperimentOption(
        "hidden", .axes(1...64, count: 0...6), default: .numbers([4, 2]),
        "units of each hidden layer; [] for none"
      ).control(.units(64, layers: 6), label: "Units of hidden layers"),
      ExperimentOption(
        "activations", .variants(Catalogs.activations.variants), default: OptionValue(.null),
        "one a hidden layer, in place of activation"
      ).control(
        .each("hidden", ["tanh", "relu", "sigmoid", "gelu", "linear"]),
        label: "Activation of each layer", isFolded: true),
      ExperimentOption(
        "start", .tensors, default: OptionValue(.null),
        "what training begins with: a row an input and one of biases a layer; default: by the seed"
      ).control(.found(-3...3, step: 0.05, letter: "W"), label: "Weights", isFolded: true),
      ExperimentOption(
        "dropout", .number(0...0.9), default: .number(0), "share of hidden units left out at a step"
      ).control(.slider(0...0.9, step: 0.05), isFolded: true),
      ExperimentOption(
        "train-share", .number(0.1...0.9), default: .number(0.5),
        "share of the points to learn from"
      ).control(.slider(0.1...0.9, step: 0.1), label: "Share to learn from"),
      ExperimentOption(
        "show", .choice(["seen", "unseen", "all"]), default: .name("seen"),
        "which points the map shows"
      ).control(.choice(["seen", "unseen", "all"]), label: "Points shown"),
      ExperimentOption(
        "decided", .boolean, default: .boolean(false),
        "whether the map shows the class alone, not how sure the network is; of numbers, the sign"
      ).control(.toggle, label: "Class or sign alone", isFolded: true),
    ]
      + TrainingSetup.options(epochs: 100, batch: .number(10), showsControls: true),
    metrics: [
      ("train-loss", "loss on the points to learn from, at the end"),
      ("test-loss", "the same on the other points"),
      ("accuracy", "share of right answers on the other points; for classes"),
      ("train-accuracy", "the same on the points to learn from; for classes"),
      ("penalty", "what the regularization adds to the loss, at the end; 0 for none or decay"),
      ("parameters", "weights and biases of the network"),
    ],
    stepsByHand: true, work: .study(PlaygroundStudy.self))
}

/// One training of a network on points of the plane.
struct PlaygroundStudy: SteppedStudy {
  let training: Dataset
  let test: Dataset
  let features: [PlaneFeature]
  let hidden: [Int]
  let lossName: Text
  let learningRate: Double
  let grid: AnswerGrid
  let shown: [Dataset]
  let isDecided: Bool
  /// The colours of numbers; nil for classes.
  let scale: ValueScale?
  private let seen: Dataset
  private let unseen: Dataset
  private let setup: TrainingSetup
  private let layers: [Layer]
  private let place: OptionValue.Place?
  private let start: StartingWeights?
  private(set) var outcome: Outcome?

  /// What came of it.
  struct Outcome: Sendable {
    let run: ValidatedRun
    let parameters: Int
    /// Raw outputs over the plane.
    let answers: [Double]
    /// What each hidden unit says over the plane, layer by layer.
    let units: [[Float]]
    /// Weights and biases, two arrays a layer.
    let values: [[Float]]
    /// What the penalty added to the loss after each epoch; empty without one.
    let penalties: [Double]
    /// The losses before the first epoch, on seen and unseen points; empty afterwards.
    var untrained: [Double] = []
  }

  init(_ options: Options, _ context: Context) throws(ExperimentError) {
    let samples: Int
    switch Catalogs.datasets.product(options, "data") {
    case .synthetic(let source): samples = source.samples
    case .given(let rows, _): samples = rows.count
    case .external: samples = 200
    }
    let share = options.number("train-share")
    let learnt = max(1, Int((Double(samples) * share).rounded(.toNearestOrEven)))
    (training, test) = try BlockData.split(
      options, context, training: learnt, test: max(1, samples - learnt))
    guard training.featureCount == 2, [.binary, .regression].contains(training.task) else {
      throw .conflict(
        "the data have \(training.featureCount) features and \(training.targetsInWords), "
          + "expected points of the plane in two classes, or with a number each",
        at: options.place("data"))
    }
    features = options.names("features").compactMap { PlaneFeature(rawValue: $0) }
    hidden = options.axes("hidden")
    (seen, unseen) = (
      try Self.told(training, features, options), try Self.told(test, features, options)
    )
    setup = try TrainingSetup(options, context, data: seen)
    place = options.place("hidden")
    layers = Self.layers(hidden, options, activation: setup.activation)
    start = try StartingWeights(options, sizes: [features.count] + hidden + [1])
    grid = AnswerGrid(training, test, mapsNumbers: true)
    scale =
      training.task == .regression
      ? ValueScale(of: doubles(training.targets) + doubles(test.targets)) : nil
    shown = [[training], [test], [training, test]][options.choice("show")]
    isDecided = options.boolean("decided")
    lossName = setup.lossName
    learningRate = Double(setup.optimizer.learningRate)
  }

  private static func layers(
    _ hidden: [Int], _ options: Options, activation: Activation
  ) -> [Layer] {
    let chosen = options.has("activations") ? options.variants("activations") : []
    let dropout = options.float("dropout")
    var layers: [Layer] = []
    for (number, units) in hidden.enumerated() {
      let own = number < chosen.count ? Catalogs.activations.product(chosen[number]) : activation
      layers.append(.dense(units))
      if own != .linear { layers.append(.activation(own)) }
      if dropout > 0 { layers.append(.dropout(dropout)) }
    }
    return layers + [.dense(1)]
  }

  private static func told(
    _ points: Dataset, _ features: [PlaneFeature], _ options: Options
  ) throws(ExperimentError) -> Dataset {
    do throws(DataError) {
      return try Dataset(
        features: PlaneFeature.rows(features, of: points.features), targets: points.targets,
        featureCount: features.count, task: points.task)
    } catch {
      guard case .nonFiniteFeature(let row, let column) = error else {
        throw .conflict(error.words, at: options.place("data"))
      }
      let (x, y) = (Double(points.features[2 * row]), Double(points.features[2 * row + 1]))
      throw .conflict(
        "\(PlaneFeature.names[features[column].rawValue].text) of the point \(typed: x), "
          + "\(typed: y) is infinite, expected a finite number", at: options.place("data"))
    }
  }

  var memberCount: Int { 1 }

  func member(_ number: Int, on machine: Machine) throws(ExperimentError) -> Member {
    let trainer = try setup.trainer(
      setup.recipe(layers: layers, for: seen), data: seen, machine: machine, at: place)
    start?.set(trainer.network)
    return Member(
      features: features, grid: grid, unseen: setup.fitted(unseen),
      training: ValidatedTraining(trainer, validation: setup.fitted(unseen), stopping: nil))
  }

  mutating func take(_ outcomes: [Outcome?]) -> Bool {
    outcome = outcomes.first ?? nil
    let hasBegun = outcome.map { !$0.run.trainLosses.isEmpty || $0.run.divergence != nil }
    // Weights that a reader has just set are shown before they are trained.
    return hasBegun ?? false || outcome != nil && start != nil
  }

  var run: ValidatedRun { outcome?.run ?? ValidatedRun() }
}

extension PlaygroundStudy {
  var record: Record {
    var record = Record()
    guard let outcome else { return record }
    record.put(outcome.run)
    record.put(outcome.parameters)
    record.put(outcome.answers)
    record.put(outcome.units)
    record.put(outcome.values)
    record.put(outcome.penalties)
    return record
  }

  mutating func restore(_ record: Record, _ context: Context) throws(ExperimentError) {
    outcome = try record.read { reader throws(RecordError) in
      Outcome(
        run: try reader.take(), parameters: try reader.take(), answers: try reader.take(),
        units: try reader.take(), values: try reader.take(), penalties: try reader.take())
    }
  }

  var result: ExperimentResult {
    var result = ExperimentResult(
      metrics: metrics, figures: figures, diagnoses: run.diagnoses(rate: learningRate),
      diverged: run.divergence != nil)
    result.points = [training, test].flatMap { data in
      data.targets.indices.map { point in
        [
          Double(data.features[2 * point]), Double(data.features[2 * point + 1]),
          Double(data.targets[point]),
        ]
      }
    }
    result.numbers = numbers
    return result
  }

  /// The weights to go on from, of networks small enough to change single ones.
  private var numbers: [OptionValue.Entry] {
    guard let outcome, goesOn else { return [] }
    let tensors = StartingWeights.written(outcome.values, sizes: sizes)
    return [OptionValue.Entry(key: "start", value: tensors)]
  }

  private var metrics: [Metric] {
    let losses = [
      Metric("train-loss", run.trainLoss), Metric("test-loss", run.validationLoss),
    ]
    let shares = [
      Metric("accuracy", run.validationAccuracy, .percent),
      Metric("train-accuracy", run.trainAccuracy, .percent),
    ]
    return losses + (scale == nil ? shares : []) + [
      Metric("penalty", outcome?.penalties.last ?? 0),
      Metric("parameters", Double(outcome?.parameters ?? 0), .whole),
    ]
  }
}
