import NeuralNet
import Plotting

/// One training run with everything that figures need.
struct TrainingStudy: SteppedStudy {
  let training: Dataset
  let validation: Dataset
  let lossName: Text
  let learningRate: Double
  let grid: AnswerGrid
  private let setup: TrainingSetup
  private let layers: [Layer]
  private let stopping: EarlyStopping?
  private let place: OptionValue.Place?

  /// The course of the losses.
  private(set) var run = ValidatedRun()
  /// How the moving average of the weights does on unseen rows; nil without one.
  private(set) var averaged: Evaluation?
  /// What the parameters of the network are.
  private(set) var parameters: [ParameterInfo] = []
  /// Their values at the end.
  private(set) var values: [[Float]] = []
  /// Raw outputs over the grid's points.
  private(set) var answers: [Double] = []
  /// Raw outputs for the unseen rows, `[rows, outputs]`.
  private(set) var predictions: [Float] = []

  init(_ options: Options, _ context: Context) throws(ExperimentError) {
    (training, validation) = try Self.data(options, context)
    setup = try TrainingSetup(options, context, data: training)
    place = options.place("layers")
    layers = try setup.layers(options.architecture("layers"), for: training, at: place)
    stopping = Catalogs.earlyStoppings.product(options, "early-stopping")
    grid = AnswerGrid(training, validation)
    lossName = setup.lossName
    learningRate = Double(setup.optimizer.learningRate)
  }

  private func trainer(_ context: Context) throws(ExperimentError) -> Trainer {
    try setup.trainer(
      setup.recipe(layers: layers, for: training), data: training, machine: context.machine(),
      at: place)
  }

  mutating func measure(_ context: Context) throws(ExperimentError) {
    let member = try member(0, on: context.machine())
    while member.training.advance(
      progress: context.progress, isCancelled: context.isCancelled)
    {}
    _ = take([member.outcome()])
  }

  /// The only training.
  struct Member: ValidatedMember {
    let grid: AnswerGrid
    let unseen: Dataset
    let training: ValidatedTraining

    func outcome() -> Outcome {
      let run = training.run
      let trainer = training.trainer
      let averaged =
        trainer.hasAverages ? trainer.withAverages { trainer.evaluate(unseen) } : nil
      return Outcome(run: run, averaged: averaged, trained: Trained(trainer, grid, unseen))
    }
  }

  /// What came of it.
  struct Outcome: Sendable {
    let run: ValidatedRun
    let averaged: Evaluation?
    let trained: Trained
  }

  /// What the trained network holds and answers, from which figures are drawn.
  struct Trained: Sendable {
    let parameters: [ParameterInfo]
    let values: [[Float]]
    let answers: [Double]
    let predictions: [Float]

    init(_ trainer: Trainer, _ grid: AnswerGrid, _ unseen: Dataset) {
      parameters = trainer.network.parameters
      values = trainer.network.allValues
      answers = grid.answers(of: trainer)
      predictions = trainer.predict(unseen.features, count: unseen.count)
    }
  }

  var memberCount: Int { 1 }

  func member(_ number: Int, on machine: Machine) throws(ExperimentError) -> Member {
    let trainer = try setup.trainer(
      setup.recipe(layers: layers, for: training), data: training, machine: machine, at: place)
    return Member(
      grid: grid, unseen: setup.fitted(validation),
      training: ValidatedTraining(
        trainer, validation: setup.fitted(validation), stopping: stopping))
  }

  mutating func take(_ outcomes: [Outcome?]) -> Bool {
    guard let outcome = outcomes.first ?? nil else { return false }
    (run, averaged) = (outcome.run, outcome.averaged)
    take(outcome.trained)
    return !run.trainLosses.isEmpty || run.divergence != nil
  }

  private mutating func take(_ trained: Trained) {
    parameters = trained.parameters
    values = trained.values
    answers = trained.answers
    predictions = trained.predictions
  }

  /// The values of the parameters before training.
  func initialValues(_ context: Context) throws(ExperimentError) -> [[Float]] {
    try trainer(context).network.allValues
  }

  /// Weights and biases of the network.
  var parameterCount: Int { values.reduce(0) { $0 + $1.count } }

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

  var record: Record {
    var record = Record()
    record.put(run)
    record.put(averaged)
    record.put(values)
    return record
  }

  mutating func restore(_ record: Record, _ context: Context) throws(ExperimentError) {
    let trainer = try trainer(context)
    let values: [[Float]]
    (run, averaged, values) = try record.read { reader throws(RecordError) in
      (try reader.take(), try reader.take(), try reader.take())
    }
    guard values.map({ $0.count }) == trainer.network.parameters.map({ $0.shape.count }) else {
      throw .damagedRecord
    }
    for (index, numbers) in values.enumerated() { trainer.network.setValues(index, numbers) }
    take(Trained(trainer, grid, validation))
  }

  var result: ExperimentResult {
    ExperimentResult(
      metrics: metrics, figures: figures, diagnoses: diagnoses, diverged: run.divergence != nil)
  }

  /// The unseen rows with the network's answers; nil for data that have not one class a row.
  var judgedRows: JudgedClasses? {
    JudgedClasses(validation, predictions, threshold: setup.loss.threshold)
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
      Metric("parameters", Double(parameterCount), .whole),
    ]
  }

  var diagnoses: [Diagnosis] { run.diagnoses(rate: learningRate) }
}
