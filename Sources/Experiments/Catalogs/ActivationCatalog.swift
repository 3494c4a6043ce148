public import NeuralNet

extension Catalogs {
  /// The activations.
  public static let activations = Catalog<Activation>(kinds: [
    .init("linear", "f(z) = z", pytorch: "nn.Identity") { _ in .linear },
    .init("sigmoid", "f(z) = 1 / (1 + exp(−z))", pytorch: "nn.Sigmoid") { _ in .sigmoid },
    .init("tanh", "f(z) = tanh z", pytorch: "nn.Tanh") { _ in .tanh },
    .init("relu", "f(z) = max(z, 0)", pytorch: "nn.ReLU") { _ in .relu },
    .init(
      "leaky-relu", "f(z) = z for z > 0, else slope · z", pytorch: "nn.LeakyReLU",
      options: [
        ExperimentOption(
          "slope", .number(0...1), default: .number(0.01), "slope below zero")
      ]
    ) { .leakyRelu(slope: $0.float("slope")) },
    .init(
      "elu", "f(z) = z for z > 0, else alpha · (exp z − 1)", pytorch: "nn.ELU",
      options: [
        ExperimentOption(
          "alpha", .number(OptionType.aboveZero...10), default: .number(1),
          "minus the limit at −∞")
      ]
    ) { .elu(alpha: $0.float("alpha")) },
    .init(
      "selu", "scaled elu that keeps mean 0 and variance 1 (Klambauer et al. 2017)",
      pytorch: "nn.SELU"
    ) { _ in
      .selu
    },
    .init("gelu", "f(z) = z · Φ(z), Φ the normal distribution (exact form)", pytorch: "nn.GELU") {
      _ in .gelu
    },
    .init("silu", "f(z) = z · sigmoid(z), also called swish", pytorch: "nn.SiLU") { _ in .silu },
    .init("softplus", "f(z) = log(1 + exp z)", pytorch: "nn.Softplus") { _ in .softplus },
    .init(
      "softmax", "exp z divided by its sum over the units of a row", pytorch: "nn.Softmax(dim=-1)"
    ) { _ in .softmax },
  ])
}
