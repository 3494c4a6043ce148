import Testing

@testable import NeuralNet

/// Operations on values, written as formulas: numbers by hand, shapes, gradients in Float64.
struct FormulaTests {
  /// Some gradients are differences that nearly vanish, as those of shares in a sum.
  static let tolerance = 1e-5

  /// Computes a formula of inputs with the given numbers.
  private func value(
    _ inputs: [(Shape, [Float])], machine: Machine = Machine(),
    _ formula: ([Formula]) -> Formula
  ) throws -> (shape: Shape, elements: [Float]) {
    var graph = Graph()
    let values = try inputs.map { try graph.input($0.0) }
    let result = try graph.add(formula(values.map { Formula($0) }))
    let program = Program(
      graph, keep: [result], parameters: ParameterStore(graph, machine: machine), machine: machine)
    for (value, input) in zip(values, inputs) { program.write(value, input.1) }
    program.run()
    return (graph.shape(result), program.read(result))
  }

  @Test("a row, a column and a number are repeated where the other operand is larger")
  func broadcasting() throws {
    let matrix: (Shape, [Float]) = (Shape(2, 3), [1, 2, 3, 4, 5, 6])
    let row = try value([matrix, (Shape(3), [10, 20, 30])]) { $0[0] + $0[1] }
    #expect(row.elements == [11, 22, 33, 14, 25, 36])
    let column = try value([matrix, (Shape(2, 1), [1, 2])]) { $0[0] * $0[1] }
    #expect(column.elements == [1, 2, 3, 8, 10, 12])
    let number = try value([(Shape(1), [12]), matrix]) { $0[0] / $0[1] }
    #expect(number.elements == [12, 6, 4, 3, 2.4, 2])
    let outer = try value([(Shape(2, 1), [1, 2]), (Shape(1, 3), [1, 2, 3])]) { $0[0] - $0[1] }
    #expect(outer.shape == Shape(2, 3))
    #expect(outer.elements == [0, -1, -2, 1, 0, -1])
    let four = try value([
      (Shape(2, 1, 2, 1), [1, 2, 3, 4]), (Shape(3, 1, 2), [10, 20, 30, 40, 50, 60]),
    ]) { $0[0] + $0[1] }
    #expect(four.shape == Shape(2, 3, 2, 2))
    #expect(four.elements[..<6] == [11, 21, 12, 22, 31, 41])
    #expect(four.elements[22...] == [54, 64])
  }

  @Test("shapes meet as in NumPy, or not at all")
  func shapes() throws {
    #expect(Shape.broadcast(Shape(4, 3), Shape(3)) == Shape(4, 3))
    #expect(Shape.broadcast(Shape(5, 1, 3), Shape(4, 1)) == Shape(5, 4, 3))
    #expect(Shape.broadcast(Shape(4, 3), Shape(4)) == nil)
    #expect(Shape.broadcast(Shape(1), Shape(1, 1)) == Shape(1, 1))
    var graph = Graph()
    let a = try graph.input(Shape(4, 3)), b = try graph.input(Shape(4))
    #expect(
      throws: ShapeError.mismatch(operation: "divide", expected: Shape(4, 3), found: Shape(4))
    ) { _ = try graph.add(Formula(a) / Formula(b)) }
    #expect(throws: ShapeError.self) { _ = try graph.add(permute(Formula(a), [0, 0])) }
    #expect(throws: ShapeError.self) { _ = try graph.add(Repeat(Shape(4)), [a]) }
  }

  @Test("functions and constants, by hand")
  func functions() throws {
    let x: (Shape, [Float]) = (Shape(2, 2), [-2, -0.5, 1, 4])
    func of(_ formula: @escaping (Formula) -> Formula) throws -> [Float] {
      try value([x]) { formula($0[0]) }.elements
    }
    #expect(try of { 1 - $0 } == [3, 1.5, 0, -3])
    #expect(try of { $0 - 1 } == [-3, -1.5, 0, 3])
    #expect(try of { 2 / $0 } == [-1, -4, 2, 0.5])
    #expect(try of { -$0 / 2 } == [1, 0.25, -0.5, -2])
    #expect(try of { square($0) } == [4, 0.25, 1, 16])
    #expect(try of { sqrt(abs($0)) }[3] == 2)
    #expect(try of { clamp($0, -1...2) } == [-1, -0.5, 1, 2])
    #expect(try of { maximum($0, Formula(0)) } == [0, 0, 1, 4])
    #expect(try of { minimum($0, 1 + Formula(0)) } == [-2, -0.5, 1, 1])
    #expect(try of { log(exp($0)) }[2] == 1)
    #expect(try of { permute($0, [1, 0]) } == [-2, 1, -0.5, 4])
    #expect(try of { sum($0) } == [2.5])
    #expect(try of { mean($0) } == [0.625])
    #expect(try of { sum($0, over: .rows) } == [-1, 3.5])
    #expect(try of { mean($0, over: .last) } == [-1.25, 2.5])
    #expect(try of { $0 - mean($0, over: .lastKept) } == [-0.75, 0.75, -1.5, 1.5])
  }

  @Test("a NaN passes through every function")
  func notANumber() throws {
    let functions: [(Formula) -> Formula] = [
      { exp($0) }, { log($0) }, { sqrt($0) }, { square($0) }, { reciprocal($0) }, { abs($0) },
      { clamp($0, -1...1) }, { maximum($0, 0 * $0) }, { minimum(Formula(1), $0) }, { sum($0) },
    ]
    for machine in Machine.all + [Machine(kernels: .plain)] {
      for function in functions {
        let y = try value([(Shape(1), [.nan])], machine: machine) { function($0[0]) }
        #expect(y.elements[0].isNaN)
      }
    }
  }

  private func expectRight(
    _ comment: String, positive: Bool = false,
    _ build: (inout Graph, inout TestNumbers) throws -> Formula
  ) throws {
    for seed in 0..<6 {
      let check = try GradientCheck(
        element: {
          let x = GradientCheck.awayFromZero(&$0)
          return positive ? x.magnitude + 0.3 : x
        }, seed: seed
      ) { graph, numbers in
        let value = try graph.add(try build(&graph, &numbers))
        return try graph.anyLoss(of: value)
      }
      #expect(check.worst < Self.tolerance, "\(comment), seed \(seed): \(check.worst)")
    }
  }

  @Test("the gradient of each function")
  func functionGradients() throws {
    let functions: [(String, (Formula) -> Formula)] = [
      ("exp", { exp($0) }), ("log", { log($0) }), ("sqrt", { sqrt($0) }),
      ("square", { square($0) }), ("reciprocal", { 3 / $0 }), ("abs", { abs(-$0) }),
      ("clamp", { clamp($0, 0.5...1.5) }), ("sum", { sum(square($0)) }), ("mean", { mean($0) }),
      ("rows", { mean($0, over: .rows) }), ("last", { sum($0, over: .last) }),
      ("kept", { $0 / sum($0, over: .lastKept) }), ("shift", { (1 - $0) / 2 }),
      ("apply", { apply(.gelu, $0) }),
    ]
    for (name, function) in functions {
      try expectRight(name, positive: true) { graph, numbers in
        let shape = Shape(1 + numbers.below(3), 1 + numbers.below(3), 1 + numbers.below(20))
        return function(Formula(try graph.parameter(shape)))
      }
    }
  }

  @Test("the gradient of each operation on two operands, broadcast in random ways")
  func operandGradients() throws {
    let operations: [(String, (Formula, Formula) -> Formula)] = [
      ("+", { $0 + $1 }), ("-", { $0 - $1 }), ("*", { $0 * $1 }), ("/", { $0 / $1 }),
      ("max", { maximum($0, $1) }), ("min", { minimum($0, $1) }),
    ]
    for (name, operation) in operations {
      for round in 0..<4 {
        try expectRight("\(name) \(round)", positive: true) { graph, numbers in
          let whole = (0..<4).map { _ in 1 + numbers.below(4) }
          func random(_ numbers: inout TestNumbers) -> Shape {
            Shape(axes: Array(whole.map { numbers.below(2) == 0 ? 1 : $0 }[numbers.below(4)...]))
          }
          let a = Formula(try graph.parameter(random(&numbers)))
          let b = Formula(try graph.parameter(random(&numbers)))
          return operation(a, b)
        }
      }
    }
  }

  @Test("the gradient of a permutation, a repetition, a stopped value")
  func structure() throws {
    for order in [[2, 0, 1], [1, 2, 0], [0, 2, 1], [2, 1, 0]] {
      try expectRight("permute \(order)") { graph, numbers in
        let shape = Shape(1 + numbers.below(4), 1 + numbers.below(4), 1 + numbers.below(4))
        let x = Formula(try graph.parameter(shape))
        return square(permute(x, order))
      }
    }
    try expectRight("repeat") { graph, numbers in
      let n = 1 + numbers.below(5)
      let x = try graph.parameter(Shape(n, 1, 2))
      return square(Formula(Repeat(Shape(3, n, 4, 2)), [Formula(x)]))
    }
    var graph = Graph()
    let x = try graph.parameter(Shape(2))
    let loss = try graph.add(sum(Formula(x) * stopGradient(Formula(x))))
    let gradients = graph.differentiate(loss, for: [x]), machine = Machine()
    let store = ParameterStore(graph, machine: machine)
    (store.values(0)[0], store.values(0)[1]) = (3, 5)
    Program(graph, keep: [loss], parameters: store, gradients: gradients, machine: machine).run()
    #expect([store.gradients(0)[0], store.gradients(0)[1]] == [3, 5])
  }

  @Test("two that are equal share the gradient of their maximum")
  func ties() throws {
    for function in [maximum, minimum] as [(Formula, Formula) -> Formula] {
      var graph = Graph()
      let a = try graph.parameter(Shape(2)), b = try graph.parameter(Shape(2))
      let loss = try graph.add(sum(function(Formula(a), Formula(b))))
      let gradients = graph.differentiate(loss, for: [a, b]), machine = Machine()
      let store = ParameterStore(graph, machine: machine)
      Program(graph, keep: [loss], parameters: store, gradients: gradients, machine: machine).run()
      #expect((0..<4).map { store.gradients(0)[$0] } == [0.5, 0.5, 0.5, 0.5])
    }
  }

  @Test("formulas have the same bits on all kernels and with two threads")
  func sameBits() throws {
    let statistics = Layer("statistics") { graph, x throws(ShapeError) in
      let x = Formula(x), µ = mean(x, over: .rows)
      let spread = sqrt(mean(square(x - µ), over: .rows) + 0.01)
      let tilted = permute(apply(.tanh, (x - µ) / spread), [1, 0])
      return try graph.add(maximum(permute(tilted, [1, 0]), 0.1 * x) + abs(x))
    }
    try expectSameBits([.dense(37), statistics, .dense(3), statistics], input: Shape(300, 5))
  }
}
