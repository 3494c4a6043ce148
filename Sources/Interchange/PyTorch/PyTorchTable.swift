import NeuralNet

/// For each kind of layer, what PyTorch calls it.
enum PyTorchTable {
  static let rules: [String: PyTorchRule] =
    features.merging(activations) { first, _ in first }
    .merging(images) { first, _ in first }
    .merging(sequences) { first, _ in first }
    .merging(models) { first, _ in first }

  /// Layers of single features.
  private static let features: [String: PyTorchRule] = [
    "dense": .line(.last) { "nn.Linear(\($0.inputs), \($0.count(0))\($0.bias(1)))" },
    "dropout": PyTorchRule(
      layout: { _ in nil },
      module: { site, writer in
        let name = site.count(1) == 0 ? "nn.Dropout" : writer.use(.dropout2014)
        return ["\(name)(\(site.number(0)))"]
      }),
    "layerNorm": .line(.last) { "nn.LayerNorm(\($0.inputs), eps=\($0.number(0)))" },
    "rmsNorm": .line(.last) { "nn.RMSNorm(\($0.inputs), eps=\($0.number(0)))" },
    "reshape": PyTorchRule(
      layout: { _ in .last },
      module: { site, writer in
        let extents = (1..<site.y.rank).map { ", \(site.y[$0])" }.joined()
        return ["\(writer.use(.reshape))(\(extents.dropFirst(2)))"]
      }),
    "flatten": PyTorchRule(
      // The channels of images come first, the times of sequences.
      layout: { $0.rank == 4 ? .first : .last }, module: { _, _ in ["nn.Flatten()"] }),
  ]

  /// Layers that are a function of each number.
  private static let activations: [String: PyTorchRule] = [
    "linear": .line { _ in "nn.Identity()" },
    "sigmoid": .line { _ in "nn.Sigmoid()" },
    "tanh": .line { _ in "nn.Tanh()" },
    "relu": .line { _ in "nn.ReLU()" },
    "leakyRelu": .line { "nn.LeakyReLU(\($0.number(0)))" },
    "elu": .line { "nn.ELU(\($0.number(0)))" },
    "selu": .line { _ in "nn.SELU()" },
    "gelu": .line { _ in "nn.GELU()" },
    "silu": .line { _ in "nn.SiLU()" },
    "softplus": .line { _ in "nn.Softplus()" },
    "softmax": PyTorchRule(
      layout: { _ in .last },
      module: { site, writer in
        let isPlain = site.layer.activation != nil || site.layer.numbers == [1]
        return isPlain
          ? ["nn.Softmax(dim=-1)"] : ["\(writer.use(.softmaxAt))(\(site.number(0)))"]
      }),
  ]
}
