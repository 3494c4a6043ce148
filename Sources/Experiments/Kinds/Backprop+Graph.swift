import NeuralNet
import Plotting

extension BackwardPass {
  /// The computation graph with value and gradient at every node.
  var graphFigure: Figure {
    Figure(
      "graph", width: .wide, rows: [.init([.tensorGraph(graph)])],
      caption: "The computation of the loss and its way back. Values run forward in plain type; "
        + "below each, in violet, how fast the loss changes with it. A sum passes its gradient "
        + "on, a product swaps its factors.",
      table: ParameterTable.table(given, gradients: parameterGradients))
  }

  private var graph: TensorGraph {
    var builder = TensorGraphBuilder()
    var current = builder.add(
      .input, "x", rows: given.rows, columns: given.stages[0].inputs,
      values: doubles(given.input), gradients: nil, layer: 0, option: ("input", 0))
    for number in given.stages.indices { current = add(number, after: current, to: &builder) }
    addLoss(after: current, to: &builder)
    return builder.graph
  }

  /// Adds `· W`, `+ b` and `f` of a stage; returns the node of its result.
  private func add(_ number: Int, after input: Int, to builder: inout TensorGraphBuilder) -> Int {
    let stage = given.stages[number]
    let subscripted = number + 1
    let weight = builder.add(
      .parameter, .symbol("W", subscripted), rows: stage.inputs, columns: stage.outputs,
      values: doubles(given.network.values(stage.weight)),
      gradients: parameterGradients[stage.weight], layer: number,
      option: ("weights", count(before: number) { $0.inputs * $0.outputs }))
    var last = builder.add(operation: "·", from: [input, weight], layer: number)
    if let bias = stage.bias {
      let node = builder.add(
        .parameter, .symbol("b", subscripted), rows: 1, columns: stage.outputs,
        values: doubles(given.network.values(bias)), gradients: parameterGradients[bias],
        layer: number, option: ("biases", count(before: number) { $0.outputs }))
      last = builder.add(operation: "+", from: [last, node], layer: number)
    }
    let isOutput = number == given.stages.count - 1
    let z = builder.add(
      .value, isOutput && stage.a == stage.z ? "y" : .symbol("z", subscripted),
      rows: given.rows, columns: stage.outputs, values: forward.values[number].z,
      gradients: gradients[number].z, layer: number, from: last)
    guard stage.a != stage.z else { return z }
    let f = builder.add(operation: stage.activationName, from: [z], layer: number)
    return builder.add(
      .value, isOutput ? "y" : .symbol("a", subscripted), rows: given.rows,
      columns: stage.outputs, values: forward.values[number].a,
      gradients: gradients[number].a, layer: number, from: f)
  }

  /// The numbers that an option has for the stages before one.
  private func count(before number: Int, _ count: (DenseStage) -> Int) -> Int {
    given.stages[..<number].reduce(0) { $0 + count($1) }
  }

  private func addLoss(after output: Int, to builder: inout TensorGraphBuilder) {
    let layer = given.stages.count
    let target = builder.add(
      .target, "t", rows: given.rows, columns: self.target.count / given.rows,
      values: doubles(self.target), gradients: nil, layer: layer, option: ("target", 0))
    let operation = builder.add(operation: lossName, from: [output, target], layer: layer)
    _ = builder.add(
      .loss, "L", rows: 1, columns: 1, values: [lossValue], gradients: [1], layer: layer,
      from: operation)
  }
}

/// Numbers the nodes of a graph and joins them.
private struct TensorGraphBuilder {
  private(set) var graph = TensorGraph(nodes: [], edges: [])

  mutating func add(
    _ kind: TensorGraph.Kind, _ label: Text, rows: Int, columns: Int, values: [Double],
    gradients: [Double]?, layer: Int, option: (name: Text, start: Int) = ("", 0),
    from source: Int? = nil
  ) -> Int {
    let id = graph.nodes.count
    var node = TensorGraph.Node(
      id, kind, label, rows: rows, columns: columns, values: values, gradients: gradients,
      layer: layer)
    node.option = option
    graph.nodes.append(node)
    if let source { graph.edges.append(TensorGraph.Edge(source, id)) }
    return id
  }

  mutating func add(operation label: Text, from sources: [Int], layer: Int) -> Int {
    let id = graph.nodes.count
    graph.nodes.append(.operation(id, label, layer: layer))
    for source in sources { graph.edges.append(TensorGraph.Edge(source, id)) }
    return id
  }
}
