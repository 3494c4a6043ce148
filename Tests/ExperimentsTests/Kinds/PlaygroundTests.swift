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

  @Test("takes data by a formula: a boundary to be found, or a surface to be learnt")
  func formulas() throws {
    var options = Self.options
    options["data"] = .map("boundary", OptionValue(.text("y - x")))
    let sides = try run(.playground, options)
    #expect(try #require(sides.metric("accuracy")) > 0.9)
    options["data"] = .map("surface", OptionValue(.text("2 + x")))
    let surface = try run(.playground, options)
    #expect(surface.points.allSatisfy { ($0[2] - $0[0] - 2).magnitude < 0.6 })
    // Numbers of one sign: from the lowest to the highest, without a line at zero.
    let map = String(decoding: surface.figures[0].markup(id: "f").bytes, as: UTF8.self)
    #expect(map.contains("fill:var(--s8)") && !map.contains("class=\"bound\""))
    // A boundary parts what its formula says something about, and no more.
    let wrong: [(Experiments.Name, Text)] = [("surface", "1 / (x - x)"), ("boundary", "log(x)")]
    for (kind, formula) in wrong {
      options["data"] = .map(kind, OptionValue(.text(formula)))
      #expect(throws: ExperimentError.self) { _ = try run(.playground, options) }
    }
  }

  @Test("draws other data with their own seed, and the same network")
  func dataSeed() throws {
    func points(_ seed: Double?, context: UInt64 = 4) throws -> [[Double]] {
      var options = Self.options
      if let seed { options["data-seed"] = .number(seed) }
      return try run(.playground, options, Context(seed: context)).points
    }
    #expect(try points(4) == points(nil))
    #expect(try points(5) == points(nil, context: 5) && points(5) == points(5, context: 6))
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

  @Test("goes on from the weights that it gives, and from others")
  func start() throws {
    var options = Self.options
    options["hidden"] = .number(1)
    options["features"] = .list([.name("x")])
    let first = try run(.playground, options)
    let start = try #require(first.numbers.first)
    #expect(start.key == "start")
    // A weight and a bias for the hidden unit, and again for the output.
    #expect(start.value.numbers.map { $0.map { $0.count } } == [[1, 1], [1, 1]])
    options["start"] = start.value
    let second = try run(.playground, options)
    #expect(second.metric("train-loss") != first.metric("train-loss"))
    // By hand: a step of rate 0 leaves tanh(2 x − 1) · 3 + 0.5.
    options["start"] = .list([.rows([[2], [-1]]), .rows([[3], [0.5]])])
    options["optimizer"] = .map("sgd", .number(1e-9))
    options["epochs"] = .number(1)
    let third = try run(.playground, options)
    let kept = try #require(third.numbers.first).value.numbers.flatMap { $0.flatMap { $0 } }
    for (number, expected) in zip(kept, [2, -1, 3, 0.5]) {
      #expect((number - expected).magnitude < 1e-6)
    }
  }

  @Test(
    "says what starting weights must look like",
    arguments: [
      ([[[1.0]]], "start has 1 layers, expected 2"),
      (
        [[[1]], [[1], [1]]],
        "start of layer 1 is 1 × 1, expected 3 × 1: a row an input, and one of biases"
      ),
    ])
  func wrongStart(start: [[[Double]]], message: String) throws {
    var options = Self.options
    options["hidden"] = .number(1)
    options["start"] = .list(start.map { .rows($0) })
    do {
      _ = try run(.playground, options)
      Issue.record("no error")
    } catch let error as ExperimentError {
      let words = String(decoding: LiveProblem.failed(error).message.bytes, as: UTF8.self)
      #expect(words == message)
    }
  }

  @Test("needs no hidden layer, and shows its inputs then")
  func noHidden() throws {
    var options = Self.options
    options["data"] = .name("gauss")
    options["hidden"] = .list([])
    let result = try run(.playground, options)
    #expect(try #require(result.metric("accuracy")) > 0.95)
    #expect(result.metric("parameters") == 3)
    #expect(result.figures.map { $0.name } == ["map", "units", "weights"])
    let units = String(decoding: result.figures[1].markup(id: "f").bytes, as: UTF8.self)
    #expect(units.contains("Inputs"))
  }

  @Test("shows a penalty beside the loss of the data, from the epoch in which it begins")
  func penalty() throws {
    var options = Self.options
    let free = try run(.playground, options)
    #expect(free.metric("penalty") == 0 && free.figures[0].table.columns.count == 3)
    options["regularization"] = .map("l2", .number(0.02))
    let early = try run(.playground, options)
    options["regularization"] = OptionValue(
      .map([
        .init(
          key: "l2",
          value: OptionValue(
            .map([
              .init(key: "strength", value: .number(0.02)), .init(key: "after", value: .number(40)),
            ])))
      ]))
    let late = try run(.playground, options)
    #expect(try #require(early.metric("penalty")) > 0)
    let losses = [free, early, late].map { $0.metric("train-loss") ?? .nan }
    #expect(losses[0] < min(losses[1], losses[2]) && losses[1] != losses[2], "\(losses)")
    let table = late.figures[0].table
    #expect(table.columns.last?.name == "Penalty")
    guard case .number(let before)? = table.rows[39].last,
      case .number(let after)? = table.rows[40].last
    else {
      Issue.record("no numbers")
      return
    }
    #expect(before == 0 && after > 0)
    let plot = String(decoding: late.figures[0].markup(id: "f").bytes, as: UTF8.self)
    #expect(plot.contains("penalty"))
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

  @Test("shows starting weights before they are trained")
  func untrained() throws {
    let request = #"""
      {"experiment":"playground","options":{"hidden":[1],"data":{"circles":20},"epochs":3},
      "changes":{"start":[[[1],[2],[0]],[[1],[0]]]}}
      """#
    let live = try LiveRequest(Array(request.utf8)).begin()
    let first = try #require(live.result)
    let start = first.numbers.first?.value.numbers.flatMap { $0.flatMap { $0 } }
    #expect(start == [1, 2, 0, 1, 0] && live.share == 0)
    let map = String(decoding: first.figures[0].markup(id: "f").bytes, as: UTF8.self)
    #expect(map.contains("before training") && !map.contains("no finite values"))
    let weights = String(decoding: first.figures[2].markup(id: "f").bytes, as: UTF8.self)
    // The edge to the output stands after the three numbers of the first layer.
    #expect(weights.contains("data-of=\"start 1\"") && weights.contains("data-of=\"start 3\""))
    while try live.advance() {}
    #expect(live.share == 1)
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

extension OptionValue {
  /// The numbers of a list of layers of rows.
  fileprivate var numbers: [[[Double]]] {
    items.map { $0.items.map { $0.items.compactMap { $0.number } } }
  }

  private var items: [OptionValue] {
    if case .list(let items) = content { items } else { [] }
  }

  private var number: Double? {
    if case .number(let number) = content { number } else { nil }
  }
}
