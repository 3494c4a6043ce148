import Testing

@testable import NeuralNet

/// Divergence: the update is held back, and the replay names the place.
struct NonFiniteTests {
  private let model = ProgramTests.Model(
    layers: [.dense(4), .leakyRelu(), .dense(4), .leakyRelu(), .dense(1)], inputs: 2, outputs: 1,
    loss: .mse)

  private func training(
    _ machine: Machine, sharing: Bool = true
  ) throws -> ProgramTests.Training {
    try ProgramTests.Training(model, batch: 5, sharing: sharing, machine: machine)
  }

  @Test("too large a learning rate stops before the parameters are spoilt")
  func divergence() throws {
    for machine in Machine.all + [Machine(kernels: .plain), Machine(threads: 2)] {
      let training = try training(machine)
      training.program.learningRate = 2
      var runs: UInt64 = 0
      while training.program.run(), runs < 100 { runs += 1 }
      #expect(runs < 100)
      #expect(training.program.stepNumber == runs)
      #expect((0..<training.store.count).allSatisfy { training.store.values(0)[$0].isFinite })
    }
  }

  @Test("an update that overflows shows in the next run, as a parameter")
  func overflow() throws {
    let training = try training(Machine())
    training.program.learningRate = 1e38
    training.program.write(training.target, [1000, 1000, 1000, 1000, 1000])
    #expect(training.program.run())
    #expect(!training.program.run())
    #expect(training.program.firstNonFinite()?.place == .parameter)
  }

  @Test("the replay names the first node that is not finite")
  func replay() throws {
    let training = try training(Machine(), sharing: false)
    #expect(training.program.firstNonFinite() == nil)
    for i in 0..<training.store.count { training.store.values(0)[i] = 1e30 }
    #expect(training.program.run() == false)
    let found = try #require(training.program.firstNonFinite())
    #expect(found.place == .activation)
    #expect(found.layer == 2)
    #expect(found.operation == "matmul")
    #expect(found.value.magnitude == .infinity)
  }

  @Test("the replay names data, parameters, the loss and gradients")
  func places() throws {
    let data = try training(Machine(), sharing: false)
    data.program.write(data.input, [.nan])
    #expect(data.program.firstNonFinite()?.place == .input)

    let parameter = try training(Machine(), sharing: false)
    parameter.store.values(3)[0] = .infinity
    #expect(parameter.program.firstNonFinite()?.place == .parameter)
    #expect(parameter.program.firstNonFinite()?.layer == 2)

    let loss = try training(Machine(), sharing: false)
    loss.program.write(loss.target, [1e30])
    #expect(loss.program.firstNonFinite()?.place == .loss)
  }

  @Test("a run whose loss is finite but whose gradient is not is held back")
  func gradientOnly() throws {
    var graph = Graph()
    let x = try graph.input(Shape(1, 1)), t = try graph.input(Shape(1, 1)), machine = Machine()
    let y = try graph.apply([.dense(1, bias: false), .dense(1, bias: false)], to: x)
    let loss = try Loss.mae.add(to: &graph, y[1], t)
    let gradients = graph.differentiate(loss, for: graph.parameters)
    let store = ParameterStore(graph, machine: machine)
    let program = Program(
      graph, keep: [loss], parameters: store, gradients: gradients, update: SGD(), sharing: false,
      machine: machine)
    (store.values(0)[0], store.values(1)[0]) = (1e-30, 1e30)
    program.write(x, [1e30])
    program.learningRate = 1
    #expect(!program.run())
    #expect(program.read(loss)[0].isFinite)
    #expect(store.values(0)[0] == 1e-30)
    #expect(program.firstNonFinite()?.place == .gradient)
    #expect(program.firstNonFinite()?.layer == 0)
  }
}
