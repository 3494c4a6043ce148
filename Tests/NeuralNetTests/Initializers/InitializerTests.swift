import NeuralNet
import Testing

/// Mean and deviation of drawn weights against the formulas.
struct InitializerTests {
  /// A rule with the deviation of its formula for 400 inputs and 250 outputs.
  struct Rule: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let initializer: Initializer
    let deviation: Double
    let isUniform: Bool
  }

  static let rules = [
    Rule(
      testDescription: "PyTorch's default", initializer: .pytorchDefault,
      deviation: (1 / 1200.0).squareRoot(), isUniform: true),
    Rule(
      testDescription: "Xavier, uniform", initializer: .xavierUniform(),
      deviation: (2 / 650.0).squareRoot(), isUniform: true),
    Rule(
      testDescription: "Xavier, normal, gain 5/3", initializer: .xavierNormal(gain: 5 / 3),
      deviation: 5 / 3 * (2 / 650.0).squareRoot(), isUniform: false),
    Rule(
      testDescription: "He, uniform", initializer: .heUniform(),
      deviation: (2 / 400.0).squareRoot(), isUniform: true),
    Rule(
      testDescription: "He, normal", initializer: .heNormal(),
      deviation: (2 / 400.0).squareRoot(), isUniform: false),
    Rule(
      testDescription: "He, normal, gain 1", initializer: .heNormal(gain: 1), deviation: 1 / 20,
      isUniform: false),
    Rule(
      testDescription: "LeCun, uniform", initializer: .lecunUniform, deviation: 1 / 20,
      isUniform: true),
    Rule(
      testDescription: "LeCun, normal", initializer: .lecunNormal, deviation: 1 / 20,
      isUniform: false),
  ]

  static let weight = ParameterInfo(
    layer: 0, role: .weight, shape: Shape(400, 250), fanIn: 400, fanOut: 250)
  static let bias = ParameterInfo(
    layer: 0, role: .bias, shape: Shape(250), fanIn: 400, fanOut: 250)

  @Test("Weights have mean 0 and the deviation of the formula", arguments: rules)
  func statistics(rule: Rule) {
    let values = fill(Self.weight, rule.initializer).map(Double.init)
    let count = Double(values.count), sigma = rule.deviation
    let mean = values.reduce(0, +) / count
    let deviation = (values.reduce(0) { $0 + $1 * $1 } / count).squareRoot()
    #expect(mean.magnitude < 3 * sigma / count.squareRoot())
    // The standard error of a deviation is σ √((kurtosis - 1) / 4n): kurtosis 9/5 or 3.
    let error = sigma * ((rule.isUniform ? 0.8 : 2) / (4 * count)).squareRoot()
    #expect((deviation - sigma).magnitude < 3 * error)
    let bound = values.reduce(0) { max($0, $1.magnitude) }
    let limit = 3.0.squareRoot() * sigma
    if rule.isUniform {
      #expect(bound <= limit * (1 + 1e-6) && bound > 0.999 * limit)
    } else {
      #expect(bound > 1.5 * limit)
    }
  }

  @Test("Biases are 0, but PyTorch draws them like the weights")
  func biases() {
    for rule in Self.rules.dropFirst() {
      #expect(fill(Self.bias, rule.initializer).allSatisfy { $0 == 0 })
    }
    let drawn = fill(Self.bias, .pytorchDefault)
    #expect(drawn.allSatisfy { $0.magnitude <= 0.05 } && Set(drawn).count > 240)
  }

  @Test("Constants fill the weights only")
  func constants() {
    #expect(fill(Self.weight, .constant(0.25)).allSatisfy { $0 == 0.25 })
    #expect(fill(Self.bias, .constant(0.25)).allSatisfy { $0 == 0 })
    #expect(fill(Self.weight, .zeros).allSatisfy { $0 == 0 })
    #expect(Initializer.zeros == .constant(0))
  }

  @Test("Seed and number of the parameter decide the values")
  func reproducible() {
    let first = fill(Self.weight, .heNormal(), seed: 1, index: 0)
    #expect(first == fill(Self.weight, .heNormal(), seed: 1, index: 0))
    #expect(first != fill(Self.weight, .heNormal(), seed: 2, index: 0))
    #expect(first != fill(Self.weight, .heNormal(), seed: 1, index: 1))
  }

  @Test("The defaults are those of the documentation")
  func defaults() {
    #expect(Initializer.xavierUniform() == .xavierUniform(gain: 1))
    #expect(Initializer.xavierNormal() == .xavierNormal(gain: 1))
    #expect(Initializer.heUniform() == .heUniform(gain: 1.4142135))
    #expect(Initializer.heNormal() == .heNormal(gain: 1.4142135))
  }

  private func fill(
    _ info: ParameterInfo, _ initializer: Initializer, seed: UInt64 = 1, index: Int = 0
  ) -> [Float] {
    var values = [Float](repeating: .nan, count: info.shape.count)
    initializer.fill(parameter: info, values: &values, seed: seed, index: index)
    return values
  }
}
