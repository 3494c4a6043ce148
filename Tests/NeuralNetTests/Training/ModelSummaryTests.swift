import Testing

@testable import NeuralNet

/// What models cost.
struct ModelSummaryTests {
  @Test("A small network: shapes, parameters and operations, counted by hand")
  func smallNetwork() throws {
    let summary = try ModelSummary(
      [.dense(4), .relu, .dense(4).frozen(), .relu, .dense(2)], input: Shape(10, 3))
    #expect(summary.parameters == 46 && summary.trainable == 26 && summary.frozen == 20)
    #expect(summary.layers.map(\.parameters) == [16, 0, 20, 0, 10])
    #expect(summary.layers.map(\.multiplyAdds) == [120, 0, 160, 0, 80])
    #expect(summary.floatingPointOperations == 720)
    #expect(summary.layers.map(\.output.columns) == [4, 4, 4, 4, 2])
    #expect(summary.layers[1].name == "relu" && summary.layers[1].layer == 1)
    #expect(summary.output == Shape(10, 2) && summary.states == 0)
  }

  @Test("The guide's network for MNIST has 235 146 parameters")
  func mnist() throws {
    let summary = try ModelSummary(
      [.dense(256), .relu, .dropout(0.2), .dense(128), .relu, .dense(10)], input: Shape(1, 784))
    #expect(summary.parameters == 235_146)
    #expect(summary.multiplyAdds == 784 * 256 + 256 * 128 + 128 * 10)
  }

  @Test("Sequence layers have as many parameters as PyTorch's")
  func sequences() throws {
    func parameters(_ layer: Layer, width: Int) throws -> Int {
      try ModelSummary([layer], input: Shape(2, 3, width)).parameters
    }
    #expect(try parameters(.rnn(5), width: 4) == 5 * (4 + 5) + 2 * 5)
    #expect(try parameters(.lstm(5), width: 4) == 4 * (5 * (4 + 5) + 2 * 5))
    #expect(try parameters(.gru(5, bidirectional: true), width: 4) == 6 * (5 * (4 + 5) + 2 * 5))
    #expect(try parameters(.attention(heads: 2), width: 8) == 4 * 64 + 4 * 8)
    #expect(
      try parameters(.transformerEncoder(heads: 2, feedForward: 32), width: 8) == 12 * 64 + 13 * 8)
  }

  @Test(
    "Kept for the backward pass is what gradients read: results of activations, inputs of products")
  func activationMemory() throws {
    let layers: [Layer] = [.dense(16), .tanh, .dense(8), .gelu, .dense(1)]
    let summary = try ModelSummary(layers, input: Shape(5, 2))
    // tanh' needs its result, which the next product needs too; gelu' its input.
    #expect(summary.layers.map(\.activationBytes) == [0, 5 * 16 * 4, 5 * 8 * 4, 5 * 8 * 4, 0])
    #expect(summary.activationBytes == 4 * 5 * (16 + 8 + 8))
    #expect(summary.trainingBytes > summary.activationBytes)
    #expect(summary.evaluationBytes < summary.trainingBytes)
    #expect(summary.evaluationBytes >= 5 * 16 * 4)
  }

  @Test("What is frozen in front of all that learns keeps nothing")
  func frozenMemory() throws {
    let layers: [Layer] = [Layer.dense(16).frozen(), .tanh, .dense(1)]
    let summary = try ModelSummary(layers, input: Shape(5, 2))
    #expect(summary.layers.map(\.activationBytes) == [0, 5 * 16 * 4, 0])
    let all = try ModelSummary(layers.map { $0.frozen() }, input: Shape(5, 2))
    #expect(all.activationBytes == 0 && all.trainable == 0 && all.parameters == 65)
  }

  @Test("A model without layers costs nothing, one that does not fit is refused")
  func edges() throws {
    let summary = try ModelSummary([], input: Shape(5, 2))
    #expect(summary.layers.isEmpty && summary.output == Shape(5, 2) && summary.parameters == 0)
    #expect(throws: ShapeError.self) { try ModelSummary([.dense(0)], input: Shape(5, 2)) }
  }

  /// Kernel, stride, padding and dilation of a layer that has them in its numbers.
  private func conv2d(_ kernel: Float, _ stride: Float, _ padding: Float, _ dilation: Float)
    -> Layer
  {
    let numbers = [kernel, stride, padding, dilation].flatMap { [$0, $0] }
    return Layer("conv2d", [8] + numbers + [1, 1]) { _, x throws(ShapeError) in x }
  }

  private func fields(_ layers: [Layer], rank: Int = 4) -> [ReceptiveField.Reach?] {
    ReceptiveField.fields(layers, rank: rank, from: .one).map { $0?.width }
  }

  @Test("Receptive fields of windows on windows: r + d (k − 1) j, j s, first − p j")
  func receptiveField() {
    typealias Reach = ReceptiveField.Reach
    let pool = Layer("maxPool", [2, 2, 2, 2, 0, 0]) { _, x throws(ShapeError) in x }
    let found = fields([conv2d(3, 1, 1, 1), .relu, pool, conv2d(3, 2, 1, 2), pool])
    #expect(
      found == [
        Reach(size: 3, jump: 1, start: -1), Reach(size: 3, jump: 1, start: -1),
        Reach(size: 4, jump: 2, start: -1), Reach(size: 12, jump: 4, start: -3),
        Reach(size: 16, jump: 8, start: -3),
      ])
    #expect(found[0]?.center == 0 && found[3]?.center == 2.5)
  }

  @Test("AlexNet's convolutions see 195 of its input's places (Araujo et al. 2019, table 1)")
  func alexNet() {
    let pool = Layer("maxPool", [3, 3, 2, 2, 0, 0]) { _, x throws(ShapeError) in x }
    let layers = [
      conv2d(11, 4, 0, 1), pool, conv2d(5, 1, 2, 1), pool, conv2d(3, 1, 1, 1),
      conv2d(3, 1, 1, 1), conv2d(3, 1, 1, 1), pool,
    ]
    #expect(fields(layers).last == ReceptiveField.Reach(size: 195, jump: 32, start: -64))
  }

  @Test("A sum sees what one of its branches sees; what mixes all places ends it")
  func branches() {
    let body = [conv2d(3, 1, 1, 1), .relu, conv2d(3, 1, 1, 1)]
    let residual = Layer("residual", branches: [body, []]) { _, x throws(ShapeError) in x }
    let mixing = Layer("mixing") { _, x throws(ShapeError) in x }
    #expect(
      fields([residual, conv2d(3, 1, 0, 1), mixing, .relu]) == [
        ReceptiveField.Reach(size: 5, jump: 1, start: -2),
        ReceptiveField.Reach(size: 7, jump: 1, start: -2), nil, nil,
      ])
    let repeated = Layer("repeated", [3, 0], branches: [body]) { _, x throws(ShapeError) in x }
    #expect(fields([repeated])[0]?.size == 13)
    let along = Layer("conv1d", [8, 3, 1, 2, 2, 1, 1]) { _, x throws(ShapeError) in x }
    let height = ReceptiveField.fields([along], rank: 3, from: .one)[0]?.height
    #expect(fields([along], rank: 3) == [ReceptiveField.Reach(size: 5, jump: 1, start: -2)])
    #expect(height == ReceptiveField.Reach(size: 1, jump: 1, start: 0))
  }
}
