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
        "sizes from inputs to outputs, or a list of layers"
      ).control(.count(1...128), "hidden", label: "Units a layer", of: .hidden),
      ExperimentOption(
        "rates", .grid(OptionType.aboveZero...1e6),
        default: .map("log", .numbers([0.0001, 3, 12])),
        "learning rates, in place of the optimizer's"),
      ExperimentOption(
        "rate", .number(OptionType.aboveZero...1e6), default: OptionValue(.null),
        "a rate more, which the figure points out"
      ).control(.logarithmicStops(0.0001...100, at: "rates"), label: "Rate of your own"),
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
struct RateSweep: SteppedStudy {
  private(set) var rates: [Double]
  /// The rate that is pointed out.
  let shownRate: Double?
  let seeds: Int
  let epochs: Int
  let lossName: Text
  private let data: Dataset
  private let setup: TrainingSetup
  private let layers: [Layer]
  private let place: OptionValue.Place?
  /// One a rate and seed, rates outside.
  private(set) var runs: [LossCurve] = []
  /// The median final loss at each rate, infinite where half of the runs diverged.
  private(set) var medians: [Double] = []
  /// The rate with the lowest of them; nil when all are infinite.
  private(set) var best: Int?

  init(_ options: Options, _ context: Context) throws(ExperimentError) {
    data = try BlockData.training(options, context)
    setup = try TrainingSetup(options, context, data: data)
    place = options.place("layers")
    layers = try setup.layers(options.architecture("layers"), for: data, at: place)
    shownRate = options.has("rate") ? options.number("rate") : nil
    var rates = options.numbers("rates")
    if let shownRate, !rates.contains(shownRate) { rates.append(shownRate) }
    self.rates = rates.sorted()
    seeds = options.integer("seeds")
    epochs = setup.epochs
    lossName = setup.lossName
  }

  static let memberOptions: [Name] = ["rates", "rate", "seeds"]
  static let isCarried = true

  var outcomes: [LossCurve] { runs }

  func memberName(_ number: Int) -> Text? {
    var name: Text = "\(number % seeds) "
    name.append(bits: rates[number / seeds])
    return name
  }

  var memberCount: Int { rates.count * seeds }

  func member(_ number: Int, on machine: Machine) throws(ExperimentError) -> LossTraining {
    let recipe = setup.recipe(
      layers: layers, for: data, learningRate: Float(rates[number / seeds]),
      member: number % seeds)
    return LossTraining(try setup.trainer(recipe, data: data, machine: machine, at: place))
  }

  /// Keeps the rates of which all runs are done.
  mutating func take(_ outcomes: [LossCurve?]) -> Bool {
    let all = rates
    (rates, runs) = ([], [])
    for (number, rate) in all.enumerated() {
      let done = outcomes[number * seeds..<(number + 1) * seeds].compactMap { $0 }
      guard done.count == seeds,
        done.allSatisfy({ $0.divergence != nil || $0.losses.count == epochs })
      else { continue }
      rates.append(rate)
      runs += done
    }
    judge()
    return !rates.isEmpty
  }

  var record: Record {
    var record = Record()
    record.put(runs)
    return record
  }

  mutating func restore(_ record: Record, _ context: Context) throws(ExperimentError) {
    runs = try record.read { reader throws(RecordError) in try reader.take() }
    guard runs.count == rates.count * seeds else { throw .damagedRecord }
    judge()
  }

  private mutating func judge() {
    medians = rates.indices.map { Statistics.median(finals(at: $0)) }
    best = Statistics.lowest(medians).flatMap { medians[$0].isFinite ? $0 : nil }
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

  /// The rates at which at least one run diverged.
  var divergedRates: [Int] {
    rates.indices.filter { rate in runs(at: rate).contains { $0.diverged } }
  }

  var metrics: [Metric] {
    [
      Metric("best-rate", best.map { rates[$0] } ?? .nan),
      Metric("best-loss", best.map { medians[$0] } ?? .infinity),
      Metric("diverged", Double(divergedRates.count), .whole),
    ]
  }
}
