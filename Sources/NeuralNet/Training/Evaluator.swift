/// A network's program for a number of rows: it reads the data where they lie and leaves the answers
/// in its own memory.
final class Evaluator {
  let rows: Int
  /// The loss it computes besides the answers, and how many targets a row has for it.
  let loss: Loss?
  let targetCount: Int
  /// The answers of the last run, `[rows, outputs]`.
  let answers: UnsafePointer<Float>
  private let program: Program
  private let input: Value
  private let lossValue: Value?
  private let target: Value?

  /// - Throws: `ShapeError` if the loss does not fit the network.
  init(_ network: Network, rows: Int, loss: Loss?, targetCount: Int) throws(ShapeError) {
    self.rows = rows
    self.loss = loss
    self.targetCount = targetCount
    let graph: Graph, output: Value
    if let loss {
      let model = try LossGraph(network, rows: rows, loss: loss, targets: targetCount)
      (graph, input, output) = (model.graph, model.input, model.output)
      (lossValue, target) = (model.loss, model.target)
    } else {
      let model = try ModelGraph(network.layers, rows: rows, inputs: network.inputs)
      (graph, input, output) = (model.graph, model.input, model.output)
      (lossValue, target) = (nil, nil)
    }
    program = Program(
      graph, keep: lossValue.map { [output, $0] } ?? [output], parameters: network.store,
      evaluating: true, machine: network.machine)
    answers = UnsafePointer(program.buffer(output))
  }

  /// Computes the answers for `rows` rows, and their loss.
  func run(_ features: UnsafePointer<Float>, _ targets: UnsafePointer<Float>?) {
    program.bind(input, to: features)
    if let target, let targets { program.bind(target, to: targets) }
    program.run()
  }

  /// The mean loss of the last run; NaN without one.
  var meanLoss: Float { lossValue.map { program.buffer($0)[0] } ?? .nan }
}

extension Network {
  /// Rows that are computed at a time: enough to be fast, few enough for the cache.
  static let chunkRows = 1024
  /// Programs that are kept; beyond it the oldest one is forgotten.
  static let evaluatorLimit = 16

  /// Goes through `count` rows in chunks; `body` gets the first row and the evaluator after its run.
  ///
  /// - Throws: `ShapeError` if the loss does not fit.
  func evaluate(
    _ features: UnsafePointer<Float>, _ targets: UnsafePointer<Float>?, count: Int,
    loss: Loss? = nil, targetCount: Int = 0, _ body: (_ start: Int, Evaluator) -> Void
  ) throws(ShapeError) {
    var start = 0
    while start < count {
      let rows = min(count - start, Network.chunkRows)
      let evaluator = try evaluator(rows: rows, loss: loss, targetCount: targetCount)
      evaluator.run(features + start * inputs, targets.map { $0 + start * targetCount })
      body(start, evaluator)
      start += rows
    }
  }

  private func evaluator(
    rows: Int, loss: Loss?, targetCount: Int
  ) throws(ShapeError) -> Evaluator {
    for known in evaluators
    where known.rows == rows && known.loss == loss && known.targetCount == targetCount {
      return known
    }
    let made = try Evaluator(self, rows: rows, loss: loss, targetCount: targetCount)
    if evaluators.count == Network.evaluatorLimit { evaluators.removeFirst() }
    evaluators.append(made)
    return made
  }
}
