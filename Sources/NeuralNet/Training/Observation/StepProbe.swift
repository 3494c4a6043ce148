/// A program that computes a training step without the update and keeps what figures show: the
/// results of the layers, and all gradients.
final class StepProbe {
  /// Rows of the step.
  let rows: Int
  private let model: LossGraph
  private let program: Program
  private let layerGradients: [Value?]
  private let parameterGradients: [Value?]

  /// - Throws: `ShapeError` if the recipe does not fit its data, which a trainer has ruled out.
  init(_ trainer: Trainer, rows: Int) throws(ShapeError) {
    let network = trainer.network
    var model = try LossGraph(
      network, rows: rows, loss: trainer.recipe.loss, targets: trainer.data.targetCount)
    let trained = network.parameters.indices.filter { network.parameters[$0].isTrainable }
    let gradients = model.graph.differentiate(
      model.loss, for: model.results + trained.map { model.graph.parameters[$0] })
    layerGradients = Array(gradients.prefix(model.results.count))
    var ofParameters = [Value?](repeating: nil, count: network.parameters.count)
    for (index, gradient) in zip(trained, gradients.dropFirst(model.results.count)) {
      ofParameters[index] = gradient
    }
    parameterGradients = ofParameters
    program = Program(
      model.graph, keep: [model.loss] + model.results + gradients.compactMap { $0 },
      parameters: network.store, machine: network.machine)
    self.model = model
    self.rows = rows
  }

  /// Computes the step that `batch` would do with the rows that are in place.
  func run(_ batch: TrainingBatch) {
    program.stepNumber = batch.program.stepNumber
    program.seed = batch.program.seed
    program.part = batch.program.part
    program.options = batch.program.options
    program.bind(model.input, to: batch.program.buffer(batch.input))
    program.bind(model.target, to: batch.program.buffer(batch.target))
    program.runGradients()
  }

  /// The numbers of the last run.
  func observation(_ trainer: Trainer, _ observer: Observer) -> StepObservation {
    let parameters = trainer.network.parameters.indices.map { parameter($0, trainer, observer) }
    let squares = parameters.reduce(0) {
      $0 + ($1.gradient.map { $0.norm * $0.norm } ?? 0)
    }
    return StepObservation(
      step: trainer.stepCount + 1, epoch: trainer.epochCount + 1,
      loss: program.buffer(model.loss)[0], learningRate: trainer.currentLearningRate,
      gradientNorm: squares.squareRoot(),
      layers: model.results.indices.map { layer($0, observer) }, parameters: parameters)
  }

  private func layer(_ index: Int, _ observer: Observer) -> StepObservation.Layer {
    let result = model.results[index], units = model.graph.shape(result).columns
    return StepObservation.Layer(
      output: summary(result, observer.outputEdges),
      gradient: layerGradients[index].map { summary($0, observer.gradientEdges) },
      units: units, deadUnits: deadUnits(numbers(result), units: units))
  }

  private func parameter(
    _ index: Int, _ trainer: Trainer, _ observer: Observer
  ) -> StepObservation.Parameter {
    let values = UnsafeBufferPointer(
      start: trainer.network.store.values(index),
      count: trainer.network.parameters[index].shape.count)
    return StepObservation.Parameter(
      values: NumberSummary(values, edges: observer.parameterEdges),
      gradient: parameterGradients[index].map { summary($0, observer.gradientEdges) })
  }

  private func summary(_ value: Value, _ edges: [Float]?) -> NumberSummary {
    NumberSummary(numbers(value), edges: edges)
  }

  private func numbers(_ value: Value) -> UnsafeBufferPointer<Float> {
    UnsafeBufferPointer(start: program.buffer(value), count: model.graph.shape(value).count)
  }

  private func deadUnits(_ numbers: UnsafeBufferPointer<Float>, units: Int) -> Int {
    var isAlive = [Bool](repeating: false, count: units)
    for (i, x) in numbers.enumerated() where x != 0 { isAlive[i % units] = true }
    return isAlive.reduce(0) { $0 + ($1 ? 0 : 1) }
  }
}
