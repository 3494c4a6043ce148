import Kernels
import Testing

@testable import NeuralNet

/// Traces, and gradients against differences.
struct TraceTests {
  private static let activations: [Activation] = [
    .linear, .sigmoid, .tanh, .relu, .leakyRelu(slope: 0.1), .elu(alpha: 1.5), .selu, .gelu, .silu,
    .softplus, .softmax,
  ]
  private static let losses: [Loss] = [.mse, .mae, .huber(delta: 0.3), .bce, .crossEntropy]

  @Test("A trace has the bits that predict has, with and without a loss")
  func traceIsPredict() throws {
    let (network, features) = try random([.dense(7), .gelu, .dense(5), .tanh, .dense(3)])
    let answers = bits(network.predict(features, count: 6))
    let plain = network.trace(features, count: 6)
    #expect(plain.layers.map(\.units) == [7, 7, 5, 5, 3])
    #expect(bits(plain.layers[4].output) == answers)
    #expect(plain.loss.isNaN && plain.parameterGradients.isEmpty)
    #expect(plain.layers.allSatisfy { $0.gradient.isEmpty && $0.output.count == 6 * $0.units })
    let trace = try network.trace(
      features, count: 6, targets: [0, 1, 2, 0, 1, 2], loss: .crossEntropy)
    for (layer, known) in zip(trace.layers, plain.layers) {
      #expect(bits(layer.output) == bits(known.output))
      #expect(layer.gradient.count == layer.output.count)
    }
  }

  @Test("Gradients of a trace are those of the formula")
  func handComputed() throws {
    let network = try Network(inputs: 1, layers: [.dense(1), .tanh], machine: .best())
    network.setValues(0, [0.5])
    network.setValues(1, [-0.25])
    let trace = try network.trace([1.5], count: 1, targets: [1], loss: .mse)
    let y = Math.tanh(0.5), dy = 2 * (y - 1), dz = dy * (1 - y * y)
    let found = trace.layers.flatMap(\.gradient) + trace.parameterGradients.flatMap { $0 }
    for (x, exact) in zip(found, [dz, dy, 1.5 * dz, dz]) {
      #expect((Double(x) - exact).magnitude < 1e-6)
    }
    #expect((Double(trace.loss) - (y - 1) * (y - 1)).magnitude < 1e-6)
  }

  @Test("A layer that the loss does not see has the gradient zero")
  func unseen() throws {
    let network = try Network(inputs: 2, layers: [.dense(2), .relu, .dense(1)], machine: .best())
    let trace = try network.trace([1, 2], count: 1, targets: [1], loss: .mse)
    #expect(trace.parameterGradients[0] == [0, 0, 0, 0] && trace.parameterGradients[3] == [-2])
  }

  @Test("Numbers that do not fit are refused")
  func errors() throws {
    let (network, features) = try random([.dense(3)])
    let wrongCount = ShapeError.mismatch(
      operation: "input", expected: Shape(5, 4), found: Shape(24))
    #expect(throws: wrongCount) {
      try network.trace(features, count: 5, targets: [], loss: .mse)
    }
    #expect(
      throws: ShapeError.mismatch(operation: "mse", expected: Shape(6, 3), found: Shape(2))
    ) {
      try network.trace(features, count: 6, targets: [1, 2], loss: .mse)
    }
    #expect(throws: ShapeError.outOfRange(operation: Loss.crossEntropy.name, value: 3)) {
      try network.trace(features, count: 6, targets: [0, 1, 2, 3, 0, 0], loss: .crossEntropy)
    }
    #expect(network.trace(features, count: 5).layers.isEmpty)
  }

  @Test("Gradients are central differences to 1e-6, for every activation and loss")
  func gradients() throws {
    for activation in Self.activations {
      for (seed, loss) in Self.losses.enumerated() {
        let (network, features) = try random(
          [.dense(5), .activation(activation), .dense(4), .activation(activation), .dense(3)],
          seed: seed + 1)
        let targets = targets(for: loss, rows: 6, outputs: 3)
        let error = try network.gradientError(features, count: 6, targets: targets, loss: loss)
        let what = "\(activation.name.text), \(loss.name.text)"
        #expect(error < 1e-6, "\(what): relative error \(error)")
        #expect(error > 0, "\(what): a difference of zero compares nothing")
      }
    }
  }

  @Test("A wrong gradient is found")
  func wrongGradient() throws {
    let wrong = Layer("wrong") { graph, x throws(ShapeError) in
      try graph.add(TwiceTheGradient(), [x])
    }
    let (network, features) = try random([.dense(3), wrong, .tanh, .dense(2)])
    let targets = targets(for: .mse, rows: 6, outputs: 2)
    let error = try network.gradientError(features, count: 6, targets: targets, loss: .mse)
    #expect(error > 0.3)
  }

  /// Rows of four features in [-1, 1).
  private func random(
    _ layers: [Layer], seed: Int = 1
  ) throws -> (network: Network, features: [Float]) {
    let network = try Network(inputs: 4, layers: layers, machine: .best())
    network.initialize(.pytorchDefault, seed: UInt64(seed))
    var numbers = TestNumbers(seed)
    return (network, numbers.numbers(24))
  }

  private func targets(for loss: Loss, rows: Int, outputs: Int) -> [Float] {
    var numbers = TestNumbers(99)
    if loss.takesClasses { return (0..<rows).map { _ in Float(numbers.below(outputs)) } }
    if loss == .bce { return (0..<rows * outputs).map { _ in Float(numbers.below(2)) } }
    return numbers.numbers(rows * outputs)
  }
}

/// `y = x`, with a gradient that is wrong.
private final class TwiceTheGradient: NeuralNet.Operation {
  var name: Name { "wrong" }
  var traits: Traits {
    var traits = Traits()
    traits.isAlias = true
    return traits
  }

  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { inputs[0] }

  func emit(_ site: Site, into steps: inout [Step]) {}

  func gradient(_ graph: inout Graph, _ y: Value, _ dy: Value) -> [Value?] {
    [graph.insert(Add.shared, [dy, dy], graph.shape(y))]
  }
}
