@testable import Plotting

/// A dense network with random weights, and what one input gives.
struct RandomNetwork {
  var sizes: [Int]
  var weights: [[Double]] = []
  var biases: [[Double]] = []
  var sums: [[Double]] = []
  var activations: [[Double]] = []

  init(_ sizes: [Int], seed: UInt64) {
    self.sizes = sizes
    var random = SeededGenerator(seed)
    activations = [(0..<sizes[0]).map { _ in random.number(-1, 1) }]
    for (inputs, outputs) in zip(sizes, sizes.dropFirst()) {
      let weights = (0..<(inputs * outputs)).map { _ in random.number(-2, 2) }
      let biases = (0..<outputs).map { _ in random.number(-0.5, 0.5) }
      var sums = biases
      for output in 0..<outputs {
        for input in 0..<inputs {
          sums[output] +=
            activations[activations.count - 1][input] * weights[input * outputs + output]
        }
      }
      self.weights.append(weights)
      self.biases.append(biases)
      self.sums.append(sums)
      activations.append(sums.map { max(0, $0) })
    }
  }

  /// The network's columns with its values.
  var diagram: NetworkDiagram {
    let last = sizes.count - 1
    let layers = sizes.indices.map { index -> NetworkDiagram.Layer in
      let name: Text = index == 0 ? "input" : index == last ? "output" : "hidden \(index)"
      return NetworkDiagram.Layer(
        name, activation: index == 0 ? "\(sizes[0]) numbers" : "relu", units: sizes[index],
        values: activations[index], labels: (0..<sizes[index]).map { "unit \($0)" })
    }
    return NetworkDiagram(layers: layers, weights: weights)
  }

  /// A layer a row: `a · W + b = z → relu → a`.
  var chain: MatrixChain {
    MatrixChain(
      weights.indices.map { layer in
        let (inputs, outputs) = (sizes[layer], sizes[layer + 1])
        return MatrixChain.Equation(
          "layer \(layer + 1)",
          terms: [
            .matrix("a", rows: 1, columns: inputs, values: activations[layer]), .operator("·"),
            .matrix("W", rows: inputs, columns: outputs, values: weights[layer]), .operator("+"),
            .matrix("b", rows: 1, columns: outputs, values: biases[layer]), .operator("="),
            .matrix("z", rows: 1, columns: outputs, values: sums[layer]), .operator("relu"),
            .matrix("a", rows: 1, columns: outputs, values: activations[layer + 1]),
          ])
      })
  }

  /// The graph of a squared error, with the values in place of gradients.
  var graph: TensorGraph {
    var graph = TensorGraph(nodes: [], edges: [])
    func add(
      _ kind: TensorGraph.Kind, _ label: Text, _ rows: Int, _ columns: Int, _ values: [Double],
      _ layer: Int
    ) -> Int {
      let id = graph.nodes.count
      graph.nodes.append(
        TensorGraph.Node(
          id, kind, label, rows: rows, columns: columns, values: values,
          gradients: kind == .target || kind == .operation ? nil : values, layer: layer))
      return id
    }
    func join(_ sources: [Int], _ target: Int) {
      for source in sources { graph.edges.append(TensorGraph.Edge(source, target)) }
    }
    var value = add(.input, "x", 1, sizes[0], activations[0], 0)
    for layer in weights.indices {
      let (inputs, outputs) = (sizes[layer], sizes[layer + 1])
      let weight = add(.parameter, "W", inputs, outputs, weights[layer], layer)
      let product = add(.operation, "·", 0, 0, [], layer)
      join([value, weight], product)
      let bias = add(.parameter, "b", 1, outputs, biases[layer], layer)
      let sum = add(.operation, "+", 0, 0, [], layer)
      join([product, bias], sum)
      let z = add(.value, "z", 1, outputs, sums[layer], layer)
      join([sum], z)
      let relu = add(.operation, "relu", 0, 0, [], layer)
      join([z], relu)
      value = add(.value, "a", 1, outputs, activations[layer + 1], layer)
      join([relu], value)
    }
    let layer = weights.count - 1
    let target = add(.target, "y", 1, sizes[sizes.count - 1], activations[sizes.count - 1], layer)
    let error = add(.operation, "mse", 0, 0, [], layer)
    join([value, target], error)
    join([error], add(.loss, "L", 1, 1, [0.157], layer))
    return graph
  }

  /// Layer sizes of every kind: single units, the most that are drawn, one more, very many.
  static func sizes(_ seed: UInt64) -> [Int] {
    var random = SeededGenerator(seed)
    let kinds = [1, 1, 2, 3, 4, 5, 8, 12, 13, 30, 784]
    return (0..<random.whole(1, 10)).map { _ in kinds[random.whole(0, kinds.count - 1)] }
  }
}
