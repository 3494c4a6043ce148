import NeuralNet
import Plotting

extension Experiment {
  /// The same network trained at many learning rates, several seeds each.
  public static let learningRateSweep = Experiment(
    "lr-sweep", "the same network trained at many learning rates", section: "19 Learning rate",
    options: [
      BlockData.option(),
      ExperimentOption(
        "layers", .layers, default: .numbers([2, 16, 16, 1]),
        "sizes from inputs to outputs, or a list of layers"),
      ExperimentOption(
        "rates", .grid(OptionType.aboveZero...1e6),
        default: .map("log", .numbers([0.0001, 3, 12])),
        "learning rates, in place of the optimizer's"),
      ExperimentOption(
        "seeds", .integer(1...50), default: .number(5), "runs at each rate, from different seeds"
      ).scaled(by: 2, atLeast: 2),
    ] + TrainingSetup.options(optimizer: "sgd", epochs: 300),
    metrics: [
      ("best-rate", "the rate with the lowest median final loss"),
      ("best-loss", "that median: training loss over the last epoch"),
      (
        "diverged",
        "rates at which a run became infinite, or ended above the loss that it began with"
      ),
    ],
    work: .study(RateSweep.self))
}

/// The runs of a sweep over learning rates.
struct RateSweep: Study {
  let rates: [Double]
  let seeds: Int
  let epochs: Int
  let lossName: Text
  private let data: Dataset
  private let setup: TrainingSetup
  private let layers: [Layer]
  private let place: OptionValue.Place?
  /// One a rate and seed, rates outside.
  private(set) var runs: [LossCurve] = []

  init(_ options: Options, _ context: Context) throws(ExperimentError) {
    data = try BlockData.training(options, context)
    setup = try TrainingSetup(options, context, data: data)
    place = options.place("layers")
    layers = try setup.layers(options.architecture("layers"), for: data, at: place)
    rates = options.numbers("rates").sorted()
    seeds = options.integer("seeds")
    epochs = setup.epochs
    lossName = setup.lossName
  }

  mutating func measure(_ context: Context) throws(ExperimentError) {
    let members = Members(count: rates.count * seeds, context: context)
    runs = try members.run { [self] member, machine throws(ExperimentError) in
      let recipe = setup.recipe(
        layers: layers, for: data, learningRate: Float(rates[member / seeds]),
        member: member % seeds)
      let trainer = try setup.trainer(recipe, data: data, machine: machine, at: place)
      return LossCurve.train(trainer, isCancelled: context.isCancelled)
    }
  }

  var record: Record {
    var record = Record()
    record.put(runs)
    return record
  }

  mutating func restore(_ record: Record, _ context: Context) throws(ExperimentError) {
    runs = try record.read { reader throws(RecordError) in try reader.take() }
    guard runs.count == rates.count * seeds else { throw .damagedRecord }
  }

  var result: ExperimentResult {
    ExperimentResult(
      metrics: metrics, figures: [figure], diagnoses: diagnoses, diverged: best == nil)
  }

  /// The runs at one rate.
  func runs(at rate: Int) -> ArraySlice<LossCurve> { runs[rate * seeds..<(rate + 1) * seeds] }

  /// The final losses at one rate, infinite for a diverged run.
  func finals(at rate: Int) -> [Double] {
    runs(at: rate).map { $0.diverged ? .infinity : $0.final }
  }

  /// The rate with the lowest median final loss; nil when half of the runs diverged at each.
  var best: Int? {
    let medians = rates.indices.map { Statistics.median(finals(at: $0)) }
    var best: Int?
    for rate in rates.indices where medians[rate].isFinite {
      if best.map({ medians[rate] < medians[$0] }) ?? true { best = rate }
    }
    return best
  }

  /// The rates at which at least one run diverged.
  var divergedRates: [Int] {
    rates.indices.filter { rate in runs(at: rate).contains { $0.diverged } }
  }

  var metrics: [Metric] {
    let bestLoss = best.map { Statistics.median(finals(at: $0)) }
    return [
      Metric("best-rate", best.map { rates[$0] } ?? .nan),
      Metric("best-loss", bestLoss ?? .infinity),
      Metric("diverged", Double(divergedRates.count), .whole),
    ]
  }
}
