/// `matrix: {seed: [1, 2, 3], width: [8, 16]}`
extension FrontMatterReader {
  /// The matrix; empty if it has too many variants, which is reported.
  mutating func matrix(_ entry: ConfigurationNode.Entry) -> Matrix {
    var matrix = Matrix()
    for axis in reader.map(entry) {
      guard let values = values(axis) else { continue }
      matrix.axes.append(Matrix.Axis(name: axis.key, position: axis.keyPosition, values: values))
    }
    guard matrix.variantCount <= Matrix.variantLimit else {
      let problem = Problem.tooManyVariants(matrix.variantCount, limit: Matrix.variantLimit)
      reader.diagnostics.report(problem, at: entry.keyPosition)
      return Matrix()
    }
    return matrix
  }

  /// The values of an axis; nil if it has none.
  private mutating func values(_ axis: ConfigurationNode.Entry) -> [Matrix.Value]? {
    guard case .list(let items) = axis.value.value, !items.isEmpty else {
      reader.mismatch(axis, "a list of values, such as [1, 2, 3]")
      return nil
    }
    var values: [Matrix.Value] = []
    for item in items {
      let entry = ConfigurationNode.Entry(
        key: axis.key, keyPosition: axis.keyPosition, value: item)
      guard let text = reader.text(entry) else { continue }
      if text.utf8.contains(.newline) {
        reader.diagnostics.report(.multilineParameter(axis.key), at: item.position)
      } else if values.contains(where: { $0.text == text }) {
        reader.diagnostics.report(.duplicateValue(axis.key, text), at: item.position)
      } else {
        values.append(Matrix.Value(text: text, position: item.position))
      }
    }
    return values.isEmpty ? nil : values
  }
}

extension FrontMatter {
  /// Drops axes that name no parameter, and values that are no seed, and reports them.
  mutating func checkMatrix(diagnostics: inout Diagnostics) {
    let known = parameters.map(\.name)
    matrix.axes = matrix.axes.filter { axis in
      if known.contains(axis.name) { return true }
      if axis.name == Self.seedName { return hasSeeds(axis, &diagnostics) }
      let names = known + [Self.seedName]
      diagnostics.report(.undeclaredParameter(axis.name, known: names), at: axis.position)
      return false
    }
  }

  private func hasSeeds(_ axis: Matrix.Axis, _ diagnostics: inout Diagnostics) -> Bool {
    let wrong = axis.values.filter { UInt64($0.text) == nil }
    for value in wrong {
      let problem = Problem.wrongType(
        axis.name, expected: ConfigurationReader.seedRange, found: "'\(value.text)'")
      diagnostics.report(problem, at: value.position)
    }
    return wrong.isEmpty
  }
}
