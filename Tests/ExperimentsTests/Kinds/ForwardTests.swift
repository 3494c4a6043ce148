import Plotting
import Testing

@testable import Experiments

@Suite("The experiment forward")
struct ForwardTests {
  @Test("counts 46 parameters and 36 multiply-adds for 3-4-4-2")
  func counts() throws {
    let result = try run(
      .forward, ["layers": .numbers([3, 4, 4, 2]), "input": .numbers([1, 2, 3])])
    #expect(result.metric("parameters") == 46)
    #expect(result.metric("macs") == 36)
    #expect(result.metric("output[1]") != nil)
    #expect(result.metric("output[2]") == nil)
  }

  @Test("computes z = x W + b and a = f(z) with the numbers given")
  func givenNumbers() throws {
    let result = try run(
      .forward,
      [
        "layers": .numbers([2, 2, 1]), "activation": .name("relu"),
        "input": .numbers([1, 2]),
        "weights": .list([.rows([[1, -1], [0.5, 1]]), .rows([[2], [3]])]),
        "biases": .list([.numbers([0, -3]), .numbers([0.25])]),
      ])
    // z₁ = (1 + 1, −1 + 2 − 3) = (2, −2), a₁ = (2, 0), y = 4.25
    #expect(result.metric("output[0]") == 4.25)
    let table = result.figures[0].table
    #expect(table.rows.map { $0[3] } == [.number(2), .number(-2), .number(4.25)])
    #expect(table.rows.map { $0[4] } == [.number(2), .number(0), .number(4.25)])
  }

  @Test("names the outputs of several rows")
  func severalRows() throws {
    let result = try run(
      .forward,
      ["layers": .numbers([1, 1]), "input": .rows([[1], [2]]), "weights": .list([.rows([[3]])])])
    #expect(result.metric("output[0][0]") == 3)
    #expect(result.metric("output[1][0]") == 6)
  }
}
