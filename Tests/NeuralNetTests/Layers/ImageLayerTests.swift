import Testing

@testable import NeuralNet

/// Layers of images and sequences: hand-computed values, shapes, parameters, bits, refused options.
struct ImageLayerTests {
  /// What a model without drawn parameters makes of `numbers`; parameters are set to `parameters`.
  private func output(
    _ layers: [Layer], _ shape: Shape, _ numbers: [Float], parameters: [[Float]] = []
  ) throws -> [Float] {
    var graph = Graph()
    let x = try graph.input(shape), y = try #require(try graph.apply(layers, to: x).last)
    let machine = Machine(), store = ParameterStore(graph, machine: machine)
    for (index, values) in parameters.enumerated() {
      for (i, value) in values.enumerated() { store.values(index)[i] = value }
    }
    let program = Program(graph, keep: [y], parameters: store, machine: machine)
    program.write(x, numbers)
    program.run()
    return program.read(y)
  }

  private func shape(_ layers: [Layer], _ input: Shape) throws -> Shape {
    var graph = Graph()
    let results = try graph.apply(layers, to: graph.input(input))
    return graph.shape(try #require(results.last))
  }

  private func expectRefused(
    _ layer: Layer, _ input: Shape, _ reason: ShapeError,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      throws: ShapeError.layer(0, layer.name, shapes: [input], reason),
      sourceLocation: sourceLocation
    ) {
      var graph = Graph()
      _ = try graph.apply([layer], to: graph.input(input))
    }
  }

  @Test("a convolution by hand: windows times filters plus bias")
  func convolution() throws {
    let y = try output(
      [.conv2d(2, kernel: 2)], Shape(1, 2, 3, 1), [1, 2, 3, 4, 5, 6],
      parameters: [[1, 0, 0, 0, 0, 0, -1, 2], [0.5, 100]])
    #expect(y == [-3.5, 110, -3.5, 112])
  }

  @Test("stride, padding and dilation by hand, along time")
  func options() throws {
    let y = try output(
      [.conv1d(1, kernel: 2, stride: 2, padding: 1, dilation: 2, bias: false)], Shape(1, 5, 1),
      [1, 2, 3, 4, 5], parameters: [[1, 10]])
    #expect(y == [20, 42, 4])
  }

  @Test("a convolution has PyTorch's parameters, in our layout")
  func parameters() throws {
    var graph = Graph()
    let x = try graph.input(Shape(2, 9, 9, 4))
    let y = try graph.apply([.conv2d(6, kernel: [3, 5], groups: 2)], to: x)[0]
    #expect(graph.shape(y) == Shape(2, 7, 5, 6))
    #expect(
      graph.parameterInfo == [
        ParameterInfo(
          layer: 0, role: .weight, shape: Shape(3, 5, 2, 6), fanIn: 30, fanOut: 90,
          name: Array("0.weight".utf8), pytorchAxes: [3, 2, 0, 1]),
        ParameterInfo(
          layer: 0, role: .bias, shape: Shape(6), fanIn: 30, fanOut: 90,
          name: Array("0.bias".utf8)),
      ])
    _ = try graph.apply([.conv1d(6, kernel: 5, bias: false)], to: graph.input(Shape(2, 9, 4)))
    #expect(
      graph.parameterInfo[2]
        == ParameterInfo(
          layer: 0, role: .weight, shape: Shape(5, 4, 6), fanIn: 20, fanOut: 30,
          name: Array("0.weight".utf8), pytorchAxes: [2, 1, 0]))
  }

  @Test("shapes and defaults are those documented")
  func shapes() throws {
    let x = Shape(2, 28, 27, 3)
    #expect(try shape([.conv2d(8, kernel: 3)], x) == Shape(2, 26, 25, 8))
    #expect(try shape([.conv2d(8, kernel: 3, stride: 2, padding: 1)], x) == Shape(2, 14, 14, 8))
    #expect(try shape([.maxPool(2)], x) == Shape(2, 14, 13, 3))
    #expect(try shape([.maxPool([3, 2], stride: 1, padding: 1)], x) == Shape(2, 28, 28, 3))
    #expect(try shape([.globalMaxPool], x) == Shape(2, 3))
    #expect(try shape([.flatten], x) == Shape(2, 28 * 27 * 3))
    #expect(try shape([.maxPool(2)], Shape(2, 9, 3)) == Shape(2, 4, 3))
    #expect(try shape([.globalMaxPool], Shape(2, 9, 3)) == Shape(2, 3))
    #expect(try shape([.flatten], Shape(2, 9, 3)) == Shape(2, 27))
    #expect(try shape([.reshape([4, -1, 3])], Shape(2, 24)) == Shape(2, 4, 2, 3))
    #expect(
      Layer.conv2d(8, kernel: 3)
        == .conv2d(
          8, kernel: [3, 3], stride: 1, padding: 0, dilation: 1, groups: 1, bias: true))
    #expect(Layer.maxPool(2) == .maxPool([2, 2], stride: [2, 2], padding: 0))
    #expect(Layer.conv2d(8, kernel: 3) != .conv2d(8, kernel: 3, padding: 1))
  }

  @Test("pooling by hand, in each channel")
  func pooling() throws {
    let x: [Float] = [1, -1, 5, -5, 3, -3, 2, -2]
    #expect(try output([.maxPool(2)], Shape(1, 2, 2, 2), x) == [5, -1])
    #expect(try output([.globalMaxPool], Shape(1, 4, 2), x) == [5, -1])
    #expect(
      try output([.maxPool(2, stride: 1, padding: 1)], Shape(1, 3, 1), [-3, -2, -5])
        == [-3, -2, -2, -5])
  }

  @Test("a transposed convolution by hand: each element adds the filter to its window")
  func transposed() throws {
    let y = try output(
      [.convTranspose1d(1, kernel: 3, stride: 2)], Shape(1, 2, 1), [1, 10],
      parameters: [[1, 2, 3], [0.5]])
    #expect(y == [1.5, 2.5, 13.5, 20.5, 30.5])
    let cut = try output(
      [.convTranspose1d(1, kernel: 3, stride: 2, padding: 1, outputPadding: 1, bias: false)],
      Shape(1, 2, 1), [1, 10], parameters: [[1, 2, 3]])
    #expect(cut == [2, 13, 20, 30])
  }

  @Test("transposed convolutions have PyTorch's parameters: fans count its second axis as inputs")
  func transposedParameters() throws {
    var graph = Graph()
    let x = try graph.input(Shape(2, 4, 4, 6))
    let layer = Layer.convTranspose2d(4, kernel: [3, 5], stride: 2, groups: 2)
    let y = try graph.apply([layer], to: x)[0]
    #expect(graph.shape(y) == Shape(2, 9, 11, 4))
    #expect(
      graph.parameterInfo == [
        ParameterInfo(
          layer: 0, role: .weight, shape: Shape(3, 5, 2, 6), fanIn: 30, fanOut: 90,
          name: Array("0.weight".utf8), pytorchAxes: [3, 2, 0, 1]),
        ParameterInfo(
          layer: 0, role: .bias, shape: Shape(4), fanIn: 30, fanOut: 90,
          name: Array("0.bias".utf8)),
      ])
    #expect(
      layer
        == .convTranspose2d(
          4, kernel: [3, 5], stride: 2, padding: 0, outputPadding: 0, dilation: 1, groups: 2,
          bias: true))
  }

  @Test("means and up-sampling by hand; zeros beyond the border count")
  func means() throws {
    let x: [Float] = [1, -1, 5, -5, 3, -3, 3, -3]
    #expect(try output([.averagePool(2)], Shape(1, 2, 2, 2), x) == [3, -3])
    #expect(try output([.globalAveragePool], Shape(1, 4, 2), x) == [3, -3])
    #expect(try output([.averagePool(2, padding: 1)], Shape(1, 2, 1), [4, 6]) == [2, 3])
    #expect(
      try output([.upsample(2)], Shape(1, 1, 2, 2), [1, 2, 3, 4]) == [
        1, 2, 1, 2, 3, 4, 3, 4, 1, 2, 1, 2, 3, 4, 3, 4,
      ])
    #expect(try output([.upsample(2)], Shape(1, 2, 1), [1, 2]) == [1, 1, 2, 2])
  }

  @Test("an autoencoder of images gives the same bits on every machine")
  func autoencoderBits() throws {
    try expectSameBits(
      [
        .conv2d(16, kernel: 3, stride: 2, padding: 1), .relu,
        .convTranspose2d(8, kernel: 3, stride: 2, padding: 1, outputPadding: 1), .relu,
        .upsample(2), .averagePool(2), .convTranspose2d(1, kernel: 3, padding: 1), .flatten,
      ], input: Shape(20, 10, 12, 1), steps: 2)
  }

  @Test("impossible options of transposed convolutions and up-sampling are refused")
  func refusedTransposed() {
    let x = Shape(1, 2, 2, 4)
    expectRefused(
      .convTranspose2d(2, kernel: 3, stride: 2, outputPadding: 2), x,
      .conflict(
        operation: "convTranspose2d",
        reason: "the output padding is not less than stride or dilation", found: 2, limit: 2))
    expectRefused(
      .convTranspose2d(2, kernel: 3, groups: 3), x,
      .conflict(
        operation: "convTranspose2d", reason: "groups do not divide the channels", found: 3,
        limit: 4))
    expectRefused(
      .convTranspose2d(2, kernel: 1, padding: 1), x,
      .invalid(operation: "convTranspose2d", Shape(1, 0, 0, 2)))
    expectRefused(.upsample(0), x, .outOfRange(operation: "upsample", value: 0))
    expectRefused(
      .globalAveragePool, Shape(1, 4),
      .conflict(
        operation: "globalAveragePool",
        reason: "images [height, width, channels] are needed, which have 3 axes", found: 1,
        limit: 3))
  }

  @Test("flattening an image puts channels first, and leaves a sequence as it is")
  func flatten() throws {
    let x: [Float] = [1, 10, 2, 20, 3, 30, 4, 40]
    #expect(
      try output([.flatten], Shape(1, 2, 2, 2), x) == [1, 2, 3, 4, 10, 20, 30, 40])
    #expect(try output([.flatten], Shape(1, 4, 2), x) == x)
  }

  @Test("networks of images give the same bits on every machine")
  func bits() throws {
    try expectSameBits(
      [
        .reshape([9, 9, 1]), .conv2d(8, kernel: 3), .relu, .maxPool(2), .conv2d(17, kernel: 2),
        .tanh, .flatten, .dense(3),
      ], input: Shape(40, 81))
    try expectSameBits(
      [
        .conv1d(6, kernel: 3, stride: 2, padding: 1, groups: 3), .relu,
        .maxPool(3, stride: 2, padding: 1), .conv1d(4, kernel: 2, dilation: 2), .globalMaxPool,
      ], input: Shape(30, 31, 3))
  }

  @Test("a convolution over more than a block of images gives the same bits")
  func largeBits() throws {
    try expectSameBits(
      [.conv2d(20, kernel: 3, stride: 2, padding: 1), .relu, .conv2d(3, kernel: 1)],
      input: Shape(5, 30, 31, 12), steps: 2)
  }

  @Test("impossible options of convolutions are refused")
  func refusedConvolutions() {
    let x = Shape(1, 5, 6, 4)
    let outOfRange: [(Layer, Float)] = [
      (.conv2d(0, kernel: 3), 0), (.conv2d(-2, kernel: 3), -2), (.conv2d(2, kernel: [3, 0]), 0),
      (.conv2d(2, kernel: 3, stride: 0), 0), (.conv2d(2, kernel: 3, padding: -1), -1),
      (.conv2d(2, kernel: 3, dilation: 0), 0), (.conv2d(2, kernel: 3, groups: 0), 0),
      (.conv2d(2, kernel: 3, stride: 40_000), 40_000),
    ]
    for (layer, value) in outOfRange {
      expectRefused(layer, x, .outOfRange(operation: "conv2d", value: value))
    }
    let tooLarge: StaticString = "the kernel is larger than the padded input"
    expectRefused(
      .conv2d(2, kernel: [4, 5], padding: 1, dilation: [3, 1]), x,
      .conflict(operation: "conv2d", reason: tooLarge, found: 10, limit: 7))
    expectRefused(
      .conv1d(2, kernel: 4), Shape(1, 3, 2),
      .conflict(operation: "conv1d", reason: tooLarge, found: 4, limit: 3))
    expectRefused(
      .conv2d(2, kernel: 3, groups: 3), x,
      .conflict(
        operation: "conv2d", reason: "groups do not divide the channels", found: 3, limit: 4))
    expectRefused(
      .conv2d(3, kernel: 3, groups: 2), x,
      .conflict(
        operation: "conv2d", reason: "groups do not divide the filters", found: 2, limit: 3))
    expectRefused(
      .conv2d(3, kernel: 3), Shape(1, 784),
      .conflict(
        operation: "conv2d",
        reason: "images [height, width, channels] are needed, which have 3 axes", found: 1,
        limit: 3))
    expectRefused(
      .conv1d(3, kernel: 3), x,
      .conflict(
        operation: "conv1d", reason: "sequences [time, channels] are needed, which have 2 axes",
        found: 3, limit: 2))
  }

  @Test("impossible options of pooling and reshaping are refused")
  func refusedPooling() {
    let x = Shape(1, 5, 6, 4)
    expectRefused(
      .maxPool(6), x,
      .conflict(
        operation: "maxPool", reason: "the kernel is larger than the padded input", found: 6,
        limit: 5))
    expectRefused(
      .maxPool(3, padding: 2), x,
      .conflict(
        operation: "maxPool", reason: "the padding is more than half of the window", found: 2,
        limit: 1))
    expectRefused(.maxPool(2, stride: 0), x, .outOfRange(operation: "maxPool", value: 0))
    expectRefused(.reshape([0, 120]), x, .outOfRange(operation: "reshape", value: 0))
    expectRefused(
      .reshape([-1, -1]), x,
      .conflict(
        operation: "reshape", reason: "only one axis can be inferred", found: 2, limit: 1))
    for axes in [[7, -1], [119], [60, 3]] {
      let known = axes.filter { $0 > 0 }.reduce(1, *)
      expectRefused(
        .reshape(axes), x,
        .conflict(
          operation: "reshape", reason: "the axes do not have as many elements as a row",
          found: known, limit: 120))
    }
  }
}
