extension Layer {
  /// `y = (x − mean x) / √(variance x + ε) · weight + bias` for each row, the same in training and
  /// evaluation.
  ///
  /// The variance is the biased one, as in PyTorch's `nn.LayerNorm`; weights begin with 1, biases
  /// with 0.
  ///
  /// - Shapes: x and y `[…, features]`, weight and bias `[features]`.
  /// - Parameter epsilon: at least 0; default 1e-5.
  /// - Source: Layer normalization, Ba, Kiros and Hinton 2016, eq. 4.
  public static func layerNorm(epsilon: Float = 1e-5) -> Layer {
    Layer("layerNorm", [epsilon]) { graph, x throws(ShapeError) in
      try graph.normalized(x, "layerNorm", epsilon: epsilon, isCentred: true)
    }
  }
}

extension Graph {
  /// Rows of `x` normalised and scaled by parameters "weight" and, if centred, "bias".
  mutating func normalized(
    _ x: Value, _ name: Name, epsilon: Float, isCentred: Bool
  ) throws(ShapeError) -> Value {
    guard epsilon >= 0, epsilon.isFinite else { throw .outOfRange(operation: name, value: epsilon) }
    let row = Shape(shape(x).columns)
    var inputs = [x]
    inputs.append(
      try parameter(row, .scale, fanIn: 1, fanOut: 1, start: .constant(1), named: "weight"))
    if isCentred {
      inputs.append(try parameter(row, .bias, fanIn: 1, fanOut: 1, start: .constant(0)))
    }
    return try add(NormalizeRows(name, epsilon: epsilon, isCentred: isCentred), inputs)
  }
}
