import Testing

@testable import NeuralNet

/// Values by hand or from PyTorch 2.15 in float64, rounded to 8 digits.
struct ActivationTests {
  struct Known: Sendable {
    let activation: Activation
    let x: Float
    let y: Float
    let slope: Float
  }

  static let known: [Known] = [
    Known(activation: .linear, x: 2.5, y: 2.5, slope: 1),
    Known(activation: .sigmoid, x: 0, y: 0.5, slope: 0.25),
    Known(activation: .sigmoid, x: 2, y: 0.88079708, slope: 0.10499359),
    Known(activation: .tanh, x: 0.5, y: 0.46211716, slope: 0.78644773),
    Known(activation: .relu, x: 3, y: 3, slope: 1),
    Known(activation: .relu, x: -3, y: 0, slope: 0),
    Known(activation: .relu, x: 0, y: 0, slope: 0),
    Known(activation: .leakyRelu(), x: -2, y: -0.02, slope: 0.01),
    Known(activation: .leakyRelu(slope: 0.2), x: -2, y: -0.4, slope: 0.2),
    Known(activation: .leakyRelu(slope: -1), x: -2, y: 2, slope: -1),
    Known(activation: .elu(), x: -1, y: -0.63212056, slope: 0.36787944),
    Known(activation: .elu(alpha: 2), x: -1, y: -1.2642411, slope: 0.73575888),
    Known(activation: .elu(), x: 1.5, y: 1.5, slope: 1),
    Known(activation: .selu, x: 1, y: 1.0507010, slope: 1.0507010),
    Known(activation: .selu, x: -1, y: -1.1113307, slope: 0.64676863),
    Known(activation: .gelu, x: 1, y: 0.84134475, slope: 1.0833155),
    Known(activation: .gelu, x: -1, y: -0.15865525, slope: -0.083315471),
    Known(activation: .silu, x: 1, y: 0.73105858, slope: 0.92767051),
    Known(activation: .silu, x: -2, y: -0.23840584, slope: -0.090784243),
    Known(activation: .softplus, x: 0, y: 0.69314718, slope: 0.5),
    Known(activation: .softplus, x: 30, y: 30, slope: 1),
  ]

  @Test("activations have the values and slopes of PyTorch", arguments: known)
  func values(known: Known) {
    let y = known.activation(known.x), slope = known.activation.derivative(known.x)
    #expect((y - known.y).magnitude <= 4e-7 * max(1, known.y.magnitude))
    #expect((slope - known.slope).magnitude <= 4e-7 * max(1, known.slope.magnitude))
  }

  @Test("a NaN passes through every activation", arguments: GradientTests.activations)
  func notANumber(activation: Activation) {
    #expect(activation(.nan).isNaN)
  }

  @Test("rows of a softmax sum to 1, do not depend on a shift, and overflow nowhere")
  func softmax() throws {
    var graph = Graph()
    let x = try graph.input(Shape(3, 3)), y = try Activation.softmax.add(to: &graph, x)
    let machine = Machine()
    let program = Program(
      graph, keep: [y], parameters: ParameterStore(graph, machine: machine), machine: machine)
    program.write(x, [1, 2, 3, 101, 102, 103, -1000, 1000, 0])
    program.run()
    let p = program.read(y)
    let expected: [Float] = [0.09003057, 0.24472848, 0.66524094]
    for j in 0..<3 { #expect((p[j] - expected[j]).magnitude < 1e-7) }
    #expect(p[0..<3] == p[3..<6])
    #expect(p[6...] == [0, 1, 0])
  }

  @Test("activations are values that can be compared")
  func equality() {
    #expect(Activation.leakyRelu(slope: 0.1) == .leakyRelu(slope: 0.1))
    #expect(Activation.leakyRelu(slope: 0.1) != .leakyRelu(slope: 0.2))
    #expect(Activation.linear != .softmax)
    #expect(Activation.elu() != .selu)
  }

  @Test("constants out of range are refused", arguments: [-1, .nan, .infinity] as [Float])
  func outOfRange(alpha: Float) {
    #expect(throws: ShapeError.self) {
      var graph = Graph()
      let x = try graph.input(Shape(1, 1))
      _ = try Activation.elu(alpha: alpha).add(to: &graph, x)
    }
  }
}
