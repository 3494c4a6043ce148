extension Layer {
  /// A block of a Transformer: self-attention and two dense layers, each in a residual branch with a
  /// norm; PyTorch's `nn.TransformerEncoderLayer(batch_first=True)`.
  ///
  /// `x = norm(x + attention(x))`, `y = norm(x + dense(activation(dense(x))))`; with `normFirst`
  /// `x = x + attention(norm(x))`, `y = x + dense(activation(dense(norm(x))))`.
  ///
  /// - Shapes: x and y `[batch, time, width]`.
  /// - Parameters:
  ///   - heads: at least 1; must divide the width.
  ///   - feedForward: units between the two dense layers, at least 1; default 2048.
  ///   - dropout: in [0, 1), of probabilities, inner units and branches; default 0, PyTorch's is 0.1.
  ///   - normFirst: whether norms come before branches; default false.
  ///   - activation: between the dense layers; default ReLU.
  ///   - causal: whether later places are hidden, as in a decoder of its own; default false.
  /// - Source: Attention is all you need, Vaswani et al. 2017, section 3.1.
  public static func transformerEncoder(
    heads: Int, feedForward: Int = 2048, dropout: Float = 0, normFirst: Bool = false,
    activation: Activation = .relu, causal: Bool = false
  ) -> Layer {
    var options = TransformerOptions(heads: heads)
    (options.feedForward, options.dropout) = (feedForward, dropout)
    (options.normFirst, options.activation, options.causal) = (normFirst, activation, causal)
    let numbers = [Float(heads), Float(feedForward), dropout, normFirst ? 1 : 0, causal ? 1 : 0]
    return Layer("transformerEncoder", numbers, branches: [[.activation(activation)]]) {
      [options] graph, x throws(ShapeError) in
      try graph.transformerEncoder(x, options).result
    }
  }
}
