import Kernels

extension Plan {
  /// The steps of a plan with real addresses, and where each result lies.
  struct Linked {
    var steps: [Step] = []
    var addresses: [Buffer?]
  }

  /// Turns the plan into steps.
  ///
  /// - Parameters:
  ///   - arena: memory for `arenaCount` elements.
  ///   - gradients: the results that lie in the store, and for which of its parameters.
  func link(
    _ arena: Buffer, _ store: ParameterStore, _ gradients: [(value: Value, parameter: Int)],
    _ machine: Machine
  ) -> Linked {
    let width = machine.width
    var linked = Linked(addresses: [Buffer?](repeating: nil, count: sizes.count))
    linked.steps.reserveCapacity(graph.nodes.count)
    for (i, value) in graph.parameters.enumerated() {
      linked.addresses[number(value)] = store.values.floats + store.offsets[i] * width
    }
    for (value, parameter) in gradients {
      linked.addresses[storage[number(value)]] =
        store.gradients.floats + store.offsets[parameter] * width
    }
    for result in sizes.indices {
      if let offset = offsets[result] { linked.addresses[result] = arena + offset * width }
    }
    for result in sizes.indices { linked.addresses[result] = linked.addresses[storage[result]] }
    for index in stepNodes { emit(index, machine, &linked) }
    return linked
  }

  private func emit(_ index: Int, _ machine: Machine, _ linked: inout Linked) {
    let producer = fusedFrom[index] ?? index
    let node = graph.nodes[producer], last = graph.nodes[index]
    guard let out = linked.addresses[base[index]] else { return }
    var site = Site(
      kernels: machine.kernels, shape: node.shape, out: out,
      extras: node.shapes.indices.dropFirst().map { linked.addresses[base[producer] + $0] },
      inputs: node.inputs.compactMap { linked.addresses[number($0)] },
      shapes: node.inputs.map { graph.shape($0) }, width: machine.width, isEvaluating: evaluating)
    if producer != index {
      site.function = last.operation.traits.function
      site.constant = last.operation.traits.constant
      site.other = last.inputs.count > 1 ? linked.addresses[number(last.inputs[1])] : nil
    }
    let first = linked.steps.count
    node.operation.emit(site, into: &linked.steps)
    for i in first..<linked.steps.count {
      let sharesRows = linked.steps[i].sharesRows != 0
      precondition(
        !sharesRows || i > first && linked.steps[i].units == linked.steps[i - 1].units,
        "steps that share rows belong to one operation and have as many units")
      linked.steps[i].node = Int32(index)
    }
  }
}
