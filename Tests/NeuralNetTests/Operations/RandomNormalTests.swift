import Kernels
import Testing

@testable import NeuralNet

/// Normal deviates of a graph: which, how they are distributed, and that they are the same
/// everywhere.
struct RandomNormalTests {
  @Test(
    "the C kernel draws what Philox says, as RandomStream does",
    arguments: [1, 3, 16, 17, 33, 63, 64, 65, 113, 1024, 2500])
  func twins(count: Int) {
    var test = KernelCase()
    test.a = [0]
    test.out = [Float](repeating: 777, count: count)
    test.step.rows = Int32(count)
    test.step.units = Int32((count + 1023) / 1024)
    test.step.draw = Draw(salt: 3, threshold: 0)
    (test.context.seed, test.context.step) = (0x1234_5678_9ABC_DEF0, 17)
    let expected = test.run(on: .plain) { $0.drawNormals }
    #expect(expected.isGuardIntact)
    for choice in KernelChoice.all {
      #expect(test.run(on: choice) { $0.drawNormals } == expected)
    }
    // Update number 0 of the kernel is the stream of the same use: its block 0 gives elements 0,
    // 16, …
    test.context.step = 0
    let found = test.run(on: .plain) { $0.drawNormals }.out
    var stream = RandomStream(
      seed: 0x1234_5678_9ABC_DEF0, stream: .normal(operation: 3))
    for at in stride(from: 0, to: min(count, 64), by: 16) {
      #expect(found[at] == stream.nextNormal().bitPattern)
    }
  }

  private func draw(
    _ shape: Shape, operations: Int = 1, seed: UInt64 = 1, step: UInt64 = 0,
    evaluating: Bool = false, drawsInEvaluation: Bool = false, machine: Machine = Machine()
  ) throws -> [[Float]] {
    var graph = Graph()
    let values = try (0..<operations).map { _ in
      try graph.randomNormal(shape, drawsInEvaluation: drawsInEvaluation)
    }
    let program = Program(
      graph, keep: values, parameters: ParameterStore(graph, machine: machine),
      evaluating: evaluating, machine: machine)
    (program.seed, program.stepNumber) = (seed, step)
    program.run()
    return values.map { program.read($0) }
  }

  @Test("moments, tails and neighbours are those of N(0, 1)")
  func statistics() throws {
    let count = 200_000
    let x = try draw(Shape(2000, 100))[0].map { Double($0) }
    func mean(_ f: (Double) -> Double) -> Double { x.reduce(0) { $0 + f($1) } / Double(count) }
    // Four standard deviations of each estimate: Var xᵏ / n with E x² = 1, E x⁴ = 3,
    // E x⁶ = 15, E x⁸ = 105.
    let root = Double(count).squareRoot()
    #expect(mean { $0 }.magnitude < 4 / root)
    #expect((mean { $0 * $0 } - 1).magnitude < 4 * 2.0.squareRoot() / root)
    #expect(mean { $0 * $0 * $0 }.magnitude < 4 * 15.0.squareRoot() / root)
    #expect((mean { $0 * $0 * $0 * $0 } - 3).magnitude < 4 * 96.0.squareRoot() / root)
    let share = Double(x.filter { $0.magnitude > 1.959964 }.count) / Double(count)
    #expect((share - 0.05).magnitude < 4 * (0.05 * 0.95).squareRoot() / root)
    for lag in [1, 16, 32, 48, 64, 1024] {
      let products = (lag..<count).reduce(0.0) { $0 + x[$1] * x[$1 - lag] }
      #expect((products / Double(count)).magnitude < 4 / root, "lag \(lag)")
    }
  }

  @Test("each operation, update and seed has numbers of its own, and a replay the same")
  func streams() throws {
    let shape = Shape(5, 7), first = try draw(shape, operations: 2)
    #expect(try draw(shape, operations: 2) == first && first[0] != first[1])
    #expect(try draw(shape, step: 1)[0] != first[0])
    #expect(try draw(shape, seed: 2)[0] != first[0])
    #expect(try draw(shape, seed: 1 << 32 + 1)[0] != first[0])
    #expect(try draw(Shape(1, 3))[0] == Array(first[0].prefix(3)), "the shape does not matter")
  }

  @Test("evaluation gives 0, unless it is to draw")
  func evaluation() throws {
    let zeros = [Float](repeating: 0, count: 35)
    #expect(try draw(Shape(5, 7), evaluating: true)[0] == zeros)
    let drawn = try draw(Shape(5, 7), evaluating: true, drawsInEvaluation: true)[0]
    #expect(try drawn == draw(Shape(5, 7))[0])
  }

  @Test("the same bits on every machine, and the gradient flows past the noise")
  func bits() throws {
    let noisy = Layer("noisy") { graph, x throws(ShapeError) in
      let noise = try graph.randomNormal(graph.shape(x))
      return try graph.add(Formula(x) * Formula(noise) + Formula(noise))
    }
    try expectSameBits([.dense(9), noisy, .tanh, .dense(2)], input: Shape(130, 9))
    // Where the noise is small, so is the gradient: below the floor it is lost in the loss's
    // rounding.
    for seed in 0..<3 {
      let check = try GradientCheck(
        element: GradientCheck.awayFromZero, seed: seed, floor: 1e-4
      ) {
        graph, numbers in
        let x = try graph.parameter(Shape(1 + numbers.below(5), 1 + numbers.below(40)))
        let y = try noisy.build(&graph, x)
        return try graph.anyLoss(of: y)
      }
      #expect(check.worst < 1e-6)
    }
  }

  @Test("a shape without elements is refused")
  func refused() {
    #expect(throws: ShapeError.invalid(operation: "randomNormal", Shape(0, 2))) {
      var graph = Graph()
      _ = try graph.randomNormal(Shape(0, 2))
    }
  }
}
