/// What a layer of a model makes and costs.
public struct LayerSummary: Equatable, Sendable {
  /// Its number in the model, from 0.
  public let layer: Int
  /// What kind it is.
  public let name: Name
  /// The shape of its result, the batch first.
  public let output: Shape
  /// Numbers that training changes.
  public let trainable: Int
  /// Numbers that were learnt and are left as they are.
  public let frozen: Int
  /// Numbers that are measured, as running means.
  public let states: Int
  /// Pairs of a multiplication and an addition in products, forward, for all rows.
  public let multiplyAdds: Int
  /// Bytes of its results that a training step keeps for the backward pass, for all rows.
  public let activationBytes: Int
  /// What a place of its result sees of the input; nil where there are no places, or all are seen.
  public let receptiveField: ReceptiveField?

  /// All numbers that it has of its own; PyTorch counts states among the buffers.
  public var parameters: Int { trainable + frozen }
  /// Floating-point operations, forward, for all rows: two for each multiplication and addition of a
  /// product, as is usual; what is done element by element (activations, norms, softmax) is not
  /// counted.
  public var floatingPointOperations: Int { 2 * multiplyAdds }
}

/// What a model makes of an input, layer by layer, and what it costs.
public struct ModelSummary: Equatable, Sendable {
  /// What goes in, the batch first.
  public let input: Shape
  /// The layers in their order.
  public let layers: [LayerSummary]
  /// Bytes that values of a training step take up, without the loss; they share memory, so this is
  /// less than the sum over all values.
  public let trainingBytes: Int
  /// Bytes that values take up when the model is asked.
  public let evaluationBytes: Int

  /// Describes a model.
  ///
  /// - Parameter input: `[batch, …]`; sizes and operations are for that many rows.
  /// - Throws: `ShapeError` of the first layer that does not fit.
  public init(_ layers: [Layer], input: Shape) throws(ShapeError) {
    var graph = Graph()
    let x = try graph.input(input)
    let results = try graph.apply(layers, to: x)
    let y = results.last ?? x
    let forward = Plan(graph, kept: [y], outside: [], evaluating: true, sharing: true)
    let backward = BackwardPlan(graph, y)
    let fields = ReceptiveField.fields(
      layers, rank: input.rank, from: input.rank > 2 ? ReceptiveField.one : nil)
    self.input = input
    self.layers = layers.indices.map { layer in
      let own = graph.parameterInfo.filter { $0.layer == layer }
      func count(where isCounted: (ParameterInfo) -> Bool) -> Int {
        own.reduce(0) { $0 + (isCounted($1) ? $1.shape.count : 0) }
      }
      return LayerSummary(
        layer: layer, name: layers[layer].name, output: graph.shape(results[layer]),
        trainable: count { $0.isTrainable },
        frozen: count { !$0.isTrainable && $0.role != .state },
        states: count { $0.role == .state },
        multiplyAdds: graph.multiplyAdds { $0.layer == layer },
        activationBytes: backward.keptBytes[layer],
        receptiveField: graph.shape(results[layer]).rank > 2 ? fields[layer] : nil)
    }
    trainingBytes = backward.bytes
    evaluationBytes = forward.arenaCount * MemoryLayout<Float>.stride
  }

  /// The shape of the model's result, the batch first.
  public var output: Shape { layers.last?.output ?? input }
  /// All numbers that training changes.
  public var trainable: Int { layers.reduce(0) { $0 + $1.trainable } }
  /// All numbers that were learnt and are left as they are.
  public var frozen: Int { layers.reduce(0) { $0 + $1.frozen } }
  /// All numbers that are measured.
  public var states: Int { layers.reduce(0) { $0 + $1.states } }
  /// All numbers in parameters, as PyTorch counts them.
  public var parameters: Int { trainable + frozen }
  /// All pairs of a multiplication and an addition in products, forward.
  public var multiplyAdds: Int { layers.reduce(0) { $0 + $1.multiplyAdds } }
  /// Two for each of them; see `LayerSummary`.
  public var floatingPointOperations: Int { 2 * multiplyAdds }
  /// Bytes of all results that the backward pass reads again; the input comes on top.
  public var activationBytes: Int { layers.reduce(0) { $0 + $1.activationBytes } }
}

/// The plan of a training step up to the gradients, without a loss.
private struct BackwardPlan {
  /// Bytes for all values.
  let bytes: Int
  /// For each layer, bytes of forward results that gradients are computed from.
  private(set) var keptBytes: [Int]

  init(_ forward: Graph, _ y: Value) {
    var graph = forward
    let gradients = graph.differentiateParameters(y)
    let outside = graph.place(gradients, from: 0).map { $0.value }
    let plan = Plan(graph, kept: [y], outside: outside, evaluating: false, sharing: true)
    bytes = plan.arenaCount * MemoryLayout<Float>.stride
    let layerCount = 1 + (graph.nodes.map { $0.layer }.max() ?? 0)
    keptBytes = [Int](repeating: 0, count: layerCount)
    var isKept = [Bool](repeating: false, count: plan.sizes.count)
    for node in graph.nodes.indices where plan.isLive[node] && graph.nodes[node].isGradient {
      for input in graph.nodes[node].inputs { isKept[plan.storage[plan.number(input)]] = true }
    }
    for index in graph.nodes.indices {
      let node = graph.nodes[index]
      guard !node.isGradient, !plan.isSource(index) else { continue }
      for part in node.shapes.indices where isKept[plan.base[index] + part] {
        keptBytes[node.layer] += node.shapes[part].count * MemoryLayout<Float>.stride
      }
    }
  }
}
