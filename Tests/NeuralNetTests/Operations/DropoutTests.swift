import Kernels
import Testing

@testable import NeuralNet

/// Dropout: what is dropped, how often, and that it is the same wherever it is drawn.
struct DropoutTests {
  static let references: [String: [Layer]] = [
    "dropout-evaluating": [.dense(4), .dropout(0.5), .dense(2)]
  ]

  @Test(
    "the C kernel drops what Philox says", arguments: [1, 3, 16, 63, 113, 128, 135, 1024, 2500])
  func twins(count: Int) {
    var numbers = TestNumbers(count), test = KernelCase()
    test.a = numbers.numbers(count)
    test.out = [Float](repeating: 777, count: count)
    test.step.rows = Int32(count)
    test.step.units = Int32((count + 1023) / 1024)
    test.step.s0 = 1.25
    test.step.draw = Draw(salt: 3, threshold: 0x4000_0000)
    (test.context.seed, test.context.step) = (0x1234_5678_9ABC_DEF0, 17)
    let expected = test.run(on: .plain) { $0.dropout }
    for choice in KernelChoice.all {
      #expect(test.run(on: choice) { $0.dropout } == expected)
    }
    let words = Philox.block(
      counter: [0, 17, 7, 3], key: [0x9ABC_DEF0, 0x1234_5678])
    let numbersOfFirst = (0..<4).flatMap { [words[$0], words[$0] << 16] }
    for at in stride(from: 0, to: min(count, 128), by: 16) {
      let factor: Float = numbersOfFirst[at / 16] >= 0x4000_0000 ? 1.25 : 0
      #expect(expected.out[at] == (test.a[at] * factor).bitPattern)
    }
  }

  /// Ones after a layer.
  private func run(
    _ layers: [Layer], shape: Shape = Shape(4, 50), seed: UInt64 = 1, step: UInt64 = 0,
    evaluating: Bool = false
  ) throws -> [[Float]] {
    var graph = Graph()
    let x = try graph.input(shape), results = try graph.apply(layers, to: x), machine = Machine()
    let program = Program(
      graph, keep: results, parameters: ParameterStore(graph, machine: machine),
      evaluating: evaluating, sharing: false, machine: machine)
    (program.seed, program.stepNumber) = (seed, step)
    program.write(x, [Float](repeating: 1, count: shape.count))
    program.run()
    return results.map { program.read($0) }
  }

  @Test(
    "what is kept is 1 − rate of all, and the mean stays", arguments: [0.1, 0.5, 0.8] as [Float])
  func statistics(rate: Float) throws {
    let count: Float = 200_000
    let inverted = try run([.dropout(rate)], shape: Shape(2000, 100))[0]
    let kept = Float(inverted.filter { $0 != 0 }.count) / count
    let deviation = (rate * (1 - rate) / count).squareRoot()
    #expect((kept - (1 - rate)).magnitude < 4 * deviation)
    #expect(inverted.allSatisfy { $0 == 0 || $0 == 1 / (1 - rate) })
    let mean = inverted.reduce(0) { $0 + Double($1) } / Double(count)
    #expect(Float((mean - 1).magnitude) < 4 * deviation / (1 - rate))
    let paper = try run([.dropout(rate, scaling: .evaluation)], shape: Shape(2000, 100))[0]
    #expect(paper == inverted.map { $0 == 0 ? 0 : 1 })
  }

  @Test("neighbours, rows and steps are dropped independently of each other")
  func independence() throws {
    let a = try run([.dropout(0.5)], shape: Shape(500, 64))[0].map { $0 != 0 }
    let next = try run([.dropout(0.5)], shape: Shape(500, 64), step: 1)[0].map { $0 != 0 }
    for lag in [1, 4, 16, 64, 256] {
      let equal = (lag..<a.count).filter { a[$0] == a[$0 - lag] }.count
      #expect((Float(equal) / Float(a.count - lag) - 0.5).magnitude < 0.0115, "lag \(lag)")
    }
    let equal = zip(a, next).filter { $0 == $1 }.count
    #expect((Float(equal) / Float(a.count) - 0.5).magnitude < 0.0115)
  }

  @Test("each layer, step and seed has a mask of its own, and a replay the same")
  func masks() throws {
    let both: [Layer] = [.dropout(0.5), .dropout(0.5)]
    let first = try run(both)
    #expect(try run(both) == first)
    #expect(first[0] != first[1].map { $0 / 2 })
    #expect(try run(both, step: 1)[0] != first[0])
    #expect(try run(both, seed: 2)[0] != first[0])
    #expect(try run(both, seed: 1 << 32 + 1)[0] != first[0])
    #expect(try run([.dropout(0), .dropout(0.5)])[1] != first[0], "rate 0 counts as a layer")
  }

  @Test("a model that is applied twice drops other elements the second time")
  func appliedTwice() throws {
    var graph = Graph()
    let x = try graph.input(Shape(4, 50)), machine = Machine()
    let a = try graph.apply([.dropout(0.5)], to: x)[0]
    let b = try graph.apply([.dropout(0.5)], to: x, reusing: 0)[0]
    let program = Program(
      graph, keep: [a, b], parameters: ParameterStore(graph, machine: machine), machine: machine)
    program.write(x, [Float](repeating: 1, count: 200))
    program.run()
    #expect(program.read(a) != program.read(b))
  }

  @Test("evaluation leaves values as they are, or scales them as the paper does")
  func evaluation() throws {
    let ones = [Float](repeating: 1, count: 200)
    #expect(try run([.dropout(0.3)], evaluating: true)[0] == ones)
    let paper = try run([.dropout(0.25, scaling: .evaluation)], evaluating: true)[0]
    #expect(paper == ones.map { $0 * 0.75 })
    var graph = Graph()
    let x = try graph.input(Shape(2, 2)), y = try graph.apply([.dropout(0.3)], to: x)[0]
    let machine = Machine(), store = ParameterStore(graph, machine: machine)
    let program = Program(graph, keep: [y], parameters: store, evaluating: true, machine: machine)
    #expect(program.stepCount == 0)
  }

  @Test("the gradient of what is dropped is 0, of what is kept the factor")
  func gradient() throws {
    for scaling in [Dropout.Scaling.training, .evaluation] {
      for seed in 0..<4 {
        let check = try GradientCheck(element: GradientCheck.awayFromZero, seed: seed) {
          graph, numbers in
          let x = try graph.parameter(Shape(1 + numbers.below(5), 1 + numbers.below(40)))
          return try graph.anyLoss(of: graph.dropout(x, rate: 0.4, scaling: scaling))
        }
        #expect(check.worst < 1e-6)
      }
    }
  }

  @Test("a search for numbers that are not finite draws what the failed step drew")
  func replay() throws {
    var graph = Graph()
    let x = try graph.input(Shape(1, 100)), y = try graph.apply([.dropout(0.5)], to: x)[0]
    let machine = Machine()
    let program = Program(
      graph, keep: [y], parameters: ParameterStore(graph, machine: machine), sharing: false,
      machine: machine)
    (program.seed, program.stepNumber) = (5, 9)
    program.write(x, [Float](repeating: 1, count: 100))
    program.run()
    let first = program.read(y)
    #expect(program.firstNonFinite() == nil && program.read(y) == first)
    program.write(x, [Float](repeating: .nan, count: 100))
    program.run()
    #expect(program.read(y).allSatisfy { $0.isNaN }, "dropping does not hide NaN")
  }

  @Test("training with dropout gives the same bits everywhere, and other ones with another seed")
  func training() throws {
    let layers: [Layer] = [.dense(70), .relu, .dropout(0.3), .dense(3)]
    try expectSameBits(layers, input: Shape(130, 9))
    try expectSameBits([.dropout(0.2, scaling: .evaluation), .dense(3)], input: Shape(3, 9))
    let data = SyntheticData.moons(samples: 60).make(seed: 1)
    func digest(seed: UInt64, threads: Int) throws -> UInt64 {
      let recipe = TrainingRecipe(
        layers: [.dense(16), .tanh, .dropout(0.5), .dense(1)], loss: .bce, optimizer: Adam(),
        learningRate: 0.01, batchSize: 20, shuffles: false, seed: seed)
      let trainer = try Trainer(recipe, data: data, machine: Machine(threads: threads))
      var numbers = TestNumbers(1)  // so that the seed decides what is dropped, and nothing else
      for (i, info) in trainer.network.parameters.enumerated() {
        trainer.network.setValues(i, numbers.numbers(info.shape.count))
      }
      for _ in 0..<3 { _ = trainer.runEpoch() }
      return trainer.network.digest()
    }
    #expect(try digest(seed: 1, threads: 1) == digest(seed: 1, threads: 2))
    #expect(try digest(seed: 1, threads: 1) != digest(seed: 2, threads: 1))
  }

  @Test("rates outside [0, 1) are refused", arguments: [-0.1, 1, 1.5, .nan] as [Float])
  func outOfRange(rate: Float) {
    let reason = ShapeError.outOfRange(operation: "dropout", value: rate)
    #expect(throws: ShapeError.layer(0, "dropout", shapes: [Shape(1, 2)], reason)) {
      var graph = Graph()
      _ = try graph.apply([.dropout(rate)], to: graph.input(Shape(1, 2)))
    }
  }

  @Test("layers are equal if rate and scaling are; the default is the inverted form")
  func equality() {
    #expect(Layer.dropout(0.2) == .dropout(0.2, scaling: .training))
    #expect(Layer.dropout(0.2) != .dropout(0.2, scaling: .evaluation))
    #expect(Layer.dropout(0.2) != .dropout(0.3))
  }
}
