@testable import NeuralNet

/// A model, what it gets, and whether that are token numbers.
struct PyTorchExample: Sendable {
  let layers: [Layer]
  let input: Shape
  /// How many different tokens; nil for real numbers.
  var tokens: Int?

  init(_ layers: [Layer], _ input: Shape, tokens: Int? = nil) {
    self.layers = layers
    self.input = input
    self.tokens = tokens
  }

  /// The kinds of the layers, those within others too.
  var kinds: Set<String> { Self.kinds(of: layers) }

  private static func kinds(of layers: [Layer]) -> Set<String> {
    layers.reduce(into: []) { kinds, layer in
      kinds.insert("\(layer.name.text)")
      for branch in layer.branches { kinds.formUnion(Self.kinds(of: branch)) }
    }
  }

  /// The models of goldens and of the comparison with PyTorch; each kind of layer is in one of them.
  static let all: [String: PyTorchExample] = features.merging(sequences) { first, _ in first }
    .merging(images) { first, _ in first }.merging(models) { first, _ in first }

  static let features: [String: PyTorchExample] = [
    "perceptron": PyTorchExample(
      [.dense(16), .tanh, .dropout(0.2), .dense(3, bias: false).frozen(), .softmax], Shape(2, 4)),
    "activations": PyTorchExample(
      [
        .linear, .sigmoid, .tanh, .relu, .leakyRelu(slope: 0.1), .elu(alpha: 1.5), .selu, .gelu,
        .silu, .softplus, .softmax,
      ].flatMap { [.dense(3), $0] }, Shape(2, 3)),
    "sequence-of-features": PyTorchExample(
      [.dense(4), .softmax, .dropout(0.5, scaling: .evaluation)], Shape(2, 3, 5)),
    "norms": PyTorchExample(
      [
        .dense(6), .layerNorm(), .dense(5), .rmsNorm(epsilon: 1e-3), .dense(4, bias: false),
        .softmax(temperature: 0.5),
      ], Shape(3, 4)),
  ]

  static let sequences: [String: PyTorchExample] = [
    "tokens": PyTorchExample(
      [.embedding(7, 5), .positions(.sinusoidal), .dense(6), .positions(.learned, length: 9)],
      Shape(2, 4), tokens: 7),
    "recurrent": PyTorchExample(
      [
        .rnn(4), .rnn(3, relu: true, layers: 2, bidirectional: true), .gru(5, layers: 2),
        .lstm(3, layers: 2, bidirectional: true, dropout: 0.1), .lstm(4, returns: .last),
      ], Shape(2, 6, 3)),
    "recurrent-both-ways": PyTorchExample(
      [.embedding(5, 4), .gru(3, bidirectional: true, returns: .last), .dense(2)], Shape(2, 6),
      tokens: 5),
    "rnn-last": PyTorchExample(
      [.conv1d(4, kernel: 2), .rnn(3, returns: .last), .tanh], Shape(2, 6, 3)),
    "attention": PyTorchExample(
      [
        .attention(heads: 2), .attention(heads: 3, causal: true, bias: false),
        .transformerEncoder(heads: 2, feedForward: 8),
        .transformerEncoder(
          heads: 3, feedForward: 7, dropout: 0.1, normFirst: true, activation: .silu, causal: true),
      ], Shape(2, 5, 6)),
  ]

  static let images: [String: PyTorchExample] = [
    "cnn": PyTorchExample(
      [
        .conv2d(4, kernel: 3), .relu, .maxPool(2), .conv2d(5, kernel: [2, 1]), .flatten, .dense(3),
      ],
      Shape(2, 10, 8, 1)),
    "windows": PyTorchExample(
      [
        .conv2d(4, kernel: 3, stride: 2, padding: 1, dilation: 2, groups: 2, bias: false),
        .maxPool([3, 2], stride: 2, padding: 1), .dense(3), .tanh,
        .conv2d(2, kernel: [1, 2], padding: [0, 1]),
      ], Shape(2, 11, 9, 2)),
    "down-and-up": PyTorchExample(
      [
        .conv2d(4, kernel: 3, padding: 1), .batchNorm(), .relu, .averagePool(2), .upsample(2),
        .convTranspose2d(3, kernel: 3, stride: 2, padding: 1, outputPadding: 1),
        .globalAveragePool, .dense(2),
      ],
      Shape(2, 8, 6, 1)),
    "down-and-up-along-time": PyTorchExample(
      [
        .convTranspose1d(4, kernel: 3, stride: 2), .batchNorm(), .averagePool(2), .upsample(3),
        .globalAveragePool, .batchNorm(), .dense(2),
      ],
      Shape(2, 6, 3)),
    "windows-along-time": PyTorchExample(
      [
        .conv1d(4, kernel: 3, padding: 1), .relu, .layerNorm(),
        .conv1d(6, kernel: 2, stride: 2, groups: 2), .maxPool(2), .flatten, .dense(4),
        .reshape([2, 2]), .conv1d(2, kernel: 2), .globalMaxPool,
      ], Shape(2, 9, 3)),
  ]

  static let models: [String: PyTorchExample] = [
    "models-in-models": PyTorchExample(
      [
        .dense(4), .residual([.dense(4), .tanh]), .residual([.dense(3)], shortcut: [.dense(3)]),
        .parallel([[], [.dense(2).frozen(), .gelu]]), .repeated([.dense(5), .tanh], times: 2),
        .repeated([.dense(5), .tanh], times: 3, shared: true),
      ], Shape(2, 3)),
    "images-in-models": PyTorchExample(
      [
        .conv2d(3, kernel: 3), .residual([.conv2d(3, kernel: 3, padding: 1), .relu, .dense(3)]),
        .parallel([[.conv2d(2, kernel: 1)], [.dense(1), .relu]]), .relu,
      ], Shape(2, 6, 5, 2)),
  ]
}
