extension Options {
  /// The options as the profile `quick` runs them: what their declarations let shrink is made
  /// smaller, all else stays as it was written.
  ///
  /// As the options themselves change, so does every cache key made from them.
  public func quick(_ schema: [ExperimentOption]) -> Options {
    var options = Options()
    for option in schema {
      options.set(option.name, Self.quick(self[option.name], of: option), at: place(option.name))
    }
    return options
  }

  private static func quick(_ setting: Setting, of option: ExperimentOption) -> Setting {
    switch (setting, option.type) {
    case (.integer(let number), _):
      return .integer(option.scaling?.applied(to: number) ?? number)
    case (.axes(let numbers), _):
      guard let scaling = option.scaling else { return setting }
      return .axes(numbers.map { Int(scaling.applied(to: Int64($0))) })
    case (.variant(let kind, let options), .variant(let kinds)):
      return .variant(kind, options.quick(kinds[kind].options))
    case (.variants(let list), .variants(let kinds)):
      return .variants(
        list.map {
          Options.Kind(
            kind: $0.kind, options: $0.options.quick(kinds[$0.kind].options), place: $0.place)
        })
    default: return setting
    }
  }
}
