import NeuralNet
import Plotting

extension Experiment {
  /// One network on any data.
  public static let train = Experiment(
    "train", "one network on any data, judged by unseen rows",
    section: "38 Build your first network",
    options: [
      BlockData.option(),
      ExperimentOption(
        "layers", .layers, default: .numbers([2, 16, 16, 1]),
        "sizes from inputs to outputs, or a list of layers"),
      ExperimentOption(
        "validation-samples", .integer(1...100_000), default: OptionValue(.null),
        "unseen rows to judge by; default: 200 made ones, a fifth of a table, all test pictures"),
      ExperimentOption(
        "early-stopping", .variant(Catalogs.earlyStoppings.variants), default: .name("none"),
        "when training ends before its last epoch"),
      ExperimentOption(
        "average", .number(0...0.999999), default: OptionValue(.null),
        "share that a moving average of the weights keeps at each update; judged besides them"),
    ] + TrainingSetup.options(epochs: 100, batch: .number(32)),
    metrics: [
      ("train-loss", "loss on the training rows at the end"),
      ("validation-loss", "the same on unseen rows"),
      ("accuracy", "share of right answers on unseen rows; for classes"),
      ("train-accuracy", "the same on the training rows"),
      ("averaged-loss", "loss of the averaged weights on unseen rows; with `average`"),
      ("averaged-accuracy", "share of right answers of the averaged weights; with `average`"),
      ("best-epoch", "epoch at which the validation loss was lowest"),
      ("epochs", "epochs that were run"),
      ("parameters", "weights and biases of the network"),
    ]
  ) { options, context throws(ExperimentError) in
    let study = try TrainingStudy(options, context)
    return ExperimentResult(
      metrics: study.metrics, figures: study.figures, diagnoses: study.diagnoses)
  }
}

/// One training run with everything that figures need.
struct TrainingStudy {
  let training: Dataset
  let validation: Dataset
  let lossName: Text
  let learningRate: Double
  let parameters: Int
  /// How the moving average of the weights does on unseen rows; nil without one.
  let averaged: Evaluation?
  let run: ValidatedRun
  let grid: AnswerGrid
  /// Raw outputs over the grid's points.
  let answers: [Double]
  /// Raw outputs for the unseen rows, `[rows, outputs]`.
  let predictions: [Float]

  init(_ options: Options, _ context: Context) throws(ExperimentError) {
    (training, validation) = try Self.data(options, context)
    let setup = try TrainingSetup(options, context, data: training)
    let place = options.place("layers")
    let layers = try setup.layers(options.architecture("layers"), for: training, at: place)
    let trainer = try setup.trainer(
      setup.recipe(layers: layers, for: training), data: training, machine: context.machine(),
      at: place)
    run = ValidatedRun.train(
      trainer, validation: setup.fitted(validation),
      stopping: Catalogs.earlyStoppings.product(options, "early-stopping"), context: context,
      progress: context.progress)
    if context.isCancelled() { throw .cancelled }
    grid = AnswerGrid(training, validation)
    answers = grid.answers(of: trainer)
    predictions = trainer.predict(validation.features, count: validation.count)
    let unseen = setup.fitted(validation)
    averaged = trainer.hasAverages ? trainer.withAverages { trainer.evaluate(unseen) } : nil
    lossName = setup.lossName
    learningRate = Double(setup.optimizer.learningRate)
    parameters = trainer.network.parameterCount
  }

  private static func data(_ options: Options, _ context: Context) throws(ExperimentError)
    -> (training: Dataset, test: Dataset)
  {
    if options.has("validation-samples") {
      return try BlockData.split(options, context, test: options.integer("validation-samples"))
    }
    guard let external = context.data else {
      return try BlockData.split(options, context, test: 200)
    }
    let rows = external.test?.count ?? max(1, external.training.count / 5)
    return try BlockData.split(options, context, test: rows)
  }

  var isClassification: Bool { training.task != .regression }

  var metrics: [Metric] {
    var metrics = [
      Metric("train-loss", run.trainLoss), Metric("validation-loss", run.validationLoss),
    ]
    if isClassification {
      metrics.append(Metric("accuracy", run.validationAccuracy, .percent))
      metrics.append(Metric("train-accuracy", run.trainAccuracy, .percent))
    }
    if let averaged {
      metrics.append(Metric("averaged-loss", Double(averaged.loss)))
      if isClassification {
        metrics.append(Metric("averaged-accuracy", Double(averaged.accuracy), .percent))
      }
    }
    return metrics + [
      Metric("best-epoch", Double(run.bestEpoch), .whole),
      Metric("epochs", Double(run.epochs.count), .whole),
      Metric("parameters", Double(parameters), .whole),
    ]
  }

  var diagnoses: [Diagnosis] {
    guard run.divergence != nil else { return [] }
    let curve = LossCurve(losses: run.trainLosses, divergence: run.divergence)
    let remedy: Text = "A rate of \(typed: learningRate / 10)."
    return [DivergenceDiagnosis(curve, rate: learningRate, remedy: remedy).diagnosis()]
  }
}
