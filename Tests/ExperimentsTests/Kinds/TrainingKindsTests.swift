import NeuralNet
import Plotting
import Testing

@testable import Experiments

@Suite("The experiment lr-sweep")
struct LearningRateSweepTests {
  @Test("finds the rate that works and those that do not")
  func findsTheBest() throws {
    let result = try run(
      .learningRateSweep,
      [
        "data": .map("line", .map("samples", .number(40))), "layers": .numbers([1, 8, 1]),
        "rates": .numbers([0.000001, 0.1, 100]), "seeds": .number(3), "epochs": .number(60),
      ])
    #expect(result.metric("best-rate") == 0.1)
    #expect(result.metric("diverged") == 1)
    #expect(result.diagnoses.count == 1)
  }

  @Test("does not depend on the number of threads")
  func threads() throws {
    let options: [String: OptionValue] = ["seeds": .number(2), "epochs": .number(10)]
    let one = try run(.learningRateSweep, options, Context(threads: 1))
    let three = try run(.learningRateSweep, options, Context(threads: 3))
    #expect(one.figures[0].markup(id: "f") == three.figures[0].markup(id: "f"))
  }
}

@Suite("Every experiment")
struct EveryExperimentTests {
  static let options: [(Experiment, [String: OptionValue])] = [
    (.forward, ["layers": .numbers([3, 4, 2]), "input": .numbers([1, -2, 3])]),
    (
      .backprop,
      ["layers": .numbers([2, 3, 1]), "input": .numbers([1, -2]), "target": .numbers([0.5])]
    ),
    (.learningRateSweep, ["seeds": .number(2), "epochs": .number(8)]),
    (.overfitting, ["epochs": .number(8)]),
    (.train, ["epochs": .number(4), "batch": .number(7)]),
    (.playground, ["epochs": .number(4)]),
    (.descent, ["loss": .name("x^2 + 3 * y^2"), "against": .list([.name("adam")])]),
    (.attention, ["draws": .number(2)]),
    (.curves, ["run": .list([.name("one"), .name("two")])]),
    (.decisionMap, ["run": .list([.name("one"), .name("two")])]),
    (.confusion, ["run": .name("one")]),
    (.weights, ["run": .name("one")]),
    (.predictions, ["run": .name("one"), "show": .name("doubtful")]),
    (.plot, ["marks": .list([.map("line", .map("y", .name("sin(x) * tanh(x) + exp(-x ^ 2)")))])]),
    (.heatMap, ["values": .rows([[1, 2], [3, 4]])]),
  ]

  /// A context with two runs for those that show runs.
  static func context(_ kernels: KernelChoice = .best) throws -> Context {
    var context = Context(seed: 3, kernels: kernels)
    for (name, units) in [("one", 4.0), ("two", 6)] {
      let options = Experiment.train.read(
        OptionValue(
          .map([
            .init(key: "epochs", value: .number(4)),
            .init(key: "layers", value: .numbers([2, units, 1])),
          ]))
      ).options
      let own = Context(seed: 3, kernels: kernels)
      let record = try Experiment.train.record(options, own).record
      let label = Text(Array(name.utf8))
      context.runs.append(
        FinishedRun(label: label, options: options, context: own, record: record))
    }
    return context
  }

  @Test("draws the same bytes with every instance of the kernels")
  func kernels() throws {
    for (experiment, given) in Self.options {
      let markups = try KernelChoice.all.map { kernels in
        try run(experiment, given, try Self.context(kernels)).figures
          .map { $0.markup(id: "f") }
      }
      #expect(markups.allSatisfy { $0 == markups[0] }, "\(experiment.name.literal)")
    }
  }

  @Test("is one of these, so that none is forgotten")
  func complete() {
    #expect(Self.options.map { $0.0.name.text } == Experiment.all.map { $0.name.text })
  }
}

@Suite("Tables of epochs")
struct EpochTableTests {
  @Test(
    "have a row for each epoch, the last one too",
    arguments: [Experiment.overfitting, .playground, .train])
  func complete(experiment: Experiment) throws {
    let result = try run(experiment, ["epochs": .number(203)])
    let rows = result.figures[0].table.rows
    #expect(rows.count == 203 && rows.last?.first == .text("203"))
  }
}

@Suite("The experiment overfitting")
struct OverfittingTests {
  static let options: [String: OptionValue] = [
    "train-samples": .number(30), "label-noise": .number(0.2), "epochs": .number(300),
    "optimizer": .map("adam", .number(0.02)), "layers": .rows([[2, 2, 1], [2, 32, 32, 1]]),
  ]

  @Test("sees the large network learn by heart")
  func gap() throws {
    let result = try run(.overfitting, Self.options)
    let small = try #require(result.metric("gap[1]"))
    let large = try #require(result.metric("gap[2]"))
    #expect(large > small)
    #expect(result.metric("gap") == large)
    #expect(result.figures.count == 3)
  }

  @Test("stops early and keeps the weights of the best epoch")
  func earlyStopping() throws {
    var options = Self.options
    options["early-stopping"] = .map("patience", .number(20))
    let stopped = try run(.overfitting, options)
    let full = try run(.overfitting, Self.options)
    let best = try #require(stopped.metric("best-epoch"))
    #expect(best == full.metric("best-epoch") || best < 300)
    let early = try #require(stopped.metric("validation-loss"))
    let late = try #require(full.metric("validation-loss"))
    #expect(early < late)
  }
}

@Suite("The experiment train")
struct TrainTests {
  @Test("learns moons")
  func moons() throws {
    let result = try run(
      .train, ["optimizer": .map("adam", .number(0.01)), "epochs": .number(80)])
    let accuracy = try #require(result.metric("accuracy"))
    #expect(accuracy > 0.95)
  }

  @Test("shows a confusion matrix for several classes")
  func classes() throws {
    let result = try run(
      .train,
      ["data": .name("blobs"), "layers": .numbers([2, 8, 3]), "epochs": .number(20)])
    #expect(result.figures.contains { $0.name == "confusion" })
  }

  @Test("reports a divergence as a diagnosis")
  func divergence() throws {
    let result = try run(
      .train,
      [
        "data": .name("line"), "layers": .numbers([1, 8, 1]), "activation": .name("relu"),
        "optimizer": .map("sgd", .number(10_000)), "epochs": .number(10),
      ])
    #expect(result.diagnoses.count == 1)
  }
}
