public import NeuralNet

/// An optimizer with its learning rate.
public struct OptimizerSetting: Sendable {
  /// η, by which the rule scales its step.
  public let learningRate: Float
  private let weightDecay: Double
  private let make: @Sendable (_ weightDecay: Double) -> any Optimizer

  init(_ options: Options, make: @escaping @Sendable (_ weightDecay: Double) -> any Optimizer) {
    learningRate = options.float("rate")
    weightDecay = options.number("weight-decay")
    self.make = make
  }

  /// The rule that turns gradients into new parameters; `decay` comes on top of its own.
  public func optimizer(addingDecay decay: Double = 0) -> any Optimizer {
    make(weightDecay + decay)
  }
}

extension Catalogs {
  /// The optimizers; formulas and defaults are PyTorch's, but for `sgd`, which has a rate there
  /// too and none by default.
  public static let optimizers = Catalog<OptimizerSetting>(kinds: [
    .init(
      "sgd", "θ ← θ − η g, with momentum v ← µ v + g",
      options: [
        rate(default: 0.1),
        ExperimentOption("momentum", .number(0...0.9999), default: .number(0), "µ"),
        ExperimentOption(
          "nesterov", .boolean, default: .boolean(false), "look ahead: step by g + µ v"),
        decay(default: 0, "λ: λ θ is added to the gradient"),
      ]
    ) { options in
      OptimizerSetting(options) { decay in
        SGD(
          momentum: options.number("momentum"), nesterov: options.boolean("nesterov"),
          weightDecay: decay)
      }
    },
    .init(
      "adam", "steps by the mean of gradients over the root of their mean square",
      options: adamOptions(decay: decay(default: 0, "λ: λ θ is added to the gradient"))
    ) { options in
      OptimizerSetting(options) { decay in
        Adam(
          beta1: options.number("beta1"), beta2: options.number("beta2"),
          epsilon: options.number("epsilon"), weightDecay: decay)
      }
    },
    .init(
      "adamw", "adam with decay apart from the gradient: θ ← θ − η λ θ first",
      options: adamOptions(decay: decay(default: 0.01, "λ: θ shrinks by η λ θ a step"))
    ) { options in
      OptimizerSetting(options) { decay in
        AdamW(
          beta1: options.number("beta1"), beta2: options.number("beta2"),
          epsilon: options.number("epsilon"), weightDecay: decay)
      }
    },
  ])

  private static func rate(default rate: Double) -> ExperimentOption {
    ExperimentOption(
      "rate", .number(OptionType.aboveZero...1e6), default: .number(rate), "learning rate η")
  }

  private static func decay(default decay: Double, _ meaning: StaticString) -> ExperimentOption {
    ExperimentOption("weight-decay", .number(0...10), default: .number(decay), meaning)
  }

  private static func adamOptions(decay: ExperimentOption) -> [ExperimentOption] {
    [
      rate(default: 0.001),
      ExperimentOption(
        "beta1", .number(0...0.999999), default: .number(0.9), "memory of the gradient's mean"),
      ExperimentOption(
        "beta2", .number(0...0.999999), default: .number(0.999), "memory of its mean square"),
      ExperimentOption(
        "epsilon", .number(OptionType.aboveZero...1), default: .number(1e-8),
        "added to the root, against division by zero"),
      decay,
    ]
  }
}
