import Testing

@testable import NeuralNet

/// Every gradient rule against central differences in Float64.
///
/// With h = 1e-5 the differences are good to about 1e-10, and worse where gradients nearly vanish.
struct GradientTests {
  static let tolerance = 1e-6

  static let activations: [Activation] = [
    .linear, .sigmoid, .tanh, .relu, .leakyRelu(), .leakyRelu(slope: -0.3), .elu(alpha: 0.7), .selu,
    .gelu, .silu, .softplus, .softmax,
  ]

  private func expectRight(
    _ comment: String, _ build: (inout Graph, inout TestNumbers) throws -> Value
  ) throws {
    for seed in 0..<6 {
      for sharing in [true, false] {
        let check = try GradientCheck(
          sharing: sharing, element: GradientCheck.awayFromZero, seed: seed, build)
        #expect(check.worst < Self.tolerance, "\(comment), seed \(seed), error \(check.worst)")
      }
    }
  }

  @Test("the gradient of each activation", arguments: activations)
  func activation(activation: Activation) throws {
    try expectRight("\(activation.name.text)") { graph, numbers in
      let x = try graph.parameter(Shape(1 + numbers.below(5), 1 + numbers.below(9)))
      return try graph.anyLoss(of: activation.add(to: &graph, x))
    }
  }

  @Test("the gradient of a product with a row, with a matrix, with nothing to begin with")
  func matmul() throws {
    for kind in 0..<3 {
      try expectRight("matmul \(kind)") { graph, numbers in
        let m = 1 + numbers.below(5), k = 1 + numbers.below(5), n = 1 + numbers.below(5)
        var inputs = try [graph.parameter(Shape(m, k)), graph.parameter(Shape(k, n))]
        if kind == 1 { inputs.append(try graph.parameter(Shape(n))) }
        if kind == 2 { inputs.append(try graph.parameter(Shape(m, n))) }
        return try graph.anyLoss(of: graph.add(Matmul(), inputs))
      }
    }
  }

  @Test("the gradient of sums, products of elements, sums over rows, other shapes")
  func arithmetic() throws {
    try expectRight("a b + a") { graph, numbers in
      let shape = Shape(1 + numbers.below(5), 1 + numbers.below(5))
      let a = try graph.parameter(shape), b = try graph.parameter(shape)
      return try graph.anyLoss(of: graph.add(Add(), [graph.add(Multiply(), [a, b]), a]))
    }
    try expectRight("sumRows") { graph, numbers in
      let x = try graph.parameter(Shape(1 + numbers.below(7), 1 + numbers.below(5)))
      return try graph.anyLoss(of: graph.add(SumRows(), [x]))
    }
    try expectRight("reshape") { graph, numbers in
      let m = 1 + numbers.below(5), x = try graph.parameter(Shape(m, 6))
      let y = try graph.add(Reshape(Shape(m * 2, 3)), [x])
      return try graph.anyLoss(of: graph.add(Multiply(), [y, y]))
    }
  }

  @Test("the gradient of a value with several readers is the sum of theirs")
  func severalReaders() throws {
    try expectRight("residual") { graph, numbers in
      let x = try graph.parameter(Shape(3, 4)), w = try graph.parameter(Shape(4, 4))
      let h = try graph.add(Matmul(), [x, w])
      let y = try graph.add(
        Add(), [h, graph.add(Matmul(), [Activation.tanh.add(to: &graph, h), w])])
      return try graph.anyLoss(of: graph.add(Add(), [y, x]))
    }
    try expectRight("the same operand twice") { graph, _ in
      let x = try graph.parameter(Shape(3, 3))
      return try graph.anyLoss(of: graph.add(Add(), [graph.add(Matmul(), [x, x, x]), x]))
    }
  }

  @Test(
    "the gradient of each loss",
    arguments: [.mse, .mae, .huber(delta: 0.8), .bce] as [Loss])
  func loss(loss: Loss) throws {
    try expectRight("\(loss.name.text)") { graph, numbers in
      let shape = Shape(1 + numbers.below(5), 1 + numbers.below(20))
      return try loss.add(to: &graph, graph.parameter(shape), graph.input(shape))
    }
  }

  @Test("the gradient of cross-entropy")
  func crossEntropy() throws {
    // Targets are drawn in [-1, 1): the rows with a class all have class 0.
    for seed in 0..<6 {
      var numbers = TestNumbers(seed)
      let rows = 1 + numbers.below(5), classes = 1 + numbers.below(20)
      var graph = Graph()
      let z = try graph.parameter(Shape(rows, classes)), t = try graph.input(Shape(rows))
      let loss = try Loss.crossEntropy.add(to: &graph, z, t)
      let machine = Machine(kernels: .float64)
      let store = ParameterStore(graph, machine: machine)
      let gradients = graph.differentiate(loss, for: [z])
      let program = Program(
        graph, keep: [loss], parameters: store, gradients: gradients, machine: machine)
      program.write(t, (0..<rows).map { _ in Float(numbers.below(classes)) })
      let values = UnsafeMutableRawPointer(store.values(0)).assumingMemoryBound(to: Double.self)
      let slopes = UnsafeMutableRawPointer(store.gradients(0)).assumingMemoryBound(to: Double.self)
      for i in 0..<store.count { values[i] = Double(numbers.number()) * 3 }
      program.runGradients()
      let analytic = (0..<store.count).map { slopes[$0] }
      for i in 0..<store.count {
        let old = values[i]
        values[i] = old + 1e-5
        program.runGradients()
        let above = program.readDoubles(loss)[0]
        values[i] = old - 1e-5
        program.runGradients()
        let numeric = (above - program.readDoubles(loss)[0]) / 2e-5
        values[i] = old
        #expect((numeric - analytic[i]).magnitude < 1e-9, "seed \(seed), logit \(i)")
      }
    }
  }

  @Test("the gradient of a loss that is weighed and added to another")
  func weightedLosses() throws {
    try expectRight("two losses") { graph, numbers in
      let shape = Shape(2, 1 + numbers.below(5))
      let y = try graph.parameter(shape)
      let weight = try graph.parameter(Shape(1))
      let first = try Loss.mse.add(to: &graph, y, graph.input(shape))
      let second = try Loss.bce.add(to: &graph, y, graph.input(shape))
      return try graph.add(Add(), [graph.add(Multiply(), [first, weight]), second])
    }
  }

  @Test("the gradient of a whole network")
  func network() throws {
    try expectRight("network") { graph, numbers in
      let batch = 1 + numbers.below(6)
      let layers: [Layer] = [.dense(5), .tanh, .dense(4, bias: false), .gelu, .dense(3), .silu]
      let y = try graph.apply(layers, to: graph.input(Shape(batch, 4)))
      return try graph.anyLoss(of: y[5])
    }
  }
}
