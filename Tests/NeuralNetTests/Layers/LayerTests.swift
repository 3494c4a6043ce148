import Testing

@testable import NeuralNet

/// Layers as values, their shapes and parameters.
struct LayerTests {
  @Test("layers are values that can be compared")
  func equality() {
    let model: [Layer] = [.dense(16), .tanh, .dense(1, bias: false)]
    #expect(model == [.dense(16), .activation(.tanh), .dense(1, bias: false)])
    #expect(Layer.dense(1) != .dense(1, bias: false))
    #expect(Layer.dense(1) != .dense(2))
    #expect(Layer.leakyRelu(slope: 0.1) != .leakyRelu())
    #expect(Layer.elu() == .elu(alpha: 1))
    #expect(Layer.dense(3).activation == nil)
    #expect(Layer.gelu.activation == .gelu)
  }

  @Test("a dense layer has a weight [inputs, units] and a bias [units]")
  func denseParameters() throws {
    var graph = Graph()
    let layers: [Layer] = [.dense(5), .relu, .dense(2, bias: false)]
    let results = try graph.apply(layers, to: graph.input(Shape(7, 3)))
    #expect(results.map { graph.shape($0) } == [Shape(7, 5), Shape(7, 5), Shape(7, 2)])
    #expect(
      graph.parameterInfo == [
        ParameterInfo(
          layer: 0, role: .weight, shape: Shape(3, 5), fanIn: 3, fanOut: 5,
          name: Array("0.weight".utf8)),
        ParameterInfo(
          layer: 0, role: .bias, shape: Shape(5), fanIn: 3, fanOut: 5,
          name: Array("0.bias".utf8)),
        ParameterInfo(
          layer: 2, role: .weight, shape: Shape(5, 2), fanIn: 5, fanOut: 2,
          name: Array("2.weight".utf8)),
      ])
  }

  @Test("a dense layer by hand: y = x W + b")
  func denseByHand() throws {
    var graph = Graph()
    let x = try graph.input(Shape(2, 2)), y = try graph.apply([.dense(3)], to: x)[0]
    for machine in Machine.all + [Machine(kernels: .plain)] {
      let store = ParameterStore(graph, machine: machine)
      for (i, value) in ([1, 2, 3, 4, 5, 6, 0.5, 0, -1] as [Float]).enumerated() {
        store.values(0)[i] = value
      }
      let program = Program(graph, keep: [y], parameters: store, machine: machine)
      program.write(x, [1, 10, -1, 0])
      program.run()
      #expect(program.read(y) == [41.5, 52, 62, -0.5, -2, -4])
    }
  }

  @Test("dense layers give the same bits on every machine")
  func denseBits() throws {
    try expectSameBits([.dense(70), .tanh, .dense(3)], input: Shape(130, 9))
    try expectSameBits([.dense(5), .gelu, .dense(3)], input: Shape(2, 7, 4))
  }

  @Test("the linear layer is its input")
  func linear() throws {
    var graph = Graph()
    let x = try graph.input(Shape(1, 2))
    #expect(try graph.apply([.linear], to: x) == [x])
  }

  @Test("a layer without units is refused", arguments: [0, -4])
  func noUnits(units: Int) {
    let reason = ShapeError.outOfRange(operation: "dense", value: Float(units))
    #expect(throws: ShapeError.layer(0, "dense", shapes: [Shape(1, 2)], reason)) {
      var graph = Graph()
      _ = try graph.apply([.dense(units)], to: graph.input(Shape(1, 2)))
    }
  }

  @Test("the error of a model says which layer, and the shapes up to it")
  func errorOfModel() throws {
    let inner: [Layer] = [.tanh, .dense(0)]
    let model: [Layer] = [
      .dense(3),
      Layer("outer", branches: [inner]) { graph, x throws(ShapeError) in
        try graph.apply(inner, to: x)[1]
      },
    ]
    let reason = ShapeError.outOfRange(operation: "dense", value: 0)
    let within = ShapeError.layer(1, "dense", shapes: [Shape(4, 3), Shape(4, 3)], reason)
    let expected = ShapeError.layer(1, "outer", shapes: [Shape(4, 2), Shape(4, 3)], within)
    #expect(expected.cause == reason)
    #expect(throws: expected) {
      var graph = Graph()
      _ = try graph.apply(model, to: graph.input(Shape(4, 2)))
    }
  }

  @Test("parameters of models within models are named as PyTorch names those of modules")
  func names() throws {
    let body: [Layer] = [.dense(2, bias: false), .tanh, .dense(2).frozen()]
    let model: [Layer] = [
      .tanh,
      Layer("outer", branches: [body]) { graph, x throws(ShapeError) in
        try graph.scoped("body") { graph throws(ShapeError) in try graph.apply(body, to: x)[2] }
      },
    ]
    var graph = Graph()
    _ = try graph.apply(model, to: graph.input(Shape(4, 2)))
    let names = graph.parameterInfo.map { String(decoding: $0.name, as: UTF8.self) }
    #expect(names == ["1.body.0.weight", "1.body.2.weight", "1.body.2.bias"])
    #expect(graph.parameterInfo.map { $0.layer } == [1, 1, 1])
    #expect(graph.parameterInfo.map { $0.isTrainable } == [true, false, false])
  }

  @Test("a layer of one's own is a name, numbers and what it adds to the graph")
  func custom() throws {
    let square = Layer("square") { graph, x throws(ShapeError) in
      try graph.add(Multiply(), [x, x])
    }
    var graph = Graph()
    let x = try graph.input(Shape(1, 3)), y = try graph.apply([square], to: x)[0]
    let machine = Machine()
    let program = Program(
      graph, keep: [y], parameters: ParameterStore(graph, machine: machine), machine: machine)
    program.write(x, [1, -2, 3])
    program.run()
    #expect(program.read(y) == [1, 4, 9])
  }
}
