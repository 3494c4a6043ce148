import Plotting
import Testing

@testable import Experiments

@Suite("Figures of runs that diverge")
struct DivergedFigureTests {
  /// The first drawing of a {train} block on a sine, at a rate.
  private func drawing(rate: Double) throws -> String {
    let result = try trained(rate: rate)
    let panel = try #require(result.figures.first?.rows.first?.panels.first)
    return String(decoding: panel.drawn(width: panel.wideWidth).body.bytes, as: UTF8.self)
  }

  private func trained(rate: Double) throws -> ExperimentResult {
    try run(
      .train,
      [
        "data": .name("sine"), "layers": .numbers([1, 16, 16, 1]), "activation": .name("relu"),
        "loss": .name("mse"), "optimizer": .map("sgd", .number(rate)), "epochs": .number(20),
      ])
  }

  @Test("show the steps where not even the first epoch was finished")
  func firstEpoch() throws {
    let markup = try drawing(rate: 100)
    #expect(markup.contains(">step</text>") && markup.contains("diverged at step"))
    #expect(markup.contains("class=\"ln\"") && markup.contains("class=\"cross\""))
  }

  @Test("say nothing of divergence where there was none")
  func finite() throws {
    let markup = try drawing(rate: 0.01)
    #expect(markup.contains(">epoch</text>") && !markup.contains("diverged"))
  }
}
