extension Layer {
  /// Multi-head self-attention: every place of a sequence gathers from all places, or with `causal`
  /// from those up to its own.
  ///
  /// `[q, k, v] = x Wᵢ + bᵢ`, `heads = softmax(q kᵀ / √d) v`, `y = heads Wₒ + bₒ`, as PyTorch's
  /// `nn.MultiheadAttention(batch_first=True)` computes it and names its parameters. Wᵢ begins with
  /// Xavier's uniform numbers, biases with 0.
  ///
  /// - Shapes: x and y `[batch, time, width]`, Wᵢ `[width, 3 · width]`, Wₒ `[width, width]`.
  /// - Parameters:
  ///   - heads: at least 1; must divide the width.
  ///   - causal: whether later places are hidden; default false.
  ///   - dropout: the share of probabilities dropped in training, in [0, 1); default 0.
  ///   - bias: whether both products have a bias; default true.
  /// - Source: Attention is all you need, Vaswani et al. 2017, section 3.2.
  public static func attention(
    heads: Int, causal: Bool = false, dropout: Float = 0, bias: Bool = true
  ) -> Layer {
    Layer("attention", [Float(heads), causal ? 1 : 0, dropout, bias ? 1 : 0]) {
      graph, x throws(ShapeError) in
      try graph.multiHeadAttention(
        x, heads: heads, causal: causal, dropout: dropout, bias: bias
      ).result
    }
  }
}

extension Graph {
  /// What attention makes of its inputs, and with which weights.
  public struct Attended: Equatable, Sendable {
    /// `[batch, queries, width]`.
    public let result: Value
    /// `[batch, heads, queries, keys]`, before dropout: what a program keeps to draw them.
    public let probabilities: Value
  }

  /// Adds multi-head attention of `x` to itself, or to `memory`: what an encoder made of another
  /// sequence.
  ///
  /// - Parameters:
  ///   - memory: `[batch, keys, width]`; default x itself.
  ///   - padding: `[batch, keys]`, not 0 where a key is hidden; see `paddingMask`.
  ///   - heads: at least 1; must divide the width.
  /// - Throws: `ShapeError` if shapes do not fit or the heads do not divide the width.
  public mutating func multiHeadAttention(
    _ x: Value, memory: Value? = nil, padding: Value? = nil, heads: Int, causal: Bool = false,
    dropout: Float = 0, bias: Bool = true
  ) throws(ShapeError) -> Attended {
    let width = shape(x).columns
    let weight = try parameter(
      Shape(width, 3 * width), .weight, fanIn: width, fanOut: 3 * width,
      start: .uniform(bound: (6 / Float(4 * width)).squareRoot()), named: "in_proj_weight")
    let row =
      !bias
      ? nil
      : try parameter(
        Shape(3 * width), .bias, fanIn: width, fanOut: 3 * width, start: .constant(0),
        named: "in_proj_bias")
    let projected = try project(x, memory, weight, row, width)
    let attended = try scaledDotProduct(
      projected, padding: padding, heads: heads, causal: causal, dropout: dropout)
    let result = try scoped("out_proj") { graph throws(ShapeError) in
      try graph.linear(attended.result, width, bias: bias, biasStart: .constant(0))
    }
    return Attended(result: result, probabilities: attended.probabilities)
  }

  /// `softmax(q kᵀ / √d + mask) v` for each head, without parameters.
  ///
  /// - Parameters:
  ///   - query: `[batch, queries, width]`.
  ///   - key: `[batch, keys, width]`, as `value`.
  ///   - padding: `[batch, keys]`, not 0 where a key is hidden.
  /// - Throws: `ShapeError` if shapes do not fit or the heads do not divide the width.
  public mutating func scaledDotProductAttention(
    query: Value, key: Value, value: Value, padding: Value? = nil, heads: Int = 1,
    causal: Bool = false, dropout: Float = 0
  ) throws(ShapeError) -> Attended {
    try scaledDotProduct(
      [query, key, value], padding: padding, heads: heads, causal: causal, dropout: dropout)
  }

  private mutating func scaledDotProduct(
    _ packed: [Value], padding: Value?, heads: Int, causal: Bool, dropout: Float
  ) throws(ShapeError) -> Attended {
    let packing = Attention.Packing(rawValue: packed.count) ?? .apart
    var inputs = packed
    if let padding { inputs.append(padding) }
    let operation = Attention(
      heads: heads, isCausal: causal, packing: packing, hasPadding: padding != nil)
    guard dropout != 0 else { return attended(try add(operation, inputs)) }
    let shapes = inputs.map { shape($0) }
    let probabilities = operation.extras(shapes, try operation.shape(shapes))[0]
    let ones = insert(Fill.one, [], probabilities)
    inputs.append(try self.dropout(ones, rate: dropout))
    return attended(
      try add(
        Attention(
          heads: heads, isCausal: causal, packing: packing, hasPadding: padding != nil,
          hasFactors: true), inputs))
  }

  private func attended(_ value: Value) -> Attended {
    Attended(result: value, probabilities: Value(index: value.index, part: 1))
  }

  /// q, k and v side by side; or, from another sequence, k and v apart from q.
  private mutating func project(
    _ x: Value, _ memory: Value?, _ weight: Value, _ bias: Value?, _ width: Int
  ) throws(ShapeError) -> [Value] {
    let biases = bias.map { [$0] } ?? []
    guard let memory else { return [try add(Matmul(), [x, weight] + biases)] }
    let weights = try add(SplitColumns(width), [weight])
    let rows = try biases.map { bias throws(ShapeError) in try add(SplitColumns(width), [bias]) }
    func part(_ number: Int) -> [Value] {
      ([weights] + rows).map { Value(index: $0.index, part: number) }
    }
    return [
      try add(Matmul(), [x] + part(0)), try add(Matmul(), [memory] + part(1)),
    ]
  }

  /// `x W + b` with parameters "weight" and "bias".
  mutating func linear(
    _ x: Value, _ units: Int, bias: Bool = true, biasStart: ParameterInfo.Start = .drawn
  ) throws(ShapeError) -> Value {
    let inputs = shape(x).columns
    var operands = [x]
    operands.append(
      try parameter(Shape(inputs, units), .weight, fanIn: inputs, fanOut: units))
    if bias {
      operands.append(
        try parameter(Shape(units), .bias, fanIn: inputs, fanOut: units, start: biasStart))
    }
    return try add(Matmul(), operands)
  }
}
