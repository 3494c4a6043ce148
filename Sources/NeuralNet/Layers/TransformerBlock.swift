/// What an encoder or decoder block of a Transformer is made of, with PyTorch's defaults but for the
/// dropout.
public struct TransformerOptions: Equatable, Sendable {
  /// Heads of attention; must divide the width.
  public var heads: Int
  /// Units between the two dense layers; default 2048.
  public var feedForward = 2048
  /// The share that is dropped in training, in [0, 1): of the probabilities, between the two dense
  /// layers, and of each branch; default 0.
  public var dropout: Float = 0
  /// Whether rows are normalised before each branch, rather than after it has been added; default
  /// false, as the paper has it.
  public var normFirst = false
  /// The function between the two dense layers; default ReLU.
  public var activation = Activation.relu
  /// Whether places see themselves and earlier ones only; default false.
  public var causal = false
  /// The epsilon of the norms; default 1e-5.
  public var epsilon: Float = 1e-5

  /// The defaults.
  public init(heads: Int) { self.heads = heads }
}

extension Graph {
  /// Adds an encoder block: attention of x to itself, then two dense layers, each in a residual branch
  /// with a norm.
  ///
  /// After it, `x = norm(x + branch(x))`, or before it, `x = x + branch(norm(x))`. Named and computed
  /// as PyTorch's `nn.TransformerEncoderLayer(batch_first=True)`.
  ///
  /// - Parameters:
  ///   - x: `[batch, time, width]`.
  ///   - padding: `[batch, time]`, not 0 where a place is hidden; see `paddingMask`.
  /// - Returns: as x; the probabilities can be kept.
  /// - Throws: `ShapeError` if shapes do not fit or an option is out of range.
  /// - Source: Attention is all you need, Vaswani et al. 2017, section 3.1.
  public mutating func transformerEncoder(
    _ x: Value, padding: Value? = nil, _ options: TransformerOptions
  ) throws(ShapeError) -> Attended {
    var probabilities = x
    var y = try branch(x, "norm1", options) { graph, x throws(ShapeError) in
      let attended = try graph.attention(
        x, nil, padding, "self_attn", causal: options.causal, options)
      probabilities = attended.probabilities
      return attended.result
    }
    y = try branch(y, "norm2", options) { graph, x throws(ShapeError) in
      try graph.feedForward(x, options)
    }
    return Attended(result: y, probabilities: probabilities)
  }

  /// Adds a decoder block: attention of x to itself, attention of x to the memory, two dense layers.
  ///
  /// As PyTorch's `nn.TransformerDecoderLayer(batch_first=True)`. With two inputs it is no layer; a
  /// sequence-to-sequence model is written on the graph:
  ///
  ///     let memory = try graph.apply(encoder, to: source).last ?? source
  ///     let y = try graph.scoped("decoder") { graph throws(ShapeError) in
  ///       try graph.transformerDecoder(target, memory: memory, options).result
  ///     }
  ///
  /// - Parameters:
  ///   - x: `[batch, time, width]`; causal in the options hides later places of it.
  ///   - memory: `[batch, keys, width]`, the result of an encoder.
  ///   - padding: `[batch, time]`, not 0 where a place of x is hidden.
  ///   - memoryPadding: `[batch, keys]`, not 0 where a place of the memory is hidden.
  /// - Returns: as x; the probabilities are those of the attention to the memory.
  /// - Throws: `ShapeError` if shapes do not fit or an option is out of range.
  public mutating func transformerDecoder(
    _ x: Value, memory: Value, padding: Value? = nil, memoryPadding: Value? = nil,
    _ options: TransformerOptions
  ) throws(ShapeError) -> Attended {
    var probabilities = x
    var y = try branch(x, "norm1", options) { graph, x throws(ShapeError) in
      try graph.attention(x, nil, padding, "self_attn", causal: options.causal, options).result
    }
    y = try branch(y, "norm2", options) { graph, x throws(ShapeError) in
      let attended = try graph.attention(
        x, memory, memoryPadding, "multihead_attn", causal: false, options)
      probabilities = attended.probabilities
      return attended.result
    }
    y = try branch(y, "norm3", options) { graph, x throws(ShapeError) in
      try graph.feedForward(x, options)
    }
    return Attended(result: y, probabilities: probabilities)
  }

  /// `norm(x + branch(x))` or `x + branch(norm(x))`, the branch with dropout.
  private mutating func branch(
    _ x: Value, _ name: StaticString, _ options: TransformerOptions,
    _ body: (inout Graph, Value) throws(ShapeError) -> Value
  ) throws(ShapeError) -> Value {
    let start = options.normFirst ? try norm(x, name, options) : x
    let result = try dropout(try body(&self, start), rate: options.dropout)
    let sum = try add(Add.shared, [x, result])
    return options.normFirst ? sum : try norm(sum, name, options)
  }

  private mutating func norm(
    _ x: Value, _ name: StaticString, _ options: TransformerOptions
  ) throws(ShapeError) -> Value {
    try scoped(name) { graph throws(ShapeError) in
      try graph.normalized(x, "layerNorm", epsilon: options.epsilon, isCentred: true)
    }
  }

  private mutating func attention(
    _ x: Value, _ memory: Value?, _ padding: Value?, _ name: StaticString, causal: Bool,
    _ options: TransformerOptions
  ) throws(ShapeError) -> Attended {
    try scoped(name) { graph throws(ShapeError) in
      try graph.multiHeadAttention(
        x, memory: memory, padding: padding, heads: options.heads, causal: causal,
        dropout: options.dropout)
    }
  }

  /// `dense(dropout(activation(dense(x))))`
  private mutating func feedForward(
    _ x: Value, _ options: TransformerOptions
  ) throws(ShapeError) -> Value {
    guard options.feedForward > 0 else {
      throw .outOfRange(operation: "feedForward", value: Float(options.feedForward))
    }
    let inner = try scoped("linear1") { graph throws(ShapeError) in
      try graph.linear(x, options.feedForward)
    }
    let active = try options.activation.add(to: &self, inner)
    let kept = try dropout(active, rate: options.dropout), width = shape(x).columns
    return try scoped("linear2") { graph throws(ShapeError) in try graph.linear(kept, width) }
  }
}
