/// A model as a graph for a number of rows.
struct ModelGraph {
  var graph = Graph()
  let input: Value
  /// The result of each layer; none for a model without layers.
  let results: [Value]

  /// What the model answers, `[rows, outputs]`.
  var output: Value { results.last ?? input }

  /// - Throws: `ShapeError` of the first layer that does not fit.
  init(_ layers: [Layer], rows: Int, inputs: Int) throws(ShapeError) {
    input = try graph.input(Shape(rows, inputs))
    results = try graph.apply(layers, to: input)
  }
}

/// A network's model with what the rows should give, and how far from it they are.
struct LossGraph {
  var graph: Graph
  let input: Value
  let results: [Value]
  let output: Value
  /// The shape of the output, for a loss of classes without its last axis: `[rows]`, or for a
  /// sequence `[rows, time]`.
  let target: Value
  let loss: Value

  /// - Throws: `ShapeError` of the first layer that does not fit, or of the loss.
  init(_ network: Network, rows: Int, loss: Loss, targets: Int) throws(ShapeError) {
    let model = try ModelGraph(network.layers, rows: rows, inputs: network.inputs)
    graph = model.graph
    input = model.input
    results = model.results
    output = model.output
    let shape = graph.shape(output)
    let isOutput = targets == shape.count / rows
    target = try graph.input(
      loss.takesClasses ? shape.withoutColumns : isOutput ? shape : Shape(rows, targets))
    self.loss = try loss.add(to: &graph, output, target)
    guard graph.shape(self.loss) == .scalar else {
      throw .mismatch(operation: loss.name, expected: .scalar, found: graph.shape(self.loss))
    }
  }
}
