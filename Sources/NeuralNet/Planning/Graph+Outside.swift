extension Graph {
  /// Gives each gradient a node of its own, as each has its own place in the store.
  ///
  /// Two parameters that are added have the very same gradient, and that of a parameter may be an
  /// input as it stands: these are copied.
  ///
  /// - Parameter first: the number of the parameter of the first gradient.
  mutating func place(
    _ gradients: [Value?], from first: Int
  ) -> [(value: Value, parameter: Int)] {
    var placed: [(value: Value, parameter: Int)] = []
    for (i, gradient) in gradients.enumerated() {
      guard var value = gradient else { continue }
      precondition(
        value.index < nodes.count, "a gradient of another graph: differentiate before passing it")
      let node = nodes[value.index]
      let isTaken = placed.contains { $0.value == value }
      if isTaken || node.inputs.isEmpty || node.operation.traits.isAlias || value.part > 0 {
        value = insert(Copy.shared, [value], shape(value))
      }
      placed.append((value, first + i))
    }
    return placed
  }
}
