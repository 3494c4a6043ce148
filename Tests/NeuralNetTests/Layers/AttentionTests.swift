import Testing

@testable import NeuralNet

extension LayerReferenceTests {
  static let attention: [String: [Layer]] = [
    "attention": [.attention(heads: 2)],
    "attention-causal": [.attention(heads: 3, causal: true, bias: false)],
    "attention-padding": [
      Layer("padded") { graph, x throws(ShapeError) in
        let lengths = graph.insert(Fill(3), [], Shape(2))
        let padding = try graph.paddingMask(lengths: lengths, time: 5)
        return try graph.multiHeadAttention(x, padding: padding, heads: 1).result
      }
    ],
    "encoder": [.transformerEncoder(heads: 2, feedForward: 7)],
    "encoder-causal": [
      .transformerEncoder(
        heads: 2, feedForward: 7, normFirst: true, activation: .gelu, causal: true)
    ],
    "decoder": [AttentionTests.translator(normFirst: false)],
    "decoder-norm-first": [AttentionTests.translator(normFirst: true)],
  ]
}

/// Attention and the blocks made of it.
struct AttentionTests {
  /// A decoder whose memory is another sequence, half as long, made of the same input.
  static func translator(normFirst: Bool) -> Layer {
    Layer("translator", [normFirst ? 1 : 0]) { graph, x throws(ShapeError) in
      let memory = try graph.scoped("encoder") { graph throws(ShapeError) in
        try graph.linear(graph.add(Reshape(Shape(2, 2, 12)), [x]), 6)
      }
      var options = TransformerOptions(heads: 3)
      (options.feedForward, options.normFirst, options.causal) = (7, normFirst, true)
      return try graph.scoped("decoder") { [options] graph throws(ShapeError) in
        try graph.transformerDecoder(x, memory: memory, options).result
      }
    }
  }

  /// Results and probabilities of attention of two queries to two keys of width 1.
  private func attend(
    _ query: [Float], _ key: [Float], _ value: [Float], causal: Bool = false,
    lengths: [Float]? = nil, on machine: Machine = Machine()
  ) throws -> (result: [Float], probabilities: [Float]) {
    var graph = Graph()
    let shape = Shape(1, 2, 1), queries = try graph.input(shape)
    let keys = try graph.input(shape), values = try graph.input(shape)
    let ends = try graph.input(Shape(1))
    let mask = try graph.paddingMask(lengths: ends, time: 2)
    let y = try graph.scaledDotProductAttention(
      query: queries, key: keys, value: values, padding: lengths == nil ? nil : mask, causal: causal
    )
    let store = ParameterStore(graph, machine: machine)
    let program = Program(
      graph, keep: [y.result, y.probabilities], parameters: store, machine: machine)
    program.write(queries, query)
    program.write(keys, key)
    program.write(values, value)
    if let lengths { program.write(ends, lengths) }
    program.run()
    return (program.read(y.result), program.read(y.probabilities))
  }

  @Test("each query gets the values, weighed by how well their keys fit it")
  func byHand() throws {
    // log 3 · 1 against 0: shares 3/4 and 1/4.
    let y = try attend([1.0986123, 0], [1, 0], [8, 4])
    #expect(y.probabilities.map { ($0 * 1000).rounded() } == [750, 250, 500, 500])
    #expect(y.result.map { ($0 * 1000).rounded() } == [7000, 6000])
  }

  @Test(
    "a causal mask hides later keys, a padding mask those beyond a length; no key at all is NaN")
  func masks() throws {
    for machine in Machine.all + [Machine(kernels: .plain)] {
      let causal = try attend([1, 0], [1, 0], [8, 4], causal: true, on: machine)
      #expect(causal.probabilities == [1, 0, 0.5, 0.5])
      #expect(causal.result == [8, 6])
      let padded = try attend([1, 0], [1, 0], [8, 4], lengths: [1], on: machine)
      #expect(padded.probabilities == [1, 0, 1, 0])
      #expect(padded.result == [8, 8])
      let nothing = try attend([1, 0], [1, 0], [8, 4], lengths: [0], on: machine)
      #expect(nothing.result.allSatisfy { $0.isNaN })
      #expect(nothing.probabilities.allSatisfy { $0.isNaN })
    }
  }

  @Test("blocks have PyTorch's parameters under PyTorch's names")
  func names() throws {
    var graph = Graph()
    let x = try graph.input(Shape(2, 3, 4))
    _ = try graph.apply([.transformerEncoder(heads: 2, feedForward: 8)], to: x)
    let info = graph.parameterInfo.sorted { $0.name.lexicographicallyPrecedes($1.name) }
    #expect(
      info.map { String(decoding: $0.name.dropFirst(2), as: UTF8.self) } == [
        "linear1.bias", "linear1.weight", "linear2.bias", "linear2.weight", "norm1.bias",
        "norm1.weight", "norm2.bias", "norm2.weight", "self_attn.in_proj_bias",
        "self_attn.in_proj_weight", "self_attn.out_proj.bias", "self_attn.out_proj.weight",
      ])
    // 12 width² + 13 width with four times as wide an inner layer; here it is twice as wide.
    #expect(graph.parameterCount == 8 * 16 + 11 * 4)
    #expect(info[8].start == .constant(0))
    #expect(info[9].start == .uniform(bound: Float(6.0 / 16).squareRoot()))
    #expect(info[9].pytorchAxes == [1, 0])
    #expect(info[10].start == .constant(0))
    #expect(info[11].start == .drawn)
  }

  @Test("the defaults are PyTorch's, but for the dropout")
  func defaults() {
    #expect(
      Layer.transformerEncoder(heads: 8)
        == .transformerEncoder(
          heads: 8, feedForward: 2048, dropout: 0, normFirst: false, activation: .relu,
          causal: false))
    #expect(
      Layer.attention(heads: 2) == .attention(heads: 2, causal: false, dropout: 0, bias: true))
    #expect(TransformerOptions(heads: 1).epsilon == 1e-5)
    #expect(
      Layer.transformerEncoder(heads: 2) != .transformerEncoder(heads: 2, activation: .gelu))
  }

  @Test("evaluation drops nothing, training does")
  func dropout() throws {
    var graph = Graph()
    let block = Layer.transformerEncoder(heads: 2, feedForward: 5, dropout: 0.5)
    let x = try graph.input(Shape(2, 3, 4))
    let plain = try graph.apply([.transformerEncoder(heads: 2, feedForward: 5)], to: x)[0]
    let y = try graph.apply([block], to: x, reusing: 0)[0]
    let machine = Machine(), store = ParameterStore(graph, machine: machine)
    for (i, info) in graph.parameterInfo.enumerated() {
      Initializer.pytorchDefault.fill(parameter: info, values: store.values(i), seed: 1, index: i)
    }
    for evaluating in [true, false] {
      let program = Program(
        graph, keep: [plain, y], parameters: store, evaluating: evaluating, machine: machine)
      var numbers = TestNumbers(1)
      program.write(x, numbers.numbers(24))
      program.run()
      #expect((program.read(plain) == program.read(y)) == evaluating)
    }
  }

  @Test("impossible heads, dropouts and shapes are refused")
  func refused() {
    let cases: [(Layer, Shape, ShapeError)] = [
      (
        .attention(heads: 3), Shape(2, 5, 4),
        .conflict(
          operation: "attention", reason: "the heads do not divide the width", found: 3, limit: 4)
      ),
      (.attention(heads: 0), Shape(2, 5, 4), .outOfRange(operation: "attention", value: 0)),
      (
        .attention(heads: 2), Shape(5, 4),
        .conflict(
          operation: "attention", reason: "a sequence has the axes batch, time and features",
          found: 2, limit: 3)
      ),
      (
        .attention(heads: 2, dropout: 1), Shape(2, 5, 4),
        .outOfRange(operation: "dropout", value: 1)
      ),
      (
        .attention(heads: 1), Shape(1, 2049, 1),
        .conflict(
          operation: "attention", reason: "more keys than attention can hold", found: 2049,
          limit: 2048)
      ),
      (
        .transformerEncoder(heads: 1, feedForward: 0), Shape(2, 5, 4),
        .outOfRange(operation: "feedForward", value: 0)
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

  @Test("a memory of another width or batch is refused")
  func memory() throws {
    for shape in [Shape(2, 3, 5), Shape(1, 3, 4)] {
      var graph = Graph()
      let x = try graph.input(Shape(2, 5, 4)), memory = try graph.input(shape)
      #expect(throws: ShapeError.self) {
        try graph.multiHeadAttention(x, memory: memory, heads: 2)
      }
    }
  }

  @Test("attention and blocks give the same bits on every machine")
  func sameBits() throws {
    try expectSameBits([.attention(heads: 2)], input: Shape(2, 5, 6))
    try expectSameBits([.attention(heads: 3, causal: true)], input: Shape(2, 37, 15))
    try expectSameBits([.attention(heads: 1, causal: true, dropout: 0.3)], input: Shape(2, 70, 18))
    try expectSameBits(
      [.transformerEncoder(heads: 2, feedForward: 9, dropout: 0.1, causal: true)],
      input: Shape(3, 34, 34))
    try expectSameBits([AttentionTests.translator(normFirst: true)], input: Shape(2, 4, 6))
  }
}
