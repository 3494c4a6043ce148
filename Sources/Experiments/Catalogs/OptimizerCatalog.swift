public import NeuralNet

/// An optimizer with its learning rate.
public struct OptimizerSetting: Sendable {
  /// η, by which the rule scales its step.
  public let learningRate: Float
  /// The rule that turns gradients into new parameters.
  public let optimizer: any Optimizer

  init(_ options: Options, _ optimizer: any Optimizer) {
    learningRate = options.float("rate")
    self.optimizer = optimizer
  }
}

extension Catalogs {
  /// The optimizers; formulas and defaults are PyTorch's. g is the gradient, θ a parameter, η the
  /// rate.
  public static let optimizers = Catalog<OptimizerSetting>(
    kinds: plainDescent + adaptive + ofMoments)

  private static let plainDescent: [Catalog<OptimizerSetting>.Kind] = [
    .init(
      "sgd", "a step against the gradient, with momentum if wished",
      formula: "v ← µ v + (1 − τ) g, first v ← g; θ ← θ − η v, or θ − η (g + µ v) with nesterov",
      pytorch: "optim.SGD, whose rate is 0.001",
      options: [
        rate(default: 0.1), momentum("µ, the share of the velocity that is kept"),
        ExperimentOption(
          "dampening", .number(0...1), default: .number(0), "τ, taken off the gradient's weight"),
        ExperimentOption(
          "nesterov", .boolean, default: .boolean(false), "look ahead: step by g + µ v"),
        decay(default: 0, "λ: λ θ is added to the gradient"),
      ]
    ) { options in
      OptimizerSetting(
        options,
        SGD(
          momentum: options.number("momentum"), dampening: options.number("dampening"),
          nesterov: options.boolean("nesterov"), weightDecay: options.number("weight-decay")))
    }
  ]

  private static let adaptive: [Catalog<OptimizerSetting>.Kind] = [
    .init(
      "rmsprop", "steps by the gradient over the root of its mean square",
      formula: "v ← α v + (1 − α) g²; θ ← θ − η g / (√v + ε), v − mean² for v if centred",
      pytorch: "optim.RMSprop",
      options: [
        rate(default: 0.01), share("alpha", 0.99, "memory of the mean square"),
        epsilon(1e-8), momentum("share of the velocity that is kept"),
        ExperimentOption(
          "centred", .boolean, default: .boolean(false), "take the squared mean off"),
        decay(default: 0, "λ: λ θ is added to the gradient"),
      ]
    ) { options in
      OptimizerSetting(
        options,
        RMSProp(
          alpha: options.number("alpha"), epsilon: options.number("epsilon"),
          momentum: options.number("momentum"), centred: options.boolean("centred"),
          weightDecay: options.number("weight-decay")))
    },
    .init(
      "adagrad", "steps by the gradient over the root of the sum of its squares so far",
      formula: "v ← v + g²; θ ← θ − η / (1 + (t − 1) decay) · g / (√v + ε)",
      pytorch: "optim.Adagrad",
      options: [
        rate(default: 0.01),
        ExperimentOption(
          "rate-decay", .number(0...10), default: .number(0), "how fast the rate falls"),
        ExperimentOption(
          "initial", .number(0...1e6), default: .number(0), "what the sum of squares begins with"),
        epsilon(1e-10), decay(default: 0, "λ: λ θ is added to the gradient"),
      ]
    ) { options in
      OptimizerSetting(
        options,
        Adagrad(
          rateDecay: options.number("rate-decay"),
          initialAccumulator: options.number("initial"), epsilon: options.number("epsilon"),
          weightDecay: options.number("weight-decay")))
    },
  ]

  private static let ofMoments: [Catalog<OptimizerSetting>.Kind] = [
    .init(
      "adam", "steps by the mean of gradients over the root of their mean square",
      formula: """
        m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g²; \
        θ ← θ − η m / (1 − β₁ᵗ) / (√(v / (1 − β₂ᵗ)) + ε)
        """,
      pytorch: "optim.Adam",
      options: adamOptions(decay: decay(default: 0, "λ: λ θ is added to the gradient")) + [amsgrad]
    ) { options in
      OptimizerSetting(
        options,
        Adam(
          beta1: options.number("beta1"), beta2: options.number("beta2"),
          epsilon: options.number("epsilon"), weightDecay: options.number("weight-decay"),
          amsgrad: options.boolean("amsgrad")))
    },
    .init(
      "adamw", "adam with decay apart from the gradient", formula: "θ ← θ − η λ θ, then as adam",
      pytorch: "optim.AdamW",
      options: adamOptions(decay: decay(default: 0.01, "λ: θ shrinks by η λ θ a step")) + [amsgrad]
    ) { options in
      OptimizerSetting(
        options,
        AdamW(
          beta1: options.number("beta1"), beta2: options.number("beta2"),
          epsilon: options.number("epsilon"), weightDecay: options.number("weight-decay"),
          amsgrad: options.boolean("amsgrad")))
    },
    .init(
      "nadam", "adam that looks ahead along the mean, as Nesterov's momentum does",
      formula: "as adam, with µₜ₊₁ m + (1 − µₜ) g for m and µₜ = β₁ (1 − ½ 0.96^(t · decay))",
      pytorch: "optim.NAdam, whose rate is 0.002",
      options: adamOptions(
        rate: 0.002, decay: decay(default: 0, "λ: λ θ is added to the gradient"))
        + [
          ExperimentOption(
            "momentum-decay", .number(0...1), default: .number(0.004), "how fast µ approaches β₁")
        ]
    ) { options in
      OptimizerSetting(
        options,
        NAdam(
          beta1: options.number("beta1"), beta2: options.number("beta2"),
          epsilon: options.number("epsilon"), weightDecay: options.number("weight-decay"),
          momentumDecay: options.number("momentum-decay")))
    },
    .init(
      "lion", "steps of one size: only the sign of the averaged gradient counts",
      formula: "θ ← θ − η (sign(β₁ m + (1 − β₁) g) + λ θ), m ← β₂ m + (1 − β₂) g",
      pytorch: "none; Chen et al. 2023, algorithm 2",
      options: [
        rate(default: 0.0001), share("beta1", 0.9, "share of the past in the direction"),
        share("beta2", 0.99, "share of the past in what is kept"),
        decay(default: 0, "λ: θ shrinks by η λ θ a step"),
      ]
    ) { options in
      OptimizerSetting(
        options,
        Lion(
          beta1: options.number("beta1"), beta2: options.number("beta2"),
          weightDecay: options.number("weight-decay")))
    },
  ]

  private static func rate(default rate: Double) -> ExperimentOption {
    ExperimentOption(
      "rate", .number(OptionType.aboveZero...1e6), default: .number(rate), "learning rate η")
  }

  private static func decay(default decay: Double, _ meaning: StaticString) -> ExperimentOption {
    ExperimentOption("weight-decay", .number(0...10), default: .number(decay), meaning)
  }

  private static func momentum(_ meaning: StaticString) -> ExperimentOption {
    share("momentum", 0, meaning)
  }

  private static func share(
    _ name: Name, _ value: Double, _ meaning: StaticString
  ) -> ExperimentOption {
    ExperimentOption(name, .number(0...0.999999), default: .number(value), meaning)
  }

  private static func epsilon(_ value: Double) -> ExperimentOption {
    ExperimentOption(
      "epsilon", .number(OptionType.aboveZero...1), default: .number(value),
      "ε, added to the root against division by zero")
  }

  private static let amsgrad = ExperimentOption(
    "amsgrad", .boolean, default: .boolean(false), "divide by the largest mean square so far")

  private static func adamOptions(rate value: Double = 0.001, decay: ExperimentOption)
    -> [ExperimentOption]
  {
    [
      rate(default: value), share("beta1", 0.9, "memory of the gradient's mean"),
      share("beta2", 0.999, "memory of its mean square"), epsilon(1e-8), decay,
    ]
  }
}
