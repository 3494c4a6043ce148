import Testing

@testable import NeuralNet

/// Programs: the same bits however they are planned and run, and values read where they should be.
struct ProgramTests {
  /// Models that use every operation, with the loss they are trained on.
  struct Model: Sendable {
    let layers: [Layer]
    let inputs: Int
    let outputs: Int
    let loss: Loss
  }

  static let models: [Model] = [
    Model(
      layers: [.dense(16), .tanh, .dense(16), .tanh, .dense(1)], inputs: 2, outputs: 1, loss: .bce),
    Model(
      layers: [.dense(70), .relu, .dense(33), .gelu, .dense(10)], inputs: 20, outputs: 10,
      loss: .crossEntropy),
    Model(
      layers: [.dense(7), .silu, .dense(5, bias: false), .elu(), .dense(3)], inputs: 5, outputs: 3,
      loss: .mse),
    Model(
      layers: [.dense(9), .softplus, .dense(9), .selu, .dense(4), .softmax], inputs: 3, outputs: 4,
      loss: .mae),
    Model(
      layers: [.dense(6), .leakyRelu(), .dense(6), .sigmoid, .dense(2)], inputs: 4, outputs: 2,
      loss: .huber()),
  ]

  /// A model in training on numbers of its own.
  final class Training {
    let program: Program
    let store: ParameterStore
    let loss: Value
    let results: [Value]
    let input: Value
    let target: Value

    init(
      _ model: Model, batch: Int, update: (any Optimizer)? = SGD(momentum: 0.9),
      keepAll: Bool = false,
      sharing: Bool = true, machine: Machine
    ) throws {
      var graph = Graph()
      input = try graph.input(Shape(batch, model.inputs))
      target = try graph.input(
        model.loss.takesClasses ? Shape(batch) : Shape(batch, model.outputs))
      results = try graph.apply(model.layers, to: input)
      loss = try model.loss.add(to: &graph, results[results.count - 1], target)
      let gradients = graph.differentiate(loss, for: graph.parameters)
      store = ParameterStore(graph, machine: machine)
      program = Program(
        graph, keep: keepAll ? results + [loss] : [loss], parameters: store, gradients: gradients,
        update: update, sharing: sharing, machine: machine)
      program.learningRate = 0.05
      var numbers = TestNumbers(batch)
      for i in 0..<store.count { store.values(0)[i] = numbers.number() * 0.4 }
      program.write(input, numbers.numbers(batch * model.inputs))
      program.write(
        target,
        model.loss.takesClasses
          ? (0..<batch).map { _ in Float(numbers.below(model.outputs)) }
          : numbers.numbers(batch * model.outputs).map { $0 > 0 ? 1 : 0 })
    }

    func bitsAfter(steps: Int) -> [UInt32] {
      for _ in 0..<steps { program.run() }
      return bits((0..<store.count).map { store.values(0)[$0] } + program.read(loss))
    }
  }

  @Test("50 updates give the same bits on all kernels", arguments: models)
  func kernels(model: Model) throws {
    for batch in [1, 10] {
      let expected = try Training(model, batch: batch, machine: Machine(kernels: .plain))
        .bitsAfter(steps: 50)
      for machine in Machine.all {
        #expect(
          try Training(model, batch: batch, machine: machine).bitsAfter(steps: 50) == expected)
      }
    }
  }

  @Test("threads change no bit", arguments: [2, 3, 5])
  func threads(count: Int) throws {
    for model in Self.models {
      for batch in [7, 200] {
        let one = try Training(model, batch: batch, update: Adam(), machine: Machine(threads: 1))
        let many = try Training(
          model, batch: batch, update: Adam(), machine: Machine(threads: count))
        #expect(one.bitsAfter(steps: 20) == many.bitsAfter(steps: 20))
      }
    }
  }

  @Test("sharing memory and steps changes no bit", arguments: models)
  func sharing(model: Model) throws {
    for batch in [1, 33] {
      let shared = try Training(model, batch: batch, machine: Machine())
      let unshared = try Training(model, batch: batch, sharing: false, machine: Machine())
      #expect(shared.bitsAfter(steps: 20) == unshared.bitsAfter(steps: 20))
      #expect(shared.program.memoryCount < unshared.program.memoryCount)
      #expect(shared.program.stepCount < unshared.program.stepCount)
    }
  }

  @Test("every kept value is the one of a program that shares nothing", arguments: models)
  func keptValues(model: Model) throws {
    let shared = try Training(model, batch: 9, update: nil, keepAll: true, machine: Machine())
    let unshared = try Training(model, batch: 9, update: nil, sharing: false, machine: Machine())
    shared.program.run()
    unshared.program.run()
    for value in shared.results + [shared.loss] {
      #expect(bits(shared.program.read(value)) == bits(unshared.program.read(value)))
    }
  }

  @Test("programs of several batch sizes share a store: full batches and a short last one")
  func severalPrograms() throws {
    let model = Self.models[2], machine = Machine()
    var programs: [Program] = []
    var store: ParameterStore?
    for batch in [8, 3] {
      var graph = Graph()
      let x = try graph.input(Shape(batch, 5)), t = try graph.input(Shape(batch, 3))
      let y = try graph.apply(model.layers, to: x)
      let loss = try model.loss.add(to: &graph, y[y.count - 1], t)
      let gradients = graph.differentiate(loss, for: graph.parameters)
      let shared = store ?? ParameterStore(graph, machine: machine)
      store = shared
      programs.append(
        Program(
          graph, keep: [loss], parameters: shared, gradients: gradients, update: SGD(),
          machine: machine))
      for i in 0..<shared.count { shared.values(0)[i] = 0.1 }
      programs[programs.count - 1].write(x, [Float](repeating: 1, count: batch * 5))
      programs[programs.count - 1].write(t, [Float](repeating: 1, count: batch * 3))
      programs[programs.count - 1].learningRate = 0.1
    }
    let before = try #require(store).values(0)[0]
    programs[0].run()
    let between = try #require(store).values(0)[0]
    programs[1].run()
    #expect(between != before)
    #expect(try #require(store).values(0)[0] != between)
  }

  @Test("an input can be bound to memory again and again, even two inputs to the same")
  func binding() throws {
    var graph = Graph()
    let a = try graph.input(Shape(2, 2)), b = try graph.input(Shape(2, 2))
    let sum = try graph.add(Add(), [a, b]), machine = Machine()
    let program = Program(
      graph, keep: [sum], parameters: ParameterStore(graph, machine: machine), machine: machine)
    let memory = GuardedFloats([1, 2, 3, 4, 10, 20, 30, 40])
    let data = UnsafePointer(memory.memory.floats)
    program.bind(a, to: data)
    program.bind(b, to: data)
    program.run()
    #expect(program.read(sum) == [2, 4, 6, 8])
    program.bind(a, to: data + 4)
    program.run()
    #expect(program.read(sum) == [11, 22, 33, 44])
    program.bind(b, to: data + 2)
    program.run()
    #expect(program.read(sum) == [13, 24, 40, 60])
    #expect(program.read(b) == [3, 4, 10, 20])
  }

  @Test("two parameters with the very same gradient have it twice")
  func sameGradient() throws {
    var graph = Graph()
    let a = try graph.parameter(Shape(1, 2)), b = try graph.parameter(Shape(1, 2))
    let target = try graph.input(Shape(1, 2)), machine = Machine()
    let loss = try Loss.mse.add(to: &graph, graph.add(Add(), [a, b]), target)
    let store = ParameterStore(graph, machine: machine)
    let gradients = graph.differentiate(loss, for: [a, b])
    let program = Program(
      graph, keep: [], parameters: store, gradients: gradients, machine: machine)
    for i in 0..<4 { store.values(0)[i] = Float(i + 1) }
    program.write(target, [0, 0])
    program.runGradients()
    let first = [store.gradients(0)[0], store.gradients(0)[1]]
    #expect(first == [store.gradients(1)[0], store.gradients(1)[1]])
    #expect(first[0] != 0)
  }

  @Test("a group of parameters can be trained alone")
  func group() throws {
    var graph = Graph()
    let x = try graph.input(Shape(3, 2)), t = try graph.input(Shape(3, 1))
    let y = try graph.apply([.dense(4), .tanh, .dense(1)], to: x)
    let loss = try Loss.mse.add(to: &graph, y[2], t), machine = Machine()
    let last = Array(graph.parameters[2...]), store = ParameterStore(graph, machine: machine)
    let gradients = graph.differentiate(loss, for: last)
    let program = Program(
      graph, keep: [loss], parameters: store, gradients: gradients, group: 2..<4, update: Adam(),
      machine: machine)
    for i in 0..<store.count { store.values(0)[i] = 0.5 }
    program.write(x, [1, 2, 3, 4, 5, 6])
    program.write(t, [1, 2, 3])
    program.learningRate = 0.1
    program.run()
    let values = (0..<store.count).map { store.values(0)[$0] }
    #expect(values[..<12].allSatisfy { $0 == 0.5 })
    #expect(values[12...].allSatisfy { $0 != 0.5 })
  }

  @Test("a NaN is read as the canonical one")
  func canonicalNaN() throws {
    var graph = Graph()
    let x = try graph.input(Shape(1, 2)), y = try graph.add(Add(), [x, x]), machine = Machine()
    let program = Program(
      graph, keep: [y], parameters: ParameterStore(graph, machine: machine), machine: machine)
    program.write(x, [Float(bitPattern: 0xFFC1_2345), 1])
    program.run()
    #expect(program.read(y).map(\.bitPattern) == [Float.nan.bitPattern, Float(2).bitPattern])
  }
}
