import NeuralNet

extension Catalogs {
  /// Dense layers, normalisation and dropout.
  static let basicLayers: [Catalog<Layer>.Kind] = [
    .trainable(
      "dense", "each unit weighs all inputs", formula: "z = x W + b", pytorch: "nn.Linear",
      options: [
        ExperimentOption("units", size, "outputs of the layer"),
        ExperimentOption("bias", .boolean, default: .boolean(true), "whether b is there"),
      ]
    ) { .dense($0.integer("units"), bias: $0.boolean("bias")) },
    .init(
      "dropout", "sets a random share of numbers to 0 in training",
      formula: "y = x m / (1 − rate), m = 0 with probability rate, else 1; y = x in evaluation",
      pytorch: "nn.Dropout; scaling: evaluation is the paper's, which PyTorch lacks",
      options: [
        ExperimentOption("rate", share, default: .number(0.5), "share that is dropped"),
        ExperimentOption(
          "scaling", .choice(["training", "evaluation"]), default: .name("training"),
          "when numbers are scaled, so that both see the same mean"),
      ]
    ) { .dropout($0.float("rate"), scaling: $0.choice("scaling") == 0 ? .training : .evaluation) },
    .init(
      "softmax", "shares of 1 in each row: exp z divided by its sum",
      formula: "y_j = exp(z_j / temperature) / Σ_k exp(z_k / temperature)",
      pytorch: "nn.Softmax(dim=-1)",
      options: [
        ExperimentOption(
          "temperature", .number(OptionType.aboveZero...1e6), default: .number(1),
          "below 1 the largest takes more, above 1 all come closer")
      ]
    ) { .softmax(temperature: $0.float("temperature")) },
    .trainable(
      "batch-norm", "brings each feature or channel to mean 0 and variance 1 over the batch",
      formula: "y = γ (x − mean) / √(variance + ε) + β; running statistics in evaluation",
      pytorch: "nn.BatchNorm1d, nn.BatchNorm2d",
      options: [
        ExperimentOption(
          "momentum", .number(0...1), default: .number(0.1),
          "share of a batch in the running statistics"),
        epsilon(1e-5),
      ]
    ) { .batchNorm(momentum: $0.float("momentum"), epsilon: $0.float("epsilon")) },
    .trainable(
      "layer-norm", "brings each row to mean 0 and variance 1",
      formula: "y = γ (x − mean) / √(variance + ε) + β over the last axis", pytorch: "nn.LayerNorm",
      options: [epsilon(1e-5)]
    ) { .layerNorm(epsilon: $0.float("epsilon")) },
    .trainable(
      "rms-norm", "brings the mean square of each row to 1",
      formula: "y = γ x / √(mean(x²) + ε) over the last axis", pytorch: "nn.RMSNorm",
      options: [epsilon(1.1920929e-7)]
    ) { .rmsNorm(epsilon: $0.float("epsilon")) },
  ]

  private static func epsilon(_ value: Double) -> ExperimentOption {
    ExperimentOption(
      "epsilon", .number(OptionType.aboveZero...1), default: .number(value),
      "ε, against division by zero")
  }
}
