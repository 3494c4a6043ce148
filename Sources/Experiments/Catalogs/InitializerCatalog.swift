public import NeuralNet

extension Catalogs {
  /// The initializers of weights; biases start at 0 but for PyTorch's default.
  public static let initializers = Catalog<Initializer>(kinds: scaled + plain)

  /// Those that look at the size of a layer.
  private static let scaled: [Catalog<Initializer>.Kind] = [
    .init(
      "pytorch", "U(±1/√fan_in) for weights and biases, PyTorch's default",
      pytorch: "what nn.Linear and nn.Conv2d start with"
    ) { _ in .pytorchDefault },
    .init(
      "xavier-uniform", "U(±gain · √(6 / (fan_in + fan_out)))", pytorch: "init.xavier_uniform_",
      options: [gain(1)]
    ) { .xavierUniform(gain: $0.float("gain")) },
    .init(
      "xavier-normal", "N(0, gain² · 2 / (fan_in + fan_out))", pytorch: "init.xavier_normal_",
      options: [gain(1)]
    ) { .xavierNormal(gain: $0.float("gain")) },
    .init(
      "he-uniform", "U(±gain · √(3 / fan))", pytorch: "init.kaiming_uniform_",
      options: [gain(rootOfTwo), fan]
    ) { .heUniform(gain: $0.float("gain"), fan: $0.fan) },
    .init(
      "he-normal", "N(0, gain² / fan)", pytorch: "init.kaiming_normal_",
      options: [gain(rootOfTwo), fan]
    ) { .heNormal(gain: $0.float("gain"), fan: $0.fan) },
    .init("lecun-uniform", "U(±√(3 / fan_in))", pytorch: "init.kaiming_uniform_, gain 1") { _ in
      .lecunUniform
    },
    .init("lecun-normal", "N(0, 1 / fan_in)", pytorch: "init.kaiming_normal_, gain 1") { _ in
      .lecunNormal
    },
    .init(
      "orthogonal", "rows or columns that are perpendicular and of length gain",
      pytorch: "init.orthogonal_", options: [gain(1)]
    ) { .orthogonal(gain: $0.float("gain")) },
  ]

  /// Those that do not.
  private static let plain: [Catalog<Initializer>.Kind] = [
    .init(
      "uniform", "U(from, to)", pytorch: "init.uniform_",
      options: [
        any("from", 0, "the smallest number"), any("to", 1, "the largest"),
      ]
    ) { .uniform(from: $0.float("from"), to: $0.float("to")) },
    .init(
      "normal", "N(mean, deviation²)", pytorch: "init.normal_",
      options: [deviation(1), any("mean", 0, "the mean")]
    ) { .normal(mean: $0.float("mean"), deviation: $0.float("deviation")) },
    .init(
      "truncated-normal", "N(mean, deviation²) cut off at from and to",
      pytorch: "init.trunc_normal_",
      options: [
        deviation(1), any("mean", 0, "the mean"), any("from", -2, "the smallest number"),
        any("to", 2, "the largest"),
      ]
    ) {
      .truncatedNormal(
        mean: $0.float("mean"), deviation: $0.float("deviation"), from: $0.float("from"),
        to: $0.float("to"))
    },
    .init(
      "sparse", "N(0, deviation²) with a share of each unit's weights 0", pytorch: "init.sparse_",
      options: [
        ExperimentOption("zeros", .number(0...1), default: .number(0.5), "share that is 0"),
        deviation(0.01),
      ]
    ) { .sparse(zeros: $0.float("zeros"), deviation: $0.float("deviation")) },
    .init("identity", "1 on the diagonal, 0 elsewhere", pytorch: "init.eye_") { _ in .identity },
    .init(
      "constant", "all weights the same: units that start equal stay equal",
      pytorch: "init.constant_", options: [any("value", 0, "of all weights")]
    ) { .constant($0.float("value")) },
  ]

  private static let rootOfTwo = 1.4142135623730951

  private static let fan = ExperimentOption(
    "fan", .choice(["inputs", "outputs"]), default: .name("inputs"),
    "what keeps its size: activations, or gradients on the way back")

  private static func gain(_ gain: Double) -> ExperimentOption {
    ExperimentOption(
      "gain", .number(OptionType.aboveZero...100), default: .number(gain),
      "factor for the activation that follows")
  }

  private static func deviation(_ value: Double) -> ExperimentOption {
    ExperimentOption(
      "deviation", .number(0...1e6), default: .number(value), "standard deviation")
  }

  private static func any(
    _ name: Name, _ value: Double, _ meaning: StaticString
  ) -> ExperimentOption {
    ExperimentOption(name, .number(-1e6...1e6), default: .number(value), meaning)
  }
}

extension Options {
  fileprivate var fan: Initializer.Fan { choice("fan") == 0 ? .inputs : .outputs }
}
