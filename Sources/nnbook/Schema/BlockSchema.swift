import Experiments
import Plotting
import Reports

/// JSON Schemas of the bodies of blocks.
enum BlockSchema {
  /// All kinds with the schemas of their bodies, experiments first.
  static var all: JSONValue.Entries {
    let experiments = Experiment.all.map { (key: String($0.name), value: experiment($0)) }
    return experiments
      + DefinitionKind.all.map { (key: String($0.name), value: definition($0)) }
  }

  private static func experiment(_ experiment: Experiment) -> JSONValue {
    let takesModel = experiment.options.contains { $0.name.matches("layers") }
    let needed = experiment.options.filter { $0.fallback == nil }.map { String($0.name) }
    var besides: JSONValue.Entries = [("expect", claims)]
    if takesModel {
      besides.append(
        ("model", ["description": "the label of a {model} block", "$ref": "#/$defs/label"]))
    }
    let body = OptionSchema.object(
      experiment.options, besides: besides, required: needed.filter { $0 != "layers" })
    return described("\(experiment.summary)", body, needsNetwork: needed.contains("layers"))
  }

  /// `{data}` holds one data set, with or without `data:` before it.
  private static func definition(_ kind: DefinitionKind) -> JSONValue {
    let body = OptionSchema.object(kind.options)
    guard kind.name.matches("data") else {
      return described("\(kind.summary)", body, needsNetwork: false)
    }
    return OptionSchema.anyOf(
      [body, SchemaCatalogue.reference(Catalogs.datasets.variants)],
      description: "\(kind.summary)")
  }

  private static func described(
    _ summary: String, _ body: JSONValue, needsNetwork: Bool
  ) -> JSONValue {
    guard case .object(let entries) = body else { return body }
    let description: JSONValue.Entries = [("description", .text(summary))]
    let network: JSONValue.Entries = [
      ("anyOf", [["required": ["layers"]], ["required": ["model"]]])
    ]
    return .object(description + entries + (needsNetwork ? network : []))
  }

  private static let claims: JSONValue = [
    "description": "claims over metrics, such as `accuracy > 0.97`",
    "anyOf": [
      ["type": "string"], ["type": "array", "items": ["type": "string"]], ["type": "null"],
    ],
  ]
}
