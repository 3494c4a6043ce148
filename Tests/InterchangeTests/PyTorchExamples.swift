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
      Shape(2, 4), tokens: 7)
  ]
}
