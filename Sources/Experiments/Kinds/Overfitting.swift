import NeuralNet
import Plotting

extension Experiment {
  /// Networks of several sizes on few noisy points.
  public static let overfitting = Experiment(
    "overfitting", "networks of several sizes on few noisy points",
    section: "21 Overfitting and underfitting",
    options: [
      BlockData.option(),
      ExperimentOption(
        "layers", .capacities,
        default: OptionValue(
          .list([.numbers([2, 2, 1]), .numbers([2, 8, 1]), .numbers([2, 64, 64, 1])])),
        "one network, or several from small to large"
      ).control(.count(1...128), "hidden", label: "Units a layer, largest network", of: .hidden),
      ExperimentOption(
        "train-samples", .integer(2...100_000), default: .number(40), "rows to learn from"
      ).scaled(by: 4, atLeast: 20).control(.count(4...400), label: "Points to learn from"),
      ExperimentOption(
        "validation-samples", .integer(2...100_000), default: .number(400), "rows to judge by"
      ).scaled(by: 4, atLeast: 50),
      ExperimentOption(
        "label-noise", .number(0...10), default: .number(0),
        "share of wrong training labels, at most 1; for numbers the deviation of added noise"
      ).control(.slider(0...0.5, step: 0.01), label: "Wrong labels"),
      ExperimentOption(
        "early-stopping", .variant(Catalogs.earlyStoppings.variants), default: .name("none"),
        "when training ends before its last epoch"
      ).control(.choice(["none", "patience"])),
    ] + TrainingSetup.options(epochs: 600),
    metrics: [
      ("train-loss", "loss on the training rows at the end, of the largest network"),
      ("validation-loss", "the same on unseen rows"),
      ("best-epoch", "epoch at which the largest network's validation loss was lowest"),
      ("gap", "validation-loss − train-loss"),
      ("train-accuracy", "share of right answers on the training rows; for classes"),
      ("validation-accuracy", "the same on unseen rows"),
      ("train-loss[n]", "each of these six for network n, counted from 1"),
      ("parameters[n]", "weights and biases of network n"),
    ],
    work: .study(CapacityStudy.self))
}

/// Networks of several sizes, trained on the same few rows.
struct CapacityStudy: SteppedStudy {
  let training: Dataset
  let validation: Dataset
  let lossName: Text
  let learningRate: Double
  let grid: AnswerGrid
  private(set) var networks: [Network] = []
  private let setup: TrainingSetup
  private let capacities: [[Int]]
  private let models: [[Layer]]
  private let stopping: EarlyStopping?
  private let place: OptionValue.Place?

  /// One size: its run, and what it answers over the range of the data.
  struct Network: Sendable {
    let sizes: [Int]
    let parameters: Int
    let run: ValidatedRun
    /// Raw outputs over the points of the grid; empty when the data are not drawn.
    let answers: [Double]
  }

  init(_ options: Options, _ context: Context) throws(ExperimentError) {
    let split = try BlockData.split(
      options, context, training: options.integer("train-samples"),
      test: options.integer("validation-samples"))
    let setup = try TrainingSetup(options, context, data: split.training)
    let training = LabelNoise(options).applied(to: split.training, seed: setup.seed)
    let place = options.place("layers")
    capacities = options.capacities("layers")
    models = try capacities.map { sizes throws(ExperimentError) in
      try setup.layers(.sizes(sizes), for: training, at: place)
    }
    stopping = Catalogs.earlyStoppings.product(options, "early-stopping")
    validation = split.test
    grid = AnswerGrid(training, validation)
    lossName = setup.lossName
    learningRate = Double(setup.optimizer.learningRate)
    (self.training, self.setup, self.place) = (training, setup, place)
  }

  /// The training of one size.
  struct Member: ValidatedMember {
    let sizes: [Int]
    let grid: AnswerGrid
    let training: ValidatedTraining

    func outcome() -> Network {
      let run = training.run
      return Network(
        sizes: sizes, parameters: training.trainer.network.parameterCount, run: run,
        answers: grid.answers(of: training.trainer))
    }
  }

  static let memberOptions: [Name] = ["layers"]

  func memberName(_ number: Int) -> Text? {
    var name = Text()
    for units in capacities[number] { name += "\(units) " }
    return name
  }

  var memberCount: Int { capacities.count }

  func member(_ number: Int, on machine: Machine) throws(ExperimentError) -> Member {
    let recipe = setup.recipe(layers: models[number], for: training)
    let trainer = try setup.trainer(recipe, data: training, machine: machine, at: place)
    return Member(
      sizes: capacities[number], grid: grid,
      training: ValidatedTraining(
        trainer, validation: setup.fitted(validation), stopping: stopping))
  }

  mutating func take(_ outcomes: [Network?]) -> Bool {
    networks = outcomes.compactMap { $0 }
    return networks.contains { !$0.run.trainLosses.isEmpty || $0.run.divergence != nil }
  }

  var record: Record {
    var record = Record()
    record.put(networks)
    return record
  }

  mutating func restore(_ record: Record, _ context: Context) throws(ExperimentError) {
    networks = try record.read { reader throws(RecordError) in try reader.take() }
    guard networks.map({ $0.sizes }) == capacities else { throw .damagedRecord }
  }

  var result: ExperimentResult {
    ExperimentResult(
      metrics: metrics, figures: figures, diagnoses: diagnoses,
      diverged: networks.allSatisfy { $0.run.divergence != nil })
  }

  /// The network with most parameters, the last of equals.
  var largest: Int {
    networks.indices.max { networks[$0].parameters < networks[$1].parameters } ?? 0
  }

  /// The smallest, the one with the lowest final validation loss, and the largest; each once.
  var shown: [Int] {
    let smallest = networks.indices.min { networks[$0].parameters < networks[$1].parameters } ?? 0
    let best = Statistics.lowest(networks.map { $0.run.validationLoss }) ?? 0
    return networks.indices.filter { [smallest, best, largest].contains($0) }
  }

  var isClassification: Bool { training.task != .regression }

  var metrics: [Metric] {
    var metrics = Self.metrics(of: networks[largest], suffix: "", isClassification)
    for (number, network) in networks.enumerated() {
      metrics += Self.metrics(of: network, suffix: "[\(number + 1)]", isClassification)
      metrics.append(
        Metric("parameters[\(number + 1)]", Double(network.parameters), .whole))
    }
    return metrics
  }

  private static func metrics(of network: Network, suffix: Text, _ isClassification: Bool)
    -> [Metric]
  {
    let run = network.run
    var metrics = [
      Metric("train-loss" + suffix, run.trainLoss),
      Metric("validation-loss" + suffix, run.validationLoss),
      Metric("best-epoch" + suffix, Double(run.bestEpoch), .whole),
      Metric("gap" + suffix, run.gap),
    ]
    if isClassification {
      metrics.append(Metric("train-accuracy" + suffix, run.trainAccuracy, .percent))
      metrics.append(Metric("validation-accuracy" + suffix, run.validationAccuracy, .percent))
    }
    return metrics
  }

  var diagnoses: [Diagnosis] {
    let diverged = networks.first { $0.run.divergence != nil }
    return diverged?.run.diagnoses(rate: learningRate) ?? []
  }
}

extension CapacityStudy.Network: Recordable {
  func put(into record: inout Record) {
    record.put(sizes)
    record.put(parameters)
    record.put(run)
    record.put(answers)
  }

  init(from reader: inout RecordReader) throws(RecordError) {
    self.init(
      sizes: try reader.take(), parameters: try reader.take(), run: try reader.take(),
      answers: try reader.take())
  }
}
