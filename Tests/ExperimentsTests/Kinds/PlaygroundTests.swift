import NeuralNet
import Plotting
import Testing

@testable import Experiments

@Suite("The experiment playground")
struct PlaygroundTests {
  static let options: [String: OptionValue] = [
    "data": .map("circles", .number(80)), "epochs": .number(60),
    "optimizer": .map("adam", .number(0.03)),
  ]

  @Test("parts a ring from its middle, and draws each hidden unit")
  func circles() throws {
    let result = try run(.playground, Self.options)
    let accuracy = try #require(result.metric("accuracy"))
    #expect(accuracy > 0.8)
    // 2–4–2–1: (2 + 1) 4 + (4 + 1) 2 + (2 + 1).
    #expect(result.metric("parameters") == 25)
    #expect(result.figures.map { $0.name } == ["map", "units"])
  }

  @Test("learns squares with a single unit when it is told them")
  func features() throws {
    var options = Self.options
    options["features"] = .list([.name("x2"), .name("y2")])
    options["hidden"] = .number(1)
    options["epochs"] = .number(200)
    let accuracy = try #require(try run(.playground, options).metric("accuracy"))
    #expect(accuracy > 0.95)
  }

  @Test("takes points of one's own, and says what is wrong with them")
  func points() throws {
    var options = Self.options
    let corners = OptionValue.rows([[0, 0, 0], [1, 1, 0], [0, 1, 1], [1, 0, 1], [0.1, 0, 0]])
    options["data"] = .map("points", .map("rows", corners))
    #expect(try run(.playground, options).figures.count == 2)
    for wrong in [[[0.0, 1]], [[0.0, 1, 2], [0, 1, 0]]] {
      options["data"] = .map("points", .map("rows", .rows(wrong)))
      #expect(throws: ExperimentError.self) { _ = try run(.playground, options) }
    }
  }

  @Test("gives the same result from its record")
  func replay() throws {
    let given = OptionValue(
      .map(Self.options.map { .init(key: Text(Array($0.key.utf8)), value: $0.value) }))
    let options = Experiment.playground.read(given).options
    let recorded = try Experiment.playground.record(options, Context(seed: 4))
    let again = try Experiment.playground.replay(recorded.record, options, Context(seed: 4))
    #expect(again.json == recorded.result.json)
    #expect(
      again.figures.map { $0.markup(id: "f") }
        == recorded.result.figures.map { $0.markup(id: "f") })
  }
}
