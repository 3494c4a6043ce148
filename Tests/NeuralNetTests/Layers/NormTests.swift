import Testing

@testable import NeuralNet

extension LayerReferenceTests {
  static let norms: [String: [Layer]] = [
    "layer-norm": [.layerNorm()],
    "layer-norm-sequence": [.layerNorm(epsilon: 0.1)],
    "rms-norm": [.rmsNorm()],
    "rms-norm-epsilon": [.rmsNorm(epsilon: 0.01)],
    "softmax-cold": [.softmax(temperature: 0.25)],
    "softmax-hot": [.softmax(temperature: 3)],
  ]
}

/// Layers that bring rows to a common size: layer norm, RMS norm, softmax.
struct NormTests {
  @Test("layer norm of [5, 9] is -1 and 1 but for epsilon; RMS norm divides by the root of 53")
  func byHand() throws {
    try expectClose([.layerNorm()], [5, 9], [-0.99999875, 0.99999875])
    try expectClose([.layerNorm(epsilon: 12)], [5, 9], [-0.5, 0.5])
    try expectClose([.rmsNorm(epsilon: 0)], [5, 9], [0.68680283, 1.2362451])
    try expectClose([.rmsNorm(epsilon: 28)], [5, 9], [5.0 / 9, 1])
  }

  @Test("softmax with a temperature is the softmax of x / temperature, down to tiny temperatures")
  func temperature() throws {
    try expectClose([.softmax(temperature: 2)], [0, 2], [0.26894142, 0.7310586])
    try expectClose([.softmax(temperature: 1e-30)], [3, 5, -2], [0, 1, 0])
    try expectClose([.softmax(temperature: .leastNonzeroMagnitude)], [3, 5, 5], [0, 0.5, 0.5])
    try expectClose([.softmax(temperature: 1e30)], [3, 5, -2, 8], [0.25, 0.25, 0.25, 0.25])
    #expect(Layer.softmax(temperature: 1) == .softmax)
    #expect(Layer.softmax(temperature: 2) != .softmax)
  }

  @Test("the parameters of norms begin with 1 and 0 and carry PyTorch's names")
  func parameters() throws {
    var graph = Graph()
    let results = try graph.apply([.layerNorm(), .rmsNorm()], to: graph.input(Shape(4, 2, 3)))
    #expect(results.map { graph.shape($0) } == [Shape(4, 2, 3), Shape(4, 2, 3)])
    let info = graph.parameterInfo
    #expect(
      info.map { String(decoding: $0.name, as: UTF8.self) } == ["0.weight", "0.bias", "1.weight"])
    #expect(info.map { $0.shape } == [Shape(3), Shape(3), Shape(3)])
    #expect(info.map { $0.role } == [.scale, .bias, .scale])
    #expect(info.map { $0.start } == [.constant(1), .constant(0), .constant(1)])
  }

  @Test("the defaults are PyTorch's")
  func defaults() {
    #expect(Layer.layerNorm() == .layerNorm(epsilon: 1e-5))
    #expect(Layer.rmsNorm() == .rmsNorm(epsilon: 1.1920929e-07))
  }

  @Test("a negative epsilon and a temperature that is not above 0 are refused")
  func refused() {
    for layer in [Layer.layerNorm(epsilon: -1), .rmsNorm(epsilon: .nan)] {
      expectCause(.outOfRange(operation: layer.name, value: layer.numbers[0]), of: layer)
    }
    for temperature: Float in [0, -1, .infinity, .nan] {
      expectCause(
        .outOfRange(operation: "softmax", value: temperature),
        of: .softmax(temperature: temperature))
    }
  }

  private func expectCause(_ cause: ShapeError, of layer: Layer) {
    var graph = Graph()
    let error = #expect(throws: ShapeError.self) {
      try graph.apply([layer], to: graph.input(Shape(2, 3)))
    }
    #expect(error?.cause == cause)
  }

  @Test("norms give the same bits on every machine")
  func sameBits() throws {
    try expectSameBits([.layerNorm(), .dense(3), .layerNorm()], input: Shape(5, 37))
    try expectSameBits([.dense(70), .rmsNorm(), .layerNorm()], input: Shape(130, 3))
    try expectSameBits([.dense(7), .softmax(temperature: 0.3)], input: Shape(3, 4))
  }

  /// What a layer with its first parameters makes of a row, within 1e-6.
  private func expectClose(_ layers: [Layer], _ row: [Float], _ expected: [Float]) throws {
    var graph = Graph()
    let x = try graph.input(Shape(1, row.count)), y = try graph.apply(layers, to: x)[0]
    let machine = Machine(), store = ParameterStore(graph, machine: machine)
    for (i, info) in graph.parameterInfo.enumerated() {
      Initializer.zeros.fill(parameter: info, values: store.values(i), seed: 1, index: i)
    }
    let program = Program(graph, keep: [y], parameters: store, machine: machine)
    program.write(x, row)
    program.run()
    for (found, wanted) in zip(program.read(y), expected) {
      #expect((found - wanted).magnitude < 1e-6, "\(found), expected \(wanted)")
    }
  }
}
