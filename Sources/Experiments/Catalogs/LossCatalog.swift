public import NeuralNet

extension Catalogs {
  /// The losses.
  public static let losses = Catalog<Loss>(kinds: [
    .init("mse", "mean of (y − t)²") { _ in .mse },
    .init("mae", "mean of |y − t|") { _ in .mae },
    .init(
      "huber", "½ e² for |e| ≤ delta, else delta · (|e| − ½ delta), e = y − t",
      options: [
        ExperimentOption(
          "delta", .number(OptionType.aboveZero...1e6), default: .number(1),
          "where the parabola becomes a line")
      ]
    ) { .huber(delta: $0.float("delta")) },
    .init("bce", "binary cross-entropy of logits: log(1 + exp(−z)) for class 1") { _ in .bce },
    .init("cross-entropy", "−log softmax(z) of the right class, z logits") { _ in .crossEntropy },
  ])
}
