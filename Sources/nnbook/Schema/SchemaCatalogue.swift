import Experiments
import Plotting
import Reports

/// The catalogues as definitions of a schema, so that each is written once.
enum SchemaCatalogue {
  private static let catalogues: [(name: String, kinds: [VariantKind])] = [
    ("datasets", Catalogs.datasets.variants), ("layers", Catalogs.layers.variants),
    ("activations", Catalogs.activations.variants), ("losses", Catalogs.losses.variants),
    ("optimizers", Catalogs.optimizers.variants), ("schedules", Catalogs.schedules.variants),
    ("initializers", Catalogs.initializers.variants),
    ("regularizations", Catalogs.regularizations.variants),
    ("clipping", Catalogs.clippings.variants),
    ("early-stopping", Catalogs.earlyStoppings.variants),
  ]

  /// All definitions.
  static var definitions: JSONValue.Entries {
    let own: JSONValue.Entries = [
      (
        "parameter",
        [
          "description": "a parameter of the notebook, ${name}", "type": "string",
          "pattern": "\\$\\{[A-Za-z][A-Za-z0-9_-]*\\}",
        ]
      ),
      (
        "label",
        [
          "description": "the label of a block", "type": "string",
          "pattern": "^[A-Za-z][A-Za-z0-9_-]*$|\\$\\{",
        ]
      ),
    ]
    let shared = catalogues.map { name, kinds in
      (key: name, value: OptionSchema.variant(kinds, labels: name == "datasets"))
    }
    return own + shared
  }

  /// A reference to the catalogue with these kinds; the kinds themselves where none has them.
  static func reference(_ kinds: [VariantKind], labels: Bool = false) -> JSONValue {
    let names = kinds.map { $0.name.text }
    guard let catalogue = catalogues.first(where: { $0.kinds.map { $0.name.text } == names }) else {
      return OptionSchema.variant(kinds, labels: labels)
    }
    return ["$ref": .text("#/$defs/\(catalogue.name)")]
  }
}
