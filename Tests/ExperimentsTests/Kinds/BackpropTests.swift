import Plotting
import Testing

@testable import Experiments

@Suite("The experiment backprop")
struct BackpropTests {
  @Test("finds the gradient of one neuron by hand")
  func oneNeuron() throws {
    let result = try run(
      .backprop,
      [
        "layers": .numbers([1, 1]), "input": .numbers([3]), "target": .numbers([1]),
        "weights": .list([.rows([[2]])]),
      ])
    // L = (2·3 − 1)² = 25, dL/dw = 2·5·3 = 30
    #expect(result.metric("loss") == 25)
    #expect(result.metric("gradient") == 30)
  }

  @Test(
    "agrees with central differences for every loss",
    arguments: [
      ("mse", [0.3, -0.4]), ("mae", [0.3, -0.4]), ("huber", [0.3, -0.4]), ("bce", [1.0, 0.0]),
      ("cross-entropy", [1.0]), ("hinge", [1, -1]), ("multi-hinge", [1]),
    ] as [(Experiments.Name, [Double])])
  func gradientError(loss: Experiments.Name, target: [Double]) throws {
    try expectSmallError(.name(loss), target)
  }

  @Test(
    "takes losses with parameters as it takes them without",
    arguments: [
      (.map("cross-entropy", .map("smoothing", .number(0.1))), [1]),
      (.map("cross-entropy", .map("class-weights", .numbers([1, 3]))), [1]),
      (.map("bce", .number(3)), [1, 0]), (.map("multi-hinge", .number(0.5)), [0]),
    ] as [(OptionValue, [Double])])
  func parameters(loss: OptionValue, target: [Double]) throws {
    try expectSmallError(loss, target)
  }

  private func expectSmallError(_ loss: OptionValue, _ target: [Double]) throws {
    let result = try run(
      .backprop,
      [
        "layers": .numbers([3, 5, 2]), "input": .numbers([0.7, -1.1, 0.4]),
        "target": .numbers(target), "loss": loss,
      ])
    let error = try #require(result.metric("gradient-error"))
    #expect(error < 1e-6)
  }

  @Test("spells the chain rule so that its product is the gradient")
  func chainRule() throws {
    let result = try run(
      .backprop,
      [
        "layers": .numbers([2, 3, 2]), "input": .numbers([0.5, -1]),
        "target": .numbers([0.1, 0.9]), "chain": .numbers([1, 2, 3]),
      ])
    let factors = result.figures[1].table.rows.map { row -> Double in
      if case .number(let value) = row[1] { value } else { .nan }
    }
    let product = factors.reduce(1, *)
    let gradient = try #require(result.metric("gradient"))
    #expect(factors.count == 3)
    #expect(abs(product - gradient) <= 1e-6 * abs(gradient))
  }
}
