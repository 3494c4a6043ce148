import Kernels

/// Which nodes run, which share a step, and where each result lies.
///
/// The rule that keeps it right: a plan may only do what changes no bit of any kept value. So a plan
/// that shares nothing is the oracle of one that does.
struct Plan {
  let graph: Graph
  let evaluating: Bool
  /// Whether nodes may share steps and values memory.
  let sharing: Bool

  /// A result's number, counted over all parts of all nodes, is `base[node] + part`.
  private(set) var base: [Int] = []
  private(set) var sizes: [Int] = []
  /// Whether a node is needed for the kept values.
  private(set) var isLive: [Bool]
  /// How often a result is read or kept.
  private(set) var readers: [Int]
  /// The elementwise node whose function this node's step applies as well.
  private(set) var fusedInto: [Int?]
  /// The other way round: the producer whose step makes this node's result.
  private(set) var fusedFrom: [Int?]
  /// The result in whose memory a result lies: itself, or the input of an alias.
  private(set) var storage: [Int]
  /// Where that memory begins, in elements from the start of the arena; nil for what lies elsewhere.
  private(set) var offsets: [Int?]
  /// Elements of memory in all.
  private(set) var arenaCount = 0

  /// - Parameters:
  ///   - kept: values that are read after a run.
  ///   - outside: values that are stored outside the arena, as gradients are.
  init(_ graph: Graph, kept: [Value], outside: [Value], evaluating: Bool, sharing: Bool) {
    self.graph = graph
    self.evaluating = evaluating
    self.sharing = sharing
    for node in graph.nodes {
      base.append(sizes.count)
      for shape in node.shapes { sizes.append(shape.count) }
    }
    isLive = [Bool](repeating: false, count: graph.nodes.count)
    readers = [Int](repeating: 0, count: sizes.count)
    fusedInto = [Int?](repeating: nil, count: graph.nodes.count)
    fusedFrom = fusedInto
    storage = Array(sizes.indices)
    offsets = [Int?](repeating: nil, count: sizes.count)
    countReaders(of: kept + outside)
    if sharing { fuse(except: kept + outside) }
    findStorage()
    placeResults(kept, outside)
  }

  /// The number of a result.
  func number(_ value: Value) -> Int { base[value.index] + value.part }

  /// Whether a result is its node's first input, without a step.
  func isAlias(_ index: Int) -> Bool {
    let traits = graph.nodes[index].operation.traits
    return traits.isAlias || (evaluating && traits.isIdentityInEvaluation)
  }

  /// Whether a node's result comes from outside.
  func isSource(_ index: Int) -> Bool {
    graph.nodes[index].operation === Input.shared
      || graph.nodes[index].operation === Parameter.shared
  }

  /// The nodes that are done by a step of their own, in order.
  var stepNodes: [Int] {
    graph.nodes.indices.filter {
      isLive[$0] && fusedInto[$0] == nil && !isAlias($0) && !isSource($0)
    }
  }

  private mutating func countReaders(of kept: [Value]) {
    for value in kept {
      isLive[value.index] = true
      readers[number(value)] += 1
    }
    for index in graph.nodes.indices.reversed() where isLive[index] {
      for input in graph.nodes[index].inputs {
        isLive[input.index] = true
        readers[number(input)] += 1
      }
    }
  }

  /// An elementwise node joins the step that makes its first input, if nobody else reads that.
  private mutating func fuse(except kept: [Value]) {
    for index in graph.nodes.indices where isLive[index] {
      let node = graph.nodes[index]
      guard node.operation.traits.function != functionNone, let input = node.inputs.first,
        input.part == 0, readers[number(input)] == 1, !kept.contains(input),
        fusedInto[input.index] == nil, fusedFrom[input.index] == nil, !isSource(input.index),
        graph.nodes[input.index].operation.traits.appliesFunctions,
        !isReadBetween(input.index, index)
      else { continue }
      fusedInto[input.index] = index
      fusedFrom[index] = input.index
    }
  }

  /// Whether a further result of `producer` is read before `consumer` would make it.
  private func isReadBetween(_ producer: Int, _ consumer: Int) -> Bool {
    graph.nodes[producer + 1..<consumer].contains { $0.inputs.contains { $0.index == producer } }
  }

  private mutating func findStorage() {
    for index in graph.nodes.indices where isAlias(index) {
      storage[base[index]] = storage[number(graph.nodes[index].inputs[0])]
    }
  }
}

// MARK: - Where results lie

extension Plan {
  /// Gives each result memory from the step that makes it to the last one that reads it.
  private mutating func placeResults(_ kept: [Value], _ outside: [Value]) {
    var arena = Arena()
    let last = lastUses(kept)
    var ending = [[Int]](repeating: [], count: graph.nodes.count)
    var hasPlace = [Bool](repeating: false, count: sizes.count)
    for value in outside { hasPlace[storage[number(value)]] = true }
    placeInputs(&arena)
    for index in stepNodes {
      for result in results(ofStep: index) where !hasPlace[result] {
        hasPlace[result] = true
        if let source = inPlaceSource(of: index, result, last) {
          offsets[result] = offsets[source]
          ending[index].removeAll { $0 == source }
        } else {
          offsets[result] = arena.take(sizes[result])
        }
        if sharing, let end = last[result] { ending[max(end, index)].append(result) }
      }
      for result in ending[index] {
        if let start = offsets[result] { arena.give(start, sizes[result]) }
      }
    }
    arenaCount = arena.count
  }

  private mutating func placeInputs(_ arena: inout Arena) {
    for index in graph.nodes.indices
    where isLive[index] && graph.nodes[index].operation === Input.shared {
      offsets[base[index]] = arena.take(sizes[base[index]])
    }
  }

  /// What a node's step makes: the results that somebody reads, and the node's own in any case.
  private func results(ofStep index: Int) -> [Int] {
    let producer = fusedFrom[index] ?? index
    let node = graph.nodes[producer], traits = node.operation.traits
    let extras = node.shapes.indices.dropFirst().filter {
      traits.needsExtras || $0 == traits.workspace || readers[base[producer] + $0] > 0
    }
    return [base[index]] + extras.map { base[producer] + $0 }
  }

  /// For each storage the last step that reads it; nil for what stays: kept values, inputs.
  private func lastUses(_ kept: [Value]) -> [Int?] {
    var last = [Int?](repeating: -1, count: sizes.count)
    for index in stepNodes {
      var inputs = graph.nodes[index].inputs
      if let producer = fusedFrom[index] { inputs += graph.nodes[producer].inputs }
      for input in inputs { last[storage[number(input)]] = index }
    }
    for value in kept { last[storage[number(value)]] = nil }
    for index in graph.nodes.indices where isSource(index) { last[base[index]] = nil }
    return last
  }

  /// The input whose memory a result may take over, as nobody reads it afterwards.
  private func inPlaceSource(of index: Int, _ result: Int, _ last: [Int?]) -> Int? {
    let node = graph.nodes[index]
    guard sharing, result == base[index], fusedFrom[index] == nil,
      let slot = node.operation.traits.inPlaceInput, slot < node.inputs.count
    else { return nil }
    let source = storage[number(node.inputs[slot])]
    let isOtherInput = node.inputs.indices.contains {
      $0 != slot && storage[number(node.inputs[$0])] == source
    }
    guard offsets[source] != nil, last[source] == index, sizes[source] == sizes[result],
      !isOtherInput
    else { return nil }
    return source
  }
}
