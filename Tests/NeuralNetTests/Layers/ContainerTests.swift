import Testing

@testable import NeuralNet

/// Layers that hold models: residual connections, branches, repetition; and freezing.
struct ContainerTests {
  static let references: [String: [Layer]] = [
    "residual": [.dense(4), .residual([.dense(5), .tanh, .dense(4)]), .relu],
    "residual-projected": [
      .residual([.dense(6), .gelu, .dense(5)], shortcut: [.dense(5, bias: false)])
    ],
    "parallel": [.parallel([[.dense(2)], [.dense(4), .tanh, .dense(3)], []]), .dense(2)],
    "repeated": [.repeated([.dense(4), .tanh], times: 3), .dense(1)],
    "repeated-shared": [.repeated([.dense(3), .tanh], times: 3, shared: true), .dense(2)],
  ]

  private func graph(
    _ layers: [Layer], input: Shape = Shape(2, 3)
  ) throws -> (names: [String], shapes: [Shape]) {
    var graph = Graph()
    let results = try graph.apply(layers, to: graph.input(input))
    let names = graph.parameterInfo.map { String(decoding: $0.name, as: UTF8.self) }
    return (names, results.map { graph.shape($0) })
  }

  private func error(of layers: [Layer]) -> ShapeError? {
    do {
      _ = try graph(layers)
      return nil
    } catch {
      return (error as? ShapeError)?.cause
    }
  }

  @Test("parameters have the names of PyTorch modules, shapes are those documented")
  func names() throws {
    let model: [Layer] = [
      .dense(4, bias: false),
      .residual([.dense(4, bias: false), .tanh, .dense(4, bias: false)]),
      .residual([.dense(2, bias: false)], shortcut: [.dense(2, bias: false)]),
      .parallel([[], [.tanh, .dense(3, bias: false)]]),
      .repeated([.dense(5, bias: false), .tanh], times: 2),
      .repeated([.dense(5, bias: false), .tanh], times: 2, shared: true),
    ]
    let (names, shapes) = try graph(model)
    #expect(
      names == [
        "0.weight", "1.body.0.weight", "1.body.2.weight", "2.body.0.weight", "2.shortcut.0.weight",
        "3.branches.1.1.weight", "4.0.0.weight", "4.1.0.weight", "5.body.0.weight",
      ])
    #expect(shapes.map { $0.columns } == [4, 4, 2, 5, 5, 5])
  }

  /// The result for one row, all weights being `weight`.
  private func run(
    _ layers: [Layer], _ x: [Float], weight: Float, on choice: KernelChoice = .best
  ) throws -> [Float] {
    var graph = Graph()
    let input = try graph.input(Shape(1, x.count))
    let y = try #require(try graph.apply(layers, to: input).last)
    let machine = Machine(kernels: choice), store = ParameterStore(graph, machine: machine)
    for i in 0..<store.count { store.values.floats[i] = weight }
    let program = Program(graph, keep: [y], parameters: store, machine: machine)
    program.write(input, x)
    program.run()
    return program.read(y)
  }

  @Test("sums, branches and repetitions by hand")
  func byHand() throws {
    let twice = Layer.dense(2, bias: false)
    for choice in KernelChoice.all + [.plain] {
      func result(_ layer: Layer) throws -> [Float] {
        try run([layer], [1, 2], weight: 2, on: choice)
      }
      #expect(try result(.residual([twice])) == [7, 8])
      #expect(try result(.residual([])) == [2, 4])
      #expect(try result(.residual([], shortcut: [twice])) == [7, 8])
      #expect(try result(.parallel([[twice], [], [.dense(1, bias: false)]])) == [6, 6, 1, 2, 6])
      #expect(try result(.parallel([[twice]])) == [6, 6])
      #expect(try result(.repeated([twice], times: 3)) == [96, 96])
      #expect(try result(.repeated([twice], times: 3, shared: true)) == [96, 96])
    }
  }

  @Test("a model that shares weights within can share them with itself")
  func nestedSharing() throws {
    let model: [Layer] = [
      .dense(3), .repeated([.dense(3)], times: 2, shared: true), .repeated([.dense(3)], times: 2),
    ]
    var graph = Graph()
    let a = try graph.apply(model, to: graph.input(Shape(2, 3)))
    let count = graph.parameters.count
    let b = try graph.apply(model, to: graph.input(Shape(2, 3)), reusing: 0)
    #expect(count == 8 && graph.parameters.count == count && a.count == b.count)
  }

  @Test("the gradient flows through every branch, and all uses of shared weights")
  func gradients() throws {
    for layers in Self.references.values {
      for seed in 0..<3 {
        let check = try GradientCheck(element: { Double($0.number()) }, seed: seed) {
          graph, numbers in
          let x = try graph.parameter(Shape(2, 3))
          let smooth = layers.map { $0 == .relu ? .tanh : $0 }
          return try graph.anyLoss(of: try #require(try graph.apply(smooth, to: x).last))
        }
        #expect(check.worst < 1e-6)
      }
    }
  }

  @Test("containers give the same bits everywhere")
  func bits() throws {
    for name in Self.references.keys.sorted() {
      try expectSameBits(try #require(Self.references[name]), input: Shape(5, 3))
    }
    try expectSameBits([.parallel([[.dense(40)], []]), .dense(3)], input: Shape(30, 10, 9))
  }

  @Test("what does not go together is refused")
  func errors() {
    #expect(
      error(of: [.residual([.dense(4)])])
        == .mismatch(operation: "residual", expected: Shape(2, 3), found: Shape(2, 4)))
    #expect(error(of: [.parallel([])]) == .outOfRange(operation: "parallel", value: 0))
    #expect(
      error(of: [.repeated([.tanh], times: 0)]) == .outOfRange(operation: "repeated", value: 0))
    #expect(
      error(of: [.repeated([.dense(4)], times: 2, shared: true)])
        == .mismatch(operation: "parameter", expected: Shape(3, 4), found: Shape(4, 4)))
  }

  @Test("frozen layers keep their bits, and cost nothing in the gradient")
  func frozen() throws {
    let data = SyntheticData.moons(samples: 40).make(seed: 1)
    func trained(_ layers: [Layer]) throws -> (start: [[Float]], end: [[Float]]) {
      let recipe = TrainingRecipe(
        layers: layers, loss: .bce, optimizer: Adam(), learningRate: 0.1, batchSize: 10)
      let trainer = try Trainer(recipe, data: data, machine: .best()), network = trainer.network
      let start = network.parameters.indices.map { network.values($0) }
      for _ in 0..<2 { _ = trainer.runEpoch() }
      return (start, network.parameters.indices.map { network.values($0) })
    }
    let body: [Layer] = [.dense(8), .tanh, .dense(8)]
    let all = try trained([.dense(8).frozen(), .residual(body).frozen(), .dense(1)])
    for (i, pair) in zip(all.start, all.end).enumerated() {
      #expect((pair.0 == pair.1) == (i < 6), "parameter \(i)")
    }

    func work(_ layers: [Layer]) throws -> Int {
      var graph = Graph()
      let y = try #require(try graph.apply(layers, to: graph.input(Shape(4, 8))).last)
      let loss = try graph.anyLoss(of: y), gradients = graph.differentiateParameters(loss)
      let machine = Machine()
      return Program(
        graph, keep: [loss], parameters: ParameterStore(graph, machine: machine),
        gradients: gradients, update: Adam(), machine: machine
      ).multiplyAdds
    }
    let product = 4 * 8 * 8
    #expect(try work([.dense(8), .tanh, .dense(8)]) == 5 * product)
    #expect(try work([.dense(8).frozen(), .tanh, .dense(8)]) == 3 * product)
    #expect(try work([.dense(8), .tanh, .dense(8).frozen()]) == 4 * product)
  }

  @Test("containers are values: equal if what they hold is")
  func equality() {
    #expect(Layer.residual([.dense(2)]) == .residual([.dense(2)], shortcut: []))
    #expect(Layer.residual([.dense(2)]) != .residual([.dense(3)]))
    #expect(Layer.parallel([[], [.tanh]]) != .parallel([[.tanh], []]))
    #expect(Layer.repeated([.tanh], times: 2) != .repeated([.tanh], times: 2, shared: true))
    #expect(Layer.repeated([.tanh], times: 2).branches == [[.tanh]])
  }
}
