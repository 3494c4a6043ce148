import Foundation
import Testing

@testable import NeuralNet

/// An encoder and a decoder: one step and greedy writing by PyTorch's numbers, and training.
struct SequenceToSequenceTests {
  typealias Model = SequenceToSequence

  /// What References/sequence_to_sequence.py wrote.
  private struct Reference: Decodable {
    struct Case: Decodable {
      let name: String
      let layers: Int
      let parameters: [String: [Float]]
      let source: [Float]
      let target: [Float]
      let loss: Float
      let after: [String: [Float]]
      let written: [Float]
    }
    let cases: [Case]
  }

  private func reference(_ name: String) throws -> Reference.Case {
    let folder = LayerReference.folder.deletingLastPathComponent()
    let data = try Data(contentsOf: folder.appending(path: "sequence_to_sequence.json"))
    let cases = try JSONDecoder().decode(Reference.self, from: data).cases
    return try #require(cases.first { $0.name == name })
  }

  private func small(_ cell: RecurrentCell, layers: Int = 1) -> Model.Recipe {
    var recipe = Model.Recipe(
      RecurrentStack(cell, units: 4, layers: layers), vocabulary: 5, width: 3, sourceLength: 4,
      targetLength: 3, batchSize: 3)
    recipe.optimizer = SGD()
    recipe.updates.clipping = .norm(0.3)
    recipe.learningRate = 0.5
    return recipe
  }

  @Test(
    "an update, and what is written after it, are PyTorch's", arguments: ["rnn", "lstm", "gru"])
  func pyTorch(name: String) throws {
    let known = try reference(name)
    let cell = name == "rnn" ? RecurrentCell.tanh : name == "lstm" ? .lstm : .gru
    for machine in Machine.all + [Machine(kernels: .plain), Machine(threads: 2)] {
      let model = try Model(small(cell, layers: known.layers), machine: machine)
      try model.store.set(model.parameters, fromPyTorch: known.parameters)
      let loss = try #require(try model.step(source: known.source, target: known.target))
      expectNear([loss], [known.loss], "loss")
      try model.store.expect(model.parameters, areClosestTo: known.after)
      #expect(try model.answers(to: known.source, count: 3, length: 6) == known.written)
    }
  }

  /// Sequences of three of the tokens 1 to 4, and the same backwards.
  private func reversals(_ rows: Int, _ seed: Int) -> (source: [Float], target: [Float]) {
    var numbers = TestNumbers(seed), source: [Float] = [], target: [Float] = []
    for _ in 0..<rows {
      let tokens = (0..<3).map { _ in Float(1 + numbers.below(4)) }
      source += tokens
      target += tokens.reversed()
    }
    return (source, target)
  }

  private func reversing(seed: UInt64 = 1) -> Model.Recipe {
    var recipe = Model.Recipe(
      RecurrentStack(.gru, units: 32), vocabulary: 5, width: 8, sourceLength: 3, targetLength: 3,
      batchSize: 32)
    recipe.learningRate = 0.01
    recipe.seed = seed
    return recipe
  }

  @Test("it learns to write backwards what it has read")
  func learns() throws {
    let model = try Model(reversing(), machine: Machine())
    let (source, target) = reversals(32, 1)
    let first = try #require(try model.step(source: source, target: target))
    #expect((first - 1.6).magnitude < 0.4, "about log 5")
    for step in 0..<300 {
      let (source, target) = reversals(32, step)
      _ = try #require(try model.step(source: source, target: target))
    }
    let unseen = reversals(40, 1000)
    let answers = try model.answers(to: unseen.source, count: 40)
    let right = zip(answers, unseen.target).filter { $0 == $1 }.count
    #expect(right >= 108, "\(right) of 120")
  }

  @Test("a seed decides all, on every machine")
  func reproducible() throws {
    func run(_ seed: UInt64, _ machine: Machine) throws -> [UInt32] {
      let model = try Model(reversing(seed: seed), machine: machine)
      for step in 0..<3 {
        let (source, target) = reversals(32, step)
        _ = try model.step(source: source, target: target)
      }
      return model.store.allBits
    }
    let expected = try run(1, Machine(kernels: .plain))
    for machine in Machine.all + [Machine(threads: 2)] {
      #expect(try run(1, machine) == expected)
    }
    #expect(try run(2, Machine()) != expected)
  }

  @Test("numbers and layers that do not fit are refused")
  func refused() throws {
    var recipe = small(.gru)
    recipe.stack.isBidirectional = true
    #expect(
      throws: ShapeError.conflict(
        operation: "gru", reason: "a decoder cannot begin at the end of what it is to write",
        found: 2, limit: 1)
    ) { try Model(recipe, machine: Machine()) }
    recipe = small(.gru)
    recipe.start = 5
    #expect(throws: ShapeError.outOfRange(operation: "start", value: 5)) {
      try Model(recipe, machine: Machine())
    }
    let model = try Model(small(.lstm), machine: Machine()), before = model.store.allBits
    #expect(
      throws: ShapeError.mismatch(operation: "source", expected: Shape(3, 4), found: Shape(1))
    ) { try model.step(source: [1], target: []) }
    #expect(
      throws: ShapeError.mismatch(operation: "target", expected: Shape(3, 3), found: Shape(1))
    ) { try model.step(source: [Float](repeating: 1, count: 12), target: [1]) }
    #expect(throws: ShapeError.invalid(operation: "answers", Shape(0, 3))) {
      try model.answers(to: [], count: 0)
    }
    let none = try model.step(
      source: [Float](repeating: 1, count: 12), target: [Float](repeating: 9, count: 9))
    #expect(none == nil && model.store.allBits == before)
  }

  @Test("the defaults and names are those of the documentation")
  func defaults() throws {
    let recipe = Model.Recipe(
      RecurrentStack(.lstm, units: 2), vocabulary: 3, width: 2, sourceLength: 2, targetLength: 2,
      batchSize: 1)
    #expect(recipe.start == 0 && recipe.loss == .crossEntropy && recipe.learningRate == 1e-3)
    #expect(recipe.seed == 1 && recipe.updates == UpdateOptions(clipping: .norm(1)))
    let names = try Model(recipe, machine: Machine()).parameters.map {
      String(decoding: $0.name, as: UTF8.self)
    }
    let rnn = ["weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0"]
    #expect(
      names == ["encoder.embedding.weight"] + rnn.map { "encoder.rnn." + $0 }
        + ["decoder.embedding.weight"] + rnn.map { "decoder.rnn." + $0 }
        + ["decoder.output.weight", "decoder.output.bias"])
  }
}
