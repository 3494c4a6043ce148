public import NeuralNet

extension Catalogs {
  /// The layers of a network's long form: dense, and every activation.
  public static let layers = Catalog<Layer>(
    kinds: [
      .init(
        "dense", "z = x W + b",
        options: [
          ExperimentOption("units", .integer(1...OptionReader.unitLimit), "outputs of the layer"),
          ExperimentOption("bias", .boolean, default: .boolean(true), "whether b is there"),
        ]
      ) { .dense($0.integer("units"), bias: $0.boolean("bias")) }
    ]
      + activations.kinds.map { kind in
        .init(kind.variant.name, kind.variant.summary, options: kind.variant.options) {
          .activation(kind.make($0))
        }
      })
}
