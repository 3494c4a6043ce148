public import NeuralNet

extension Catalogs {
  /// The initializers.
  public static let initializers = Catalog<Initializer>(kinds: [
    .init("pytorch", "U(±1/√fan_in) for weights and biases, PyTorch's default") { _ in
      .pytorchDefault
    },
    .init("xavier-uniform", "U(±gain · √(6 / (fan_in + fan_out)))", options: [gain(1)]) {
      .xavierUniform(gain: $0.float("gain"))
    },
    .init("xavier-normal", "N(0, gain² · 2 / (fan_in + fan_out))", options: [gain(1)]) {
      .xavierNormal(gain: $0.float("gain"))
    },
    .init("he-uniform", "U(±gain · √(3 / fan_in))", options: [gain(rootOfTwo)]) {
      .heUniform(gain: $0.float("gain"))
    },
    .init("he-normal", "N(0, gain² / fan_in)", options: [gain(rootOfTwo)]) {
      .heNormal(gain: $0.float("gain"))
    },
    .init("lecun-uniform", "U(±√(3 / fan_in))") { _ in .lecunUniform },
    .init("lecun-normal", "N(0, 1 / fan_in)") { _ in .lecunNormal },
  ])

  private static let rootOfTwo = 1.4142135623730951

  private static func gain(_ gain: Double) -> ExperimentOption {
    ExperimentOption(
      "gain", .number(OptionType.aboveZero...100), default: .number(gain),
      "factor for the activation that follows")
  }
}
