@testable import NeuralNet

/// Gradients by the engine's rules against central differences, both in Float64.
struct GradientCheck {
  /// The largest `|n − g| / max(floor, |n| + |g|)` over all parameters.
  private(set) var worst = 0.0

  /// - Parameters:
  ///   - element: the numbers of the parameters, one after the other.
  ///   - floor: what a gradient that is 0 but for rounding counts as.
  ///   - build: makes parameters and the loss.
  init(
    sharing: Bool = true, element: (inout TestNumbers) -> Double, seed: Int,
    floor: Double = 1e-6,
    _ build: (inout Graph, inout TestNumbers) throws -> Value
  ) throws {
    var graph = Graph(), numbers = TestNumbers(seed)
    let loss = try build(&graph, &numbers)
    let machine = Machine(kernels: .float64)
    let store = ParameterStore(graph, machine: machine)
    let gradients = graph.differentiate(loss, for: graph.parameters)
    let program = Program(
      graph, keep: [loss], parameters: store, gradients: gradients, sharing: sharing,
      machine: machine)
    for index in graph.nodes.indices where graph.nodes[index].operation === Input.shared {
      let value = Value(index: index)
      program.write(value, numbers.numbers(graph.shape(value).count))
    }
    let values = GradientCheck.doubles(store.values(0))
    let slopes = GradientCheck.doubles(store.gradients(0))
    for i in 0..<store.count { values[i] = element(&numbers) }
    program.runGradients()
    let analytic = (0..<store.count).map { slopes[$0] }
    for i in 0..<store.count {
      let old = values[i], h = 1e-5
      values[i] = old + h
      program.runGradients()
      let above = program.readDoubles(loss)[0]
      values[i] = old - h
      program.runGradients()
      let below = program.readDoubles(loss)[0]
      values[i] = old
      let numeric = (above - below) / (2 * h), size = numeric.magnitude + analytic[i].magnitude
      worst = max(worst, (numeric - analytic[i]).magnitude / max(floor, size))
    }
  }

  private static func doubles(_ buffer: Buffer) -> UnsafeMutablePointer<Double> {
    UnsafeMutableRawPointer(buffer).assumingMemoryBound(to: Double.self)
  }

  /// In [-2, 2), at least 0.01 away from the kink at 0.
  static func awayFromZero(_ numbers: inout TestNumbers) -> Double {
    let x = Double(numbers.number()) * 2
    return x.magnitude < 0.01 ? x + 0.02 : x
  }
}

extension Graph {
  /// A parameter of a test.
  mutating func parameter(_ shape: Shape) throws(ShapeError) -> Value {
    try parameter(shape, .weight, fanIn: 1, fanOut: 1)
  }

  /// A scalar that depends on every element: the mean squared error against numbers from outside.
  /// Gradient checks write them; until somebody does, they may be anything.
  mutating func anyLoss(of value: Value) throws(ShapeError) -> Value {
    try Loss.mse.add(to: &self, value, input(shape(value)))
  }
}
