extension Layer {
  /// `y = x W + b`: each unit weighs all inputs.
  ///
  /// - Shapes: x `[batch, inputs]`, W `[inputs, units]` (PyTorch keeps its transpose), b `[units]`,
  ///   y `[batch, units]`.
  /// - Parameters:
  ///   - units: at least 1.
  ///   - bias: whether b is there; default true.
  public static func dense(_ units: Int, bias: Bool = true) -> Layer {
    Layer("dense", [Float(units), bias ? 1 : 0]) { graph, x throws(ShapeError) in
      guard units > 0 else { throw .outOfRange(operation: "dense", value: Float(units)) }
      let inputs = graph.shape(x).columns
      let weight = try graph.parameter(
        Shape(inputs, units), .weight, fanIn: inputs, fanOut: units)
      guard bias else { return try graph.add(Matmul(), [x, weight]) }
      let row = try graph.parameter(Shape(units), .bias, fanIn: inputs, fanOut: units)
      return try graph.add(Matmul(), [x, weight, row])
    }
  }
}
