public import NeuralNet

extension Catalogs {
  /// What keeps weights small, besides the optimizer's own decay.
  public static let regularizations = Catalog<Regularization>(kinds: [
    .init("none", "no penalty", pytorch: "none needed") { _ in Regularization() },
    .init(
      "l2", "½ λ ‖θ‖² is added to the loss", formula: "g ← g + λ θ",
      pytorch: "weight_decay of an optimizer", options: [strength(0.001), onlyWeights, after]
    ) {
      Regularization(
        l2: $0.number("strength"), onlyWeights: $0.boolean("only-weights"),
        delay: $0.integer("after"))
    },
    .init(
      "l1", "λ ‖θ‖₁ is added to the loss", formula: "θ ← sign(θ) max(|θ| − η λ, 0) after each step",
      pytorch: "none; subgradient: the sum of abs() in the loss",
      options: [
        strength(0.001), onlyWeights,
        ExperimentOption(
          "method", .choice(["proximal", "subgradient"]), default: .name("proximal"),
          "exact zeros, or g ← g + λ sign(θ), which swings around zero"),
        after,
      ]
    ) { options in
      let strength = options.number("strength"), isProximal = options.choice("method") == 0
      return Regularization(
        l1: isProximal ? 0 : strength, proximalL1: isProximal ? strength : 0,
        onlyWeights: options.boolean("only-weights"), delay: options.integer("after"))
    },
    .init(
      "decay", "weights shrink apart from the gradient",
      formula: "θ ← (1 − η λ) θ before each step",
      pytorch: "weight_decay of optim.AdamW", options: [strength(0.01), onlyWeights, after]
    ) {
      Regularization(
        decoupled: $0.number("strength"), onlyWeights: $0.boolean("only-weights"),
        delay: $0.integer("after"))
    },
  ])

  /// What keeps gradients small; nil for nothing.
  public static let clippings = Catalog<GradientClipping?>(kinds: [
    .init("none", "gradients as they are", pytorch: "none needed") { _ in nil },
    .init(
      "norm", "all gradients shrink together, so that their norm is at most the limit",
      formula: "g ← g min(1, limit / (‖g‖ + 1e-6))", pytorch: "nn.utils.clip_grad_norm_",
      options: [limit]
    ) { .norm($0.float("limit")) },
    .init(
      "value", "each number of a gradient is brought into the limits",
      formula: "g ← max(−limit, min(limit, g))", pytorch: "nn.utils.clip_grad_value_",
      options: [limit]
    ) { .value($0.float("limit")) },
  ])

  /// The rules for ending early; nil never does.
  public static let earlyStoppings = Catalog<EarlyStopping?>(kinds: [
    .init("none", "all epochs are run") { _ in nil },
    .init(
      "patience", "end when the validation loss has not fallen for some epochs; keep the best",
      options: [
        ExperimentOption(
          "epochs", .integer(1...100_000), default: .number(50), "epochs without improvement"
        ).scaled(by: 10, atLeast: 2),
        ExperimentOption(
          "metric", .choice(["loss", "accuracy"]), default: .name("loss"), "what is watched"),
        ExperimentOption(
          "change", .number(0...1e6), default: .number(0), "improvement that counts"),
      ]
    ) {
      EarlyStopping(
        patience: $0.integer("epochs"), metric: $0.choice("metric") == 0 ? .loss : .accuracy,
        minimumChange: $0.float("change"))
    },
  ])

  private static func strength(_ value: Double) -> ExperimentOption {
    ExperimentOption("strength", .number(0...10), default: .number(value), "λ")
  }

  private static let onlyWeights = ExperimentOption(
    "only-weights", .boolean, default: .boolean(false),
    "whether biases and the scales of normalisations are spared")

  private static let after = ExperimentOption(
    "after", .integer(0...100_000), default: .number(0), "epochs that pass before it begins"
  ).scaled(by: 10, atLeast: 0)

  private static let limit = ExperimentOption(
    "limit", .number(OptionType.aboveZero...1e6), default: .number(1), "the largest norm or number")
}
