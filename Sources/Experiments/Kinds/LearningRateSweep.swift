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
        "seeds", .integer(1...50), default: .number(5), "runs at each rate, from different seeds"),
    ] + TrainingSetup.options(optimizer: "sgd", epochs: 300),
    metrics: [
      ("best-rate", "the rate with the lowest median final loss"),
      ("best-loss", "that median: training loss over the last epoch"),
      (
        "diverged",
        "rates at which a run became infinite, or ended above the loss that it began with"
      ),
    ]
  ) { options, context throws(ExperimentError) in
    let sweep = try RateSweep(options, context)
    return ExperimentResult(
      metrics: sweep.metrics, figures: [sweep.figure], diagnoses: sweep.diagnoses)
  }
}

/// The runs of a sweep over learning rates.
struct RateSweep {
  let rates: [Double]
  let seeds: Int
  let epochs: Int
  let lossName: Text
  /// One a rate and seed, rates outside.
  let runs: [LossCurve]

  init(_ options: Options, _ context: Context) throws(ExperimentError) {
    let data = try BlockData.training(options, context)
    let setup = try TrainingSetup(options, context, data: data)
    let place = options.place("layers")
    let layers = try setup.layers(options.architecture("layers"), for: data, at: place)
    let rates = options.numbers("rates").sorted()
    let seeds = options.integer("seeds")
    let members = Members(count: rates.count * seeds, context: context)
    runs = try members.run { member, machine throws(ExperimentError) in
      let recipe = setup.recipe(
        layers: layers, for: data, learningRate: Float(rates[member / seeds]),
        member: member % seeds)
      let trainer = try setup.trainer(recipe, data: data, machine: machine, at: place)
      return LossCurve.train(trainer, isCancelled: context.isCancelled)
    }
    self.rates = rates
    self.seeds = seeds
    epochs = setup.epochs
    lossName = setup.lossName
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
