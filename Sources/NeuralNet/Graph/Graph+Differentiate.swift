extension Graph {
  /// Adds the nodes that compute the gradient of `loss` for each of `values`.
  ///
  /// Reverse-mode differentiation: the nodes are visited from the loss back, and each turns the
  /// gradient of its result into gradients of its inputs. Contributions of several readers are
  /// summed in that order.
  ///
  /// - Returns: one gradient for each value, nil where the loss does not depend on it.
  public mutating func differentiate(_ loss: Value, for values: [Value]) -> [Value?] {
    let count = loss.index + 1
    let needed = dependents(of: values, count: count)
    var gradients: [[Value?]] = []
    for node in nodes[..<count] {
      gradients.append([Value?](repeating: nil, count: node.shapes.count))
    }
    isDifferentiating = true
    defer {
      isDifferentiating = false
      layer = 0
    }
    layer = nodes[loss.index].layer
    gradients[loss.index][loss.part] = insert(Fill.one, [], shape(loss))
    for index in (0..<count).reversed() where needed[index] && !nodes[index].inputs.isEmpty {
      propagate(from: index, needed, &gradients)
    }
    return values.map { $0.index < count ? gradients[$0.index][$0.part] : nil }
  }

  /// Refuses a model that can be evaluated but not trained, as one that normalises a batch of one row.
  ///
  /// - Throws: `ShapeError` of the first operation that cannot.
  public func requireTrainable() throws(ShapeError) {
    for node in nodes {
      try node.operation.requireTrainable(node.inputs.map { shape($0) })
    }
  }

  /// Adds the nodes that compute the gradients of `loss` for the parameters that are trained.
  ///
  /// - Returns: one gradient for each parameter, nil for one that is frozen, a state, or without
  ///   influence on the loss.
  public mutating func differentiateParameters(_ loss: Value) -> [Value?] {
    let trained = parameters.indices.filter { parameterInfo[$0].isTrainable }
    let gradients = differentiate(loss, for: trained.map { parameters[$0] })
    var all = [Value?](repeating: nil, count: parameters.count)
    for (index, gradient) in zip(trained, gradients) { all[index] = gradient }
    return all
  }

  private mutating func propagate(
    from index: Int, _ needed: [Bool], _ gradients: inout [[Value?]]
  ) {
    guard gradients[index].contains(where: { $0 != nil }) else { return }
    layer = nodes[index].layer
    let inputs = nodes[index].inputs, fresh = nodes.count
    let parts = nodes[index].operation.gradients(&self, Value(index: index), gradients[index])
    for (input, part) in zip(inputs, parts) where needed[input.index] {
      guard let part else { continue }
      let isOnly = parts.filter { $0 == part }.count == 1
      let sum = gradients[input.index][input.part].map {
        accumulate($0, part, fresh: isOnly ? fresh : .max)
      }
      gradients[input.index][input.part] = sum ?? part
    }
  }

  /// For each of the first `count` nodes: whether it depends on one of `sources`, or is one.
  private func dependents(of sources: [Value], count: Int) -> [Bool] {
    var depends = [Bool](repeating: false, count: count)
    for source in sources where source.index < count { depends[source.index] = true }
    for index in 0..<count where nodes[index].inputs.contains(where: { depends[$0.index] }) {
      depends[index] = true
    }
    return depends
  }
}
