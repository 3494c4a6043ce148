import NeuralNet

/// A workload's program on a machine, with made-up data.
///
/// Used by one thread at a time, and so may go from one to another.
final class Training: @unchecked Sendable {
  private let program: Program
  private let store: ParameterStore

  init(_ workload: Workload, _ machine: Machine, seed: UInt64 = 1) throws(ShapeError) {
    var graph = Graph()
    let x = try graph.input(workload.input)
    let results = try graph.apply(workload.layers, to: x)
    let prediction = results[results.count - 1], shape = graph.shape(prediction)
    let target = try graph.input(workload.loss.takesClasses ? shape.withoutInnermost : shape)
    let loss = try workload.loss.add(to: &graph, prediction, target)
    let gradients = graph.differentiate(loss, for: graph.parameters)
    store = ParameterStore(graph, machine: machine)
    program = Program(
      graph, keep: [loss], parameters: store, gradients: gradients, update: workload.optimizer,
      machine: machine)
    program.learningRate = workload.learningRate
    var random = RandomStream(seed: seed, stream: .data)
    for i in 0..<store.count { store.values(0)[i] = (random.nextUnit() - 0.5) / 10 }
    let numbers = (0..<workload.input.count).map { _ in
      workload.vocabulary.map { Float(random.nextBelow($0)) } ?? random.nextUnit()
    }
    program.write(x, numbers)
    let classes = workload.loss.takesClasses ? shape.columns : 2
    program.write(
      target, (0..<graph.shape(target).count).map { _ in Float(random.nextBelow(classes)) })
  }

  func run(_ steps: Int) {
    for _ in 0..<steps { program.run() }
  }

  /// Values, parameters, their gradients and Adam's two moments, in megabytes.
  var megabytes: Double { Double(program.memoryCount + 4 * store.count) * 4e-6 }
}

extension Shape {
  /// The shape of one number for each row.
  fileprivate var withoutInnermost: Shape {
    rank < 3
      ? Shape(self[0]) : rank == 3 ? Shape(self[0], self[1]) : Shape(self[0], self[1], self[2])
  }
}
