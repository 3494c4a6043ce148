public import Plotting

/// A kind of block that defines something for others by its label, and does not run.
public struct DefinitionKind: Sendable {
  /// The word in the braces.
  public let name: Name
  /// One line for `list`, without a full stop.
  public let summary: StaticString
  /// What its body holds.
  public let options: [ExperimentOption]

  /// All kinds of definition.
  public static let all: [DefinitionKind] = [
    DefinitionKind(
      name: "data", summary: "data that several blocks use, by label: `data: my-data`",
      options: [BlockData.option(default: nil)]),
    DefinitionKind(
      name: "model", summary: "a network that several blocks use, by label: `model: my-net`",
      options: [
        ExperimentOption("layers", .layers, "sizes from inputs to outputs, or a list of layers"),
        ExperimentOption(
          "activation", .variant(Catalogs.activations.variants), default: .name("tanh"),
          "between the dense layers"),
        ExperimentOption(
          "initializer", .variant(Catalogs.initializers.variants), default: .name("pytorch"),
          "how weights are drawn"),
      ]),
  ]

  /// The kind called `name`.
  public static func named(_ name: Text) -> DefinitionKind? {
    for kind in all where kind.name.matches(name) { return kind }
    return nil
  }

  /// The body as its options see it: `{data}` blocks hold one variant, with or without `data:`.
  public func body(_ given: OptionValue) -> OptionValue {
    guard name.matches("data"), given["data"] == nil else { return given }
    return OptionValue(.map([OptionValue.Entry(key: "data", value: given)]), at: given.place)
  }

  /// What is wrong with a body in which definitions are already resolved.
  public func problems(of body: OptionValue) -> [OptionProblem] {
    var reader = OptionReader()
    _ = reader.read(options, of: name.text, from: body)
    return reader.problems
  }
}
