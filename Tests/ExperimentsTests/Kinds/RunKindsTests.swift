import NeuralNet
import Plotting
import Testing

@testable import Experiments

@Suite("Experiments that show the runs of others")
struct RunKindsTests {
  @Test("agree with the run itself")
  func agree() throws {
    let context = try EveryExperimentTests.context()
    let first = context.runs[0]
    let trained = try Experiment.train.replay(first.record, first.options, first.context)
    let maps = try run(.decisionMap, ["run": .name("one")], context)
    let confusion = try run(.confusion, ["run": .name("one")], context)
    let curves = try run(.curves, ["run": .name("one")], context)
    #expect(maps.metric("accuracy[1]") == trained.metric("accuracy"))
    #expect(curves.metric("train-loss[1]") == trained.metric("train-loss"))
    let accuracy = try #require(confusion.metric("accuracy"))
    #expect(abs(accuracy - (trained.metric("accuracy") ?? 0)) < 1e-6)
  }

  @Test("cannot run without a host that gives them the run")
  func alone() {
    #expect(throws: ExperimentError.self) { try run(.curves, ["run": .name("one")]) }
  }

  @Test("show only as many runs as fit")
  func counts() {
    let names = OptionValue.list((0..<9).map { _ in .name("one") })
    let (_, problems) = Experiment.curves.read(
      OptionValue(.map([.init(key: "run", value: names)])))
    #expect(problems.count == 1)
    let twice = OptionValue.list([.name("one"), .name("one")])
    #expect(
      Experiment.curves.read(OptionValue(.map([.init(key: "run", value: twice)]))).problems.count
        == 1)
  }

  @Test("refuse data that they cannot draw")
  func unfit() throws {
    var context = Context(seed: 1)
    let options = Experiment.train.read(
      OptionValue(
        .map([
          .init(key: "data", value: .name("blobs")), .init(key: "epochs", value: .number(1)),
          .init(key: "layers", value: .numbers([2, 4, 3])),
        ]))
    ).options
    let record = try Experiment.train.record(options, context).record
    context.runs = [
      FinishedRun(label: "b", options: options, context: Context(seed: 1), record: record)
    ]
    #expect(throws: ExperimentError.self) { try run(.decisionMap, ["run": .name("b")], context) }
    #expect(throws: Never.self) { try run(.confusion, ["run": .name("b")], context) }
  }

  @Test("score classes as scikit-learn does")
  func scores() throws {
    // Rows: 3 of class 0 (2 right), 2 of class 1 (1 right), class 2 never occurs and is said once.
    let scores = ClassScores(counts: [2, 1, 0, 0, 1, 1, 0, 0, 0], classCount: 3)
    #expect(scores.accuracy == 0.6)
    #expect(scores.precision(0) == 1 && scores.recall(0) == 2.0 / 3)
    #expect(scores.precision(1) == 0.5 && scores.recall(1) == 0.5 && scores.f1(1) == 0.5)
    #expect(scores.precision(2) == 0 && scores.recall(2) == 0 && scores.f1(2) == 0)
  }

  @Test("measure errors of numbers by their formulas")
  func numbers() throws {
    var context = Context(seed: 1)
    let options = Experiment.train.read(
      OptionValue(
        .map([
          .init(key: "data", value: .name("line")), .init(key: "epochs", value: .number(3)),
          .init(key: "layers", value: .numbers([1, 4, 1])),
        ]))
    ).options
    let record = try Experiment.train.record(options, context).record
    context.runs = [
      FinishedRun(label: "l", options: options, context: Context(seed: 1), record: record)
    ]
    let result = try run(.predictions, ["run": .name("l")], context)
    let trained = try Experiment.train.replay(record, options, Context(seed: 1))
    let (rmse, loss) = (result.metric("rmse") ?? 0, trained.metric("validation-loss") ?? 0)
    #expect(abs(rmse * rmse - loss) < 1e-5 * loss)
    #expect((result.metric("mae") ?? .infinity) <= rmse)
  }
}
