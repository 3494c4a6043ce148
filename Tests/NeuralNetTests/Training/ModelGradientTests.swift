import Testing

@testable import NeuralNet

/// Gradients of whole models against differences in Float64, in training mode: dropout draws the same
/// at every pass, batch norm uses the batch.
struct ModelGradientTests {
  /// Models of rows of 24 numbers, of token numbers below 7 where the name says so.
  static let models: [String: [Layer]] = [
    "dense and activations": [
      .dense(6), .tanh, .dense(5, bias: false), .gelu, .dense(4), .softplus, .dense(3),
    ],
    "dropout": [.dense(6), .tanh, .dropout(0.4), .dense(5), .dropout(0.3, scaling: .evaluation)],
    "frozen": [.dense(6).frozen(), .tanh, .dense(5), .silu, .dense(2).frozen()],
    "norms": [.dense(6), .layerNorm(), .dense(5), .rmsNorm(), .dense(3)],
    "softmax": [.dense(6), .softmax(temperature: 0.5), .dense(3), .softmax],
    "tokens": [.embedding(7, 3), .positions(.learned), .tanh, .flatten, .dense(2)],
    "images": [
      .reshape([4, 3, 2]), .conv2d(3, kernel: 3, padding: 1), .tanh,
      .conv2d(2, kernel: 2, groups: 1),
      .flatten, .dense(2),
    ],
    "largest": [.reshape([4, 6, 1]), .conv2d(2, kernel: 2), .maxPool(2), .flatten, .dense(2)],
    "sequence of channels": [
      .reshape([8, 3]), .conv1d(4, kernel: 3, stride: 2), .tanh, .globalMaxPool, .dense(2),
    ],
    "models in models": [
      .dense(4), .residual([.dense(4), .tanh]), .parallel([[], [.dense(3), .gelu]]),
      .repeated([.dense(7), .tanh], times: 2),
      .repeated([.dense(7), .tanh], times: 2, shared: true),
    ],
    "recurrent": [
      .reshape([6, 4]), .lstm(3, bidirectional: true), .gru(3), .rnn(3, returns: .last), .dense(2),
    ],
    "attention": [
      .reshape([6, 4]), .attention(heads: 2, causal: true),
      .transformerEncoder(
        heads: 2, feedForward: 5, dropout: 0.2, normFirst: true, activation: .gelu),
      .flatten, .dense(2),
    ],
  ]

  @Test("Gradients are central differences to 1e-6", arguments: models.keys.sorted())
  func gradients(name: String) throws {
    let layers = try #require(Self.models[name])
    let network = try Network(inputs: 24, layers: layers, machine: .best())
    network.initialize(.pytorchDefault, seed: 3)
    var numbers = TestNumbers(5)
    let isTokens = name == "tokens"
    let features = (0..<3 * 24).map { _ in
      isTokens ? Float(numbers.below(7)) : numbers.number()
    }
    let targets = numbers.numbers(3 * network.outputs)
    let error = try network.gradientError(features, count: 3, targets: targets, loss: .mse)
    #expect(error < 1e-6 && error > 0, "relative error \(error)")
  }
}
