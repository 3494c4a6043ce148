/// The program of a training step for a number of rows, and how rows get into it.
struct TrainingBatch {
  /// Rows of a step.
  let rows: Int
  /// Steps of this size in an epoch.
  let steps: Int
  let program: Program
  let input: Value
  let target: Value
  /// Where the loss of the last run lies.
  let loss: UnsafePointer<Float>
  /// Pairs of a multiplication and an addition in a step.
  let multiplyAdds: Int
  private let featureCount: Int
  private let targetCount: Int
  private let features: UnsafeMutablePointer<Float>
  private let targets: UnsafeMutablePointer<Float>

  /// - Parameter update: how the parameters change; nil for a program that shares no memory, to look
  ///   for what went wrong.
  /// - Throws: `ShapeError` if layers, loss and data do not fit.
  init(
    _ network: Network, loss: Loss, targetCount: Int, rows: Int, steps: Int,
    update: (any Optimizer)?, options: UpdateOptions = UpdateOptions()
  ) throws(ShapeError) {
    var model = try LossGraph(network, rows: rows, loss: loss, targets: targetCount)
    try model.graph.requireTrainable()
    var kept = [model.loss]
    if update != nil { kept.append(try model.graph.add(FiniteCheck.shared, kept)) }
    let gradients = model.graph.differentiateParameters(model.loss)
    program = Program(
      model.graph, keep: kept, parameters: network.store, gradients: gradients, update: update,
      options: options, sharing: update != nil, machine: network.machine)
    self.rows = rows
    self.steps = steps
    self.targetCount = targetCount
    featureCount = network.inputs
    input = model.input
    target = model.target
    multiplyAdds = program.multiplyAdds
    self.loss = UnsafePointer(program.buffer(model.loss))
    features = program.buffer(model.input)
    targets = program.buffer(model.target)
  }

  /// The steps of an epoch: whole batches, then what is left if the recipe keeps it.
  static func epoch(
    of recipe: TrainingRecipe, _ network: Network, _ data: Dataset
  ) throws(ShapeError) -> [TrainingBatch] {
    let size = min(max(recipe.batchSize ?? data.count, 1), data.count)
    var batches: [TrainingBatch] = []
    for (rows, steps) in [(size, data.count / size), (data.count % size, 1)]
    where rows == size || rows > 0 && recipe.keepsShortBatch {
      batches.append(
        try TrainingBatch(
          network, loss: recipe.loss, targetCount: data.targetCount, rows: rows, steps: steps,
          update: recipe.optimizer, options: recipe.updates))
    }
    return batches
  }

  /// Reads the rows from `start` on where they lie, from the next run on.
  func bind(_ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>, start: Int) {
    program.bind(input, to: x + start * featureCount)
    program.bind(target, to: y + start * targetCount)
  }

  /// Copies the rows with the given numbers.
  @inline(__always)
  func gather(_ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>, _ order: UnsafePointer<Int32>) {
    copyRows(order, from: x, columns: featureCount, to: features)
    copyRows(order, from: y, columns: targetCount, to: targets)
  }

  /// One and two columns go without a call per row, which would cost a small network a tenth of its
  /// step.
  @inline(__always)
  private func copyRows(
    _ order: UnsafePointer<Int32>, from source: UnsafePointer<Float>, columns: Int,
    to target: UnsafeMutablePointer<Float>
  ) {
    switch columns {
    case 1: for i in 0..<rows { target[i] = source[Int(order[i])] }
    case 2:
      for i in 0..<rows {
        let row = source + 2 &* Int(order[i])
        target[2 &* i] = row[0]
        target[2 &* i &+ 1] = row[1]
      }
    default:
      for i in 0..<rows {
        (target + i &* columns).update(from: source + columns &* Int(order[i]), count: columns)
      }
    }
  }
}
