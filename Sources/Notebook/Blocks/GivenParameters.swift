/// Values that take the place of the defaults under `params:`.
struct GivenParameters {
  /// A value with its place in a file; nil if it comes from the command line.
  struct Value {
    var name: String
    var value: String
    var position: SourcePosition?
  }

  private var values: [Value] = []

  /// - Parameters:
  ///   - values: the last one of a name holds.
  ///   - diagnostics: told of values with several lines, which are left out.
  init(_ values: [Value], diagnostics: inout Diagnostics) {
    for value in values {
      if value.value.utf8.contains(.newline) {
        diagnostics.report(.multilineParameter(value.name), at: value.position)
      } else {
        self.values.append(value)
      }
    }
  }

  /// A declared parameter with the value that holds.
  func applied(to parameter: FrontMatter.Parameter) -> FrontMatter.Parameter {
    var parameter = parameter
    parameter.value = values.last { $0.name == parameter.name }?.value ?? parameter.value
    return parameter
  }

  /// Sets `execute.seed` by the name `seed`, and reports each value that nothing declares.
  func finish(_ matter: inout FrontMatter, diagnostics: inout Diagnostics) {
    let declared = Set(matter.parameters.map(\.name))
    for value in values where !declared.contains(value.name) {
      guard value.name == FrontMatter.seedName else {
        let known = matter.parameters.map(\.name)
        diagnostics.report(.undeclaredParameter(value.name, known: known), at: value.position)
        continue
      }
      if let seed = UInt64(value.value) {
        matter.execute.seed = seed
      } else {
        let problem = Problem.wrongType(
          value.name, expected: ConfigurationReader.seedRange, found: "'\(value.value)'")
        diagnostics.report(problem, at: value.position)
      }
    }
  }
}
