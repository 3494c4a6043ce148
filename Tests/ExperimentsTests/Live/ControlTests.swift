import Plotting
import Testing

@testable import Experiments

/// Controls: where their values stand in a block's options.
@Suite("A control")
struct ControlTests {
  private static func body(_ json: String) throws -> OptionValue {
    try #require(JSONReader.value(Array(json.utf8)))
  }

  /// A control, options, what it shows of them, a new value, and the options then.
  static let changes: [(Experiment, Text, String, String, String, String)] = [
    (.train, "epochs", "{}", "100", "7", #"{"epochs":7}"#),
    (.train, "rate", "{}", "0.001", "0.5", #"{"optimizer":{"adam":{"rate":0.5}}}"#),
    (
      .train, "rate", #"{"optimizer":{"sgd":0.3}}"#, "0.3", "1",
      #"{"optimizer":{"sgd":{"rate":1}}}"#
    ),
    (
      .train, "noise", #"{"data":{"moons":50}}"#, "0.1", "0.4",
      #"{"data":{"moons":{"samples":50,"noise":0.4}}}"#
    ),
    (.train, "hidden", #"{"layers":[2,8,8,1]}"#, "8", "3", #"{"layers":[2,3,3,1]}"#),
    (
      .overfitting, "hidden", #"{"layers":[[2,4,1],[2,9,9,1]]}"#, "9", "5",
      #"{"layers":[[2,4,1],[2,5,5,1]]}"#
    ),
    (
      .forward, "weights", #"{"weights":[[[1,2]],[[3],[4]]]}"#, "[1,2,3,4]", "[5,6,7,8]",
      #"{"weights":[[[5,6]],[[7],[8]]]}"#
    ),
    (
      .train, "activation", #"{"activation":"relu"}"#, #""relu""#, #""tanh""#,
      #"{"activation":"tanh"}"#
    ),
    (.learningRateSweep, "rate", "{}", "null", "0.2", #"{"rate":0.2}"#),
    (
      .playground, "points", "{}", "null", "[[0,0,1]]",
      #"{"data":{"points":{"rows":[[0,0,1]]}}}"#
    ),
    (
      .playground, "points", #"{"data":{"points":{"rows":[[0,0,2]],"classes":false}}}"#,
      #"{"rows":[[0,0,2]],"classes":false}"#, #"{"rows":[[0,1,3]],"classes":false}"#,
      #"{"data":{"points":{"rows":[[0,1,3]],"classes":false}}}"#
    ),
    (
      .playground, "formula", #"{"data":{"boundary":"x"}}"#, #""x""#, #""x - y""#,
      #"{"data":{"boundary":{"formula":"x - y"}}}"#
    ),
    (.playground, "features", "{}", #"["x","y"]"#, #"["xy"]"#, #"{"features":["xy"]}"#),
  ]

  @Test("shows its part of the options and changes nothing else", arguments: changes.indices)
  func value(index: Int) throws {
    let (experiment, name, before, shown, new, after) = Self.changes[index]
    let control = try #require(experiment.control(name))
    let body = try Self.body(before)
    #expect(control.value(in: body, of: experiment) == (try Self.body(shown)))
    let changed = control.setting(try Self.body(new), in: body, of: experiment)
    #expect(changed == (try Self.body(after)))
  }

  @Test("is there for what a block names, by the type of the option")
  func derived() {
    #expect(Experiment.train.control("batch") != nil)
    #expect(Experiment.train.control("raet") == nil)
    #expect(Experiment.train.controlNames.contains("rate"))
  }

  @Test("of numbers names each by where it stands")
  func names() throws {
    let body = try Self.body(#"{"weights":[[[1,2]],[[3],[4]]],"input":[1,2]}"#)
    let controls = ["weights", "input"].compactMap { Experiment.forward.control($0) }
    let json = Control.json(controls, in: body, of: .forward)
    let text = String(decoding: json.bytes, as: UTF8.self)
    #expect(text.contains(#""of":["W₁[1][1]","W₁[1][2]","W₂[1][1]","W₂[2][1]"]"#))
    #expect(text.contains(#""of":["x₁","x₂"]"#))
    #expect(text.contains(#""matrices":[["W₁",1,2],["W₂",2,1]]"#))
    #expect(text.contains(#""matrices":[["x",1,2]]"#))
  }

  @Test("of a rate stops at the printed rates, bit for bit")
  func stops() throws {
    let body = try Self.body(#"{"rates":[0.1,1]}"#)
    let control = try #require(Experiment.learningRateSweep.control("rate"))
    let json = Control.json([control], in: body, of: .learningRateSweep)
    let text = String(decoding: json.bytes, as: UTF8.self)
    #expect(text.contains(#""stops":["3fb999999999999a","3ff0000000000000"]"#))
  }

  @Test("is folded away only where the block does not name it")
  func folded() throws {
    let control = try #require(Experiment.playground.control("dropout"))
    #expect(control.isFolded && !control.unfolded.isFolded)
  }

  @Test("of the seed is there where something is drawn by lot")
  func seed() throws {
    let given = try Self.body(#"{"weights":[[[1,2]]]}"#)
    #expect(!Experiment.forward.usesSeed(given))
    #expect(Experiment.forward.usesSeed(try Self.body("{}")))
    #expect(Experiment.forward.usesSeed(try Self.body(#"{"weights":null}"#)))
  }

  @Test(
    "is sent as JSON, of which only the right kind is read",
    arguments: ["", "{", "[1,]", "{\"a\":}", "nul", "1 2", "\"\\x\"", "[[[[[[", "\"\u{1}\""])
  func noJSON(text: String) { #expect(JSONReader.value(Array(text.utf8)) == nil) }

  @Test("is read from JSON with escapes and numbers")
  func json() throws {
    let value = try Self.body(#" {"a\u00e9\n": [1e-3, -2.5, true, null, "\"\\"]} "#)
    let list = try #require(value["aé\n"])
    #expect(
      list.content
        == .list([
          .number(0.001), .number(-2.5), .boolean(true), OptionValue(.null),
          OptionValue(.text("\"\\")),
        ]))
    let deep = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
    #expect(JSONReader.value(Array(deep.utf8)) == nil)
  }
}
