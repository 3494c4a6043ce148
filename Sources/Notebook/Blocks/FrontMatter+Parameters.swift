extension FrontMatter {
  /// The name by which a given value sets `execute.seed` where no parameter is called so.
  static let seedName = "seed"

  /// Replaces `${name}` in the texts that are shown: title, subtitle and description.
  ///
  /// - Parameter entries: where these were read from, for their places.
  mutating func substitute(
    in entries: [ConfigurationNode.Entry], diagnostics: inout Diagnostics
  ) {
    let parameters = Parameters(self.parameters)
    func substitute(_ text: inout String?, _ entry: ConfigurationNode.Entry) {
      guard let written = text else { return }
      text = parameters.substituted(
        in: written, at: entry.value.position, diagnostics: &diagnostics)
    }
    for entry in entries {
      switch entry.key {
      case "title": substitute(&title, entry)
      case "subtitle": substitute(&subtitle, entry)
      case "description": substitute(&description, entry)
      default: break
      }
    }
  }
}
