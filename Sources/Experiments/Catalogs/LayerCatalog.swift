public import NeuralNet
import Plotting

extension Catalogs {
  /// The layers of a network's long form, and every activation.
  public static let layers = Catalog<Layer>(
    kinds: basicLayers + imageLayers + recurrentLayers + attentionLayers + containers
      + activationLayers)

  /// Those of them that the live engine has: the module in a page stays small without the others.
  public static let liveLayers = Catalog<Layer>(kinds: basicLayers + containers + activationLayers)

  private static var activationLayers: [Catalog<Layer>.Kind] {
    activations.kinds.filter { !$0.variant.name.matches("softmax") }.map { kind in
      let entry = kind.variant
      return .init(
        entry.name, entry.summary, formula: entry.formula, pytorch: entry.pytorch,
        options: entry.options
      ) { .activation(kind.make($0)) }
    }
  }

  /// Units, filters, widths: sizes of layers.
  static let size = OptionType.integer(1...OptionReader.unitLimit)
  /// A share of 1 that is less than all.
  static let share = OptionType.number(0...0.999999)
}

extension Catalog<Layer>.Kind {
  /// A layer with parameters, which can be frozen.
  static func trainable(
    _ name: Experiments.Name, _ summary: StaticString, formula: StaticString,
    pytorch: StaticString, options: [ExperimentOption],
    make: @escaping @Sendable (Options) -> Layer
  ) -> Self {
    let frozen = ExperimentOption(
      "frozen", .boolean, default: .boolean(false), "whether training leaves it as it is")
    return .init(
      name, summary, formula: formula, pytorch: pytorch, options: options + [frozen]
    ) { $0.boolean("frozen") ? make($0).frozen() : make($0) }
  }
}
