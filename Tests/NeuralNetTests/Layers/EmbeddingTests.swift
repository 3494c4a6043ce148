import Testing

@testable import NeuralNet

extension LayerReferenceTests {
  static let embeddings: [String: [Layer]] = ["embedding": [.embedding(7, 5)]]
}

/// Tokens as rows of a table, and rows for the places of a sequence.
struct EmbeddingTests {
  @Test("each token picks its row; a number that is no token gives NaN")
  func lookUp() throws {
    var graph = Graph()
    let tokens = try graph.input(Shape(2, 3)),
      y = try graph.apply([.embedding(3, 2)], to: tokens)[0]
    #expect(graph.shape(y) == Shape(2, 3, 2))
    for machine in Machine.all + [Machine(kernels: .plain)] {
      let store = ParameterStore(graph, machine: machine)
      for i in 0..<6 { store.values(0)[i] = Float(i + 1) }
      let program = Program(graph, keep: [y], parameters: store, machine: machine)
      program.write(tokens, [2, 0, 1, 3, -1, .nan])
      program.run()
      let found = program.read(y)
      #expect(found.prefix(6) == [5, 6, 1, 2, 3, 4])
      #expect(found.dropFirst(6).allSatisfy { $0.isNaN })
    }
  }

  @Test("the gradient of a row is the sum over its tokens, 0 for a token that is not there")
  func gradient() throws {
    var graph = Graph()
    let tokens = try graph.input(Shape(1, 3)),
      y = try graph.apply([.embedding(3, 2)], to: tokens)[0]
    let weights = try graph.input(Shape(1, 3, 2))
    let product = try graph.add(Multiply(), [y, weights])
    let row = try graph.add(Reshape(Shape(6, 1)), [product])
    let sum = try graph.add(SumRows(), [row])
    let gradients = graph.differentiateParameters(sum)
    let machine = Machine(), store = ParameterStore(graph, machine: machine)
    let program = Program(
      graph, keep: [sum], parameters: store, gradients: gradients, machine: machine)
    program.write(tokens, [2, 0, 2])
    program.write(weights, [1, 2, 3, 4, 10, 20])
    program.runGradients()
    #expect((0..<6).map { store.gradients(0)[$0] } == [3, 4, 0, 0, 11, 22])
  }

  @Test("a table [vocabulary, width] that begins normally distributed, not transposed in PyTorch")
  func parameters() throws {
    var graph = Graph()
    _ = try graph.apply([.embedding(9, 4)], to: graph.input(Shape(5)))
    let info = try #require(graph.parameterInfo.first)
    #expect(info.shape == Shape(9, 4))
    #expect(info.start == .normal(deviation: 1))
    #expect(info.pytorchAxes == [0, 1])
    #expect(String(decoding: info.name, as: UTF8.self) == "0.weight")
  }

  @Test("sinusoidal positions are sines and cosines of slower and slower waves")
  func sinusoidal() throws {
    let expected: [Float] = [
      0, 1, 0, 1, 0.84147098, 0.54030231, 0.00999983, 0.99995, 0.90929743, -0.41614684, 0.01999867,
      0.99980001,
    ]
    var graph = Graph()
    let x = try graph.input(Shape(2, 3, 4))
    let y = try graph.apply([.positions(.sinusoidal)], to: x)[0]
    for machine in Machine.all + [Machine(kernels: .plain), Machine(kernels: .float64)] {
      let store = ParameterStore(graph, machine: machine)
      let program = Program(graph, keep: [y], parameters: store, machine: machine)
      program.write(x, [Float](repeating: 0, count: 12) + [Float](repeating: 1, count: 12))
      program.run()
      for (i, found) in program.read(y).enumerated() {
        #expect((found - expected[i % 12] - (i < 12 ? 0 : 1)).magnitude < 1e-6)
      }
    }
    #expect(graph.parameters.isEmpty)
  }

  @Test("learned positions are as many as said, at least as many as the sequence has")
  func learned() throws {
    var graph = Graph()
    _ = try graph.apply(
      [.positions(.learned, length: 9), .positions(.learned)], to: graph.input(Shape(2, 5, 3)))
    #expect(graph.parameterInfo.map { $0.shape } == [Shape(9, 3), Shape(5, 3)])
    #expect(graph.parameterInfo.map { $0.start } == [.normal(deviation: 1), .normal(deviation: 1)])
  }

  @Test("impossible vocabularies, widths, lengths and shapes are refused")
  func refused() {
    let cases: [(Layer, Shape, ShapeError)] = [
      (.embedding(0, 3), Shape(2), .outOfRange(operation: "embedding", value: 0)),
      (.embedding(3, -1), Shape(2), .outOfRange(operation: "embedding", value: -1)),
      (
        .embedding(3, 2), Shape(2, 2, 2, 2),
        .conflict(
          operation: "embedding", reason: "token numbers with more than three axes", found: 4,
          limit: 3)
      ),
      (
        .positions(.learned, length: 4), Shape(2, 5, 3),
        .conflict(
          operation: "positions", reason: "a sequence longer than the positions", found: 5, limit: 4
        )
      ),
      (
        .positions(.learned, length: 0), Shape(2, 5, 3),
        .outOfRange(operation: "positions", value: 0)
      ),
    ]
    for (layer, shape, cause) in cases {
      var graph = Graph()
      let error = #expect(throws: ShapeError.self) {
        try graph.apply([layer], to: graph.input(shape))
      }
      #expect(error?.cause == cause)
    }
  }

  @Test("embeddings and positions give the same bits on every machine")
  func sameBits() throws {
    let model: [Layer] = [.embedding(11, 67), .positions(.learned, length: 9), .dense(3)]
    try expectSameBits(model, input: Shape(20, 7), classes: 11)
    try expectSameBits(
      [.embedding(5, 3), .positions(.sinusoidal), .dense(2)], input: Shape(2, 3), classes: 5)
  }
}
