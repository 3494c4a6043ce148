import NeuralNet

extension Catalogs {
  /// Layers that hold other layers.
  static let containers: [Catalog<Layer>.Kind] = [
    .init(
      "residual", "adds what some layers make of their input to that input",
      formula: "y = shortcut(x) + body(x)", pytorch: "a module of one's own: x + self.body(x)",
      options: [
        ExperimentOption("body", .body, "the layers"),
        ExperimentOption(
          "shortcut", .body, default: .numbers([]), "layers on the other way; default: none"),
      ]
    ) { .residual($0.body("body"), shortcut: $0.body("shortcut")) },
    .init(
      "parallel", "several models of the same input, side by side",
      formula: "y = [branch₁(x), branch₂(x), …] along the last axis",
      pytorch: "a module of one's own: torch.cat",
      options: [
        ExperimentOption(
          "branches", .bodies, "lists of layers; an empty one hands its input on")
      ]
    ) { .parallel($0.bodies("branches")) },
    .init(
      "repeat", "the same layers several times", formula: "y = body(… body(x))",
      pytorch: "nn.Sequential of copies, or of one module if shared",
      options: [
        ExperimentOption("body", .body, "the layers"),
        ExperimentOption("times", .integer(1...256), default: .number(2), "how often"),
        ExperimentOption(
          "shared", .boolean, default: .boolean(false), "whether all use the same weights"),
      ]
    ) {
      .repeated($0.body("body"), times: $0.integer("times"), shared: $0.boolean("shared"))
    },
  ]
}
