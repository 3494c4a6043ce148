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
    #expect(result.figures.map { $0.name } == ["map", "units", "weights"])
    // 80 points, and their classes.
    #expect(result.points.count == 80)
    #expect(Set(result.points.map { $0[2] }) == [0, 1])
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
    #expect(try run(.playground, options).figures.count == 3)
    for wrong in [[[0.0, 1]], [[0.0, 1, 2], [0, 1, 0]]] {
      options["data"] = .map("points", .map("rows", .rows(wrong)))
      #expect(throws: ExperimentError.self) { _ = try run(.playground, options) }
    }
  }

  @Test("goes on with the points that it gives, and parts them as it was told")
  func ownPoints() throws {
    var options = Self.options
    options["train-share"] = .number(0.25)
    let points = try run(.playground, options).points
    options["data"] = .map("points", .map("rows", .rows(points)))
    let again = try run(.playground, options)
    #expect(Set(again.points) == Set(points))
    let caption = String(decoding: again.figures[0].caption.bytes, as: UTF8.self)
    #expect(caption.contains("20 points that it learns from") && caption.contains("60 others"))
  }

  @Test("learns a plane of numbers without a hidden layer's bends, and draws its values")
  func numbers() throws {
    var options = Self.options
    options["data"] = .map("plane", .map("noise", .number(0)))
    options["activation"] = .name("linear")
    options["epochs"] = .number(100)
    let result = try run(.playground, options)
    #expect(try #require(result.metric("test-loss")) < 1e-4)
    #expect(result.metric("accuracy") == nil)
    #expect(result.figures.map { $0.name } == ["map", "units", "weights"])
    let map = String(decoding: result.figures[0].markup(id: "f").bytes, as: UTF8.self)
    #expect(map.contains("fill:var(--d8)") && map.contains("Key: value") && map.contains("mse"))
    // Points of one's own: as many numbers as before, none of them a class.
    options["data"] = OptionValue(
      .map([
        .init(
          key: "points",
          value: OptionValue(
            .map([
              .init(key: "rows", value: .rows(result.points)),
              .init(key: "classes", value: .boolean(false)),
            ])))
      ]))
    #expect(try Set(run(.playground, options).points) == Set(result.points))
    options["loss"] = .name("bce")
    #expect(throws: ExperimentError.self) { _ = try run(.playground, options) }
  }

  @Test("takes an activation for each layer, and dropout")
  func layers() throws {
    var options = Self.options
    let plain = try run(.playground, options)
    options["activations"] = .list([.name("tanh"), .name("tanh")])
    #expect(try run(.playground, options).json == plain.json)
    options["activations"] = .list([.name("relu")])
    let mixed = try run(.playground, options)
    #expect(mixed.json != plain.json)
    options["activation"] = .name("relu")
    #expect(try run(.playground, options).json != mixed.json)
    options["dropout"] = .number(0.5)
    #expect(try run(.playground, options).metric("train-loss") != nil)
  }

  @Test("draws other points, or the class alone, of the same network")
  func views() throws {
    func map(_ change: (inout [String: OptionValue]) -> Void) throws -> (String, Double?) {
      var options = Self.options
      change(&options)
      let result = try run(.playground, options)
      let markup = result.figures[0].markup(id: "f")
      return (String(decoding: markup.bytes, as: UTF8.self), result.metric("test-loss"))
    }
    let seen = try map { _ in }
    for (option, value) in [("show", OptionValue.name("all")), ("decided", .boolean(true))] {
      let other = try map { $0[option] = value }
      #expect(other.0 != seen.0 && other.1 == seen.1)
    }
    #expect(
      try !map { $0["decided"] = .boolean(true) }.0.contains("<path style=\"fill:var(--m3)\""))
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
