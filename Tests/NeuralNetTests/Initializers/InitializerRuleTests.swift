import NeuralNet
import Testing

/// Rules that are more than a distribution and a fan.
struct InitializerRuleTests {
  private func fill(
    _ initializer: Initializer, _ shape: Shape, fanIn: Int = 1, fanOut: Int = 1,
    axes: [Int]? = nil, seed: UInt64 = 1
  ) -> [Float] {
    let info = ParameterInfo(
      layer: 0, role: .weight, shape: shape, fanIn: fanIn, fanOut: fanOut, pytorchAxes: axes)
    var values = [Float](repeating: .nan, count: shape.count)
    initializer.fill(parameter: info, values: &values, seed: seed, index: 0)
    return values
  }

  private func statistics(_ values: [Float]) -> (mean: Double, deviation: Double) {
    let count = Double(values.count), mean = values.reduce(0) { $0 + Double($1) } / count
    let square = values.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / count
    return (mean, square.squareRoot())
  }

  @Test("gains are those of PyTorch's calculate_gain")
  func gains() {
    let expected: [(Nonlinearity, Float)] = [
      (.linear, 1), (.sigmoid, 1), (.tanh, 1.6666666), (.relu, 1.4142135),
      (.leakyRelu(), 1.4141428), (.leakyRelu(slope: 0.2), 1.3867505), (.selu, 0.75),
    ]
    for (nonlinearity, gain) in expected {
      #expect((nonlinearity.gain - gain).magnitude < 2e-7, "\(nonlinearity)")
    }
  }

  @Test("uniform, normal and truncated normal have the asked mean, deviation and bounds")
  func distributions() {
    let shape = Shape(200, 250)
    let uniform = fill(.uniform(from: -1, to: 3), shape)
    #expect(uniform.allSatisfy { $0 >= -1 && $0 <= 3 })
    #expect((statistics(uniform).mean - 1).magnitude < 0.02)
    #expect((statistics(uniform).deviation - 4 / 12.0.squareRoot()).magnitude < 0.01)
    let normal = fill(.normal(mean: 2, deviation: 0.5), shape)
    #expect((statistics(normal).mean - 2).magnitude < 0.01)
    #expect((statistics(normal).deviation - 0.5).magnitude < 0.01)
    let cut = fill(.truncatedNormal(), shape)
    #expect(cut.allSatisfy { $0 >= -2 && $0 <= 2 } && cut.contains { $0.magnitude > 1.99 })
    // √(1 - 4 φ(2) / (Φ(2) - Φ(-2)))
    #expect((statistics(cut).deviation - 0.87963).magnitude < 0.008)
    let beyond = fill(.truncatedNormal(deviation: 0.1, from: 5, to: 6), Shape(3))
    #expect(beyond == [5, 5, 5])
    #expect(fill(.ones, Shape(3)) == [1, 1, 1])
  }

  @Test("the fan of outputs keeps gradients at their size")
  func fanOut() {
    let values = fill(.heNormal(gain: 1, fan: .outputs), Shape(100, 400), fanIn: 100, fanOut: 400)
    #expect((statistics(values).deviation - 0.05).magnitude < 0.001)
  }

  @Test(
    "rows or columns of an orthogonal weight have length gain and are at right angles",
    arguments: [Shape(20, 7), Shape(7, 20), Shape(12, 12), Shape(1, 5)])
  func orthogonal(shape: Shape) {
    // Ours is [inputs, units].
    let values = fill(.orthogonal(gain: 2), shape), inputs = shape[0], units = shape[1]
    let byUnit = units <= inputs, count = min(inputs, units), length = max(inputs, units)
    for a in 0..<count {
      for b in 0..<count {
        var product = 0.0
        for k in 0..<length {
          let p = byUnit ? k * units + a : a * units + k, q = byUnit ? k * units + b : b * units + k
          product += Double(values[p]) * Double(values[q])
        }
        #expect((product - (a == b ? 4 : 0)).magnitude < 1e-5)
      }
    }
  }

  @Test("an orthogonal kernel is orthogonal as PyTorch's matrix [units, the rest]")
  func orthogonalKernel() {
    // [height, width, inputs, units], PyTorch's [units, inputs, height, width].
    let values = fill(.orthogonal(), Shape(3, 3, 2, 4), axes: [3, 2, 0, 1])
    for a in 0..<4 {
      for b in 0..<4 {
        let product = (0..<18).reduce(0.0) {
          $0 + Double(values[$1 * 4 + a]) * Double(values[$1 * 4 + b])
        }
        #expect((product - (a == b ? 1 : 0)).magnitude < 1e-5)
      }
    }
  }

  @Test("a sparse weight has the share of zeros in the weights of each input")
  func sparse() {
    let values = fill(.sparse(zeros: 0.3, deviation: 2), Shape(50, 40))
    for input in 0..<50 {
      #expect((0..<40).filter { values[input * 40 + $0] == 0 }.count == 12)
    }
    let others = values.filter { $0 != 0 }
    #expect((statistics(others).deviation - 2).magnitude < 0.15)
  }

  @Test("an identity passes inputs on, a kernel with its middle")
  func identity() {
    #expect(fill(.identity, Shape(3, 2)) == [1, 0, 0, 1, 0, 0])
    let kernel = fill(.identity, Shape(3, 3, 2, 2), axes: [3, 2, 0, 1])
    for (index, value) in kernel.enumerated() {
      let isMiddle = index / 4 == 4, isSame = index % 4 == 0 || index % 4 == 3
      #expect(value == (isMiddle && isSame ? 1 : 0))
    }
  }

  @Test("all rules depend on the seed alone")
  func reproducible() {
    for rule in [Initializer.orthogonal(), .sparse(zeros: 0.5), .truncatedNormal()] {
      #expect(fill(rule, Shape(6, 5)) == fill(rule, Shape(6, 5)))
      #expect(fill(rule, Shape(6, 5)) != fill(rule, Shape(6, 5), seed: 2))
    }
  }

  @Test("The defaults are those of the documentation")
  func defaults() {
    #expect(Initializer.normal() == .normal(mean: 0, deviation: 1))
    #expect(
      Initializer.truncatedNormal() == .truncatedNormal(mean: 0, deviation: 1, from: -2, to: 2))
    #expect(Initializer.orthogonal() == .orthogonal(gain: 1))
    #expect(Initializer.sparse(zeros: 0.5) == .sparse(zeros: 0.5, deviation: 0.01))
    #expect(Initializer.heNormal() == .heNormal(gain: 1.4142135, fan: .inputs))
  }
}
