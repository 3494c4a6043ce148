public import NeuralNet

extension Catalogs {
  /// The activations.
  public static let activations = Catalog<Activation>(kinds: [
    .init("linear", "f(z) = z") { _ in .linear },
    .init("sigmoid", "f(z) = 1 / (1 + exp(−z))") { _ in .sigmoid },
    .init("tanh", "f(z) = tanh z") { _ in .tanh },
    .init("relu", "f(z) = max(z, 0)") { _ in .relu },
    .init(
      "leaky-relu", "f(z) = z for z > 0, else slope · z",
      options: [
        ExperimentOption(
          "slope", .number(0...1), default: .number(0.01), "slope below zero")
      ]
    ) { .leakyRelu(slope: $0.float("slope")) },
    .init(
      "elu", "f(z) = z for z > 0, else alpha · (exp z − 1)",
      options: [
        ExperimentOption(
          "alpha", .number(OptionType.aboveZero...10), default: .number(1),
          "minus the limit at −∞")
      ]
    ) { .elu(alpha: $0.float("alpha")) },
    .init("selu", "scaled elu that keeps mean 0 and variance 1 (Klambauer et al. 2017)") { _ in
      .selu
    },
    .init("gelu", "f(z) = z · Φ(z), Φ the normal distribution (exact form)") { _ in .gelu },
    .init("silu", "f(z) = z · sigmoid(z), also called swish") { _ in .silu },
    .init("softplus", "f(z) = log(1 + exp z)") { _ in .softplus },
    .init("softmax", "exp z divided by its sum over the units of a row") { _ in .softmax },
  ])
}
