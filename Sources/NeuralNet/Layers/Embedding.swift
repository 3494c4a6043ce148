extension Layer {
  /// `y = W[token]`: each token number picks a row of a table, which is learnt.
  ///
  /// PyTorch's `nn.Embedding`, with its start `N(0, 1)`. Token numbers are floats: 0, 1, 2 …; a number
  /// that is none of the vocabulary gives NaN.
  ///
  /// - Shapes: tokens `[batch, time]`, W `[vocabulary, width]`, y `[batch, time, width]`.
  /// - Parameters:
  ///   - vocabulary: different tokens, at least 1 and below 2²⁴, where floats stop counting.
  ///   - width: numbers for each, at least 1.
  /// - Source: A neural probabilistic language model, Bengio et al. 2003, section 2.
  public static func embedding(_ vocabulary: Int, _ width: Int) -> Layer {
    Layer("embedding", [Float(vocabulary), Float(width)]) { graph, tokens throws(ShapeError) in
      guard vocabulary > 0, vocabulary < 1 << 24 else {
        throw .outOfRange(operation: "embedding", value: Float(vocabulary))
      }
      guard width > 0 else { throw .outOfRange(operation: "embedding", value: Float(width)) }
      let table = try graph.parameter(
        Shape(vocabulary, width), .weight, fanIn: vocabulary, fanOut: width,
        start: .normal(deviation: 1), pytorchAxes: [0, 1])
      return try graph.add(LookUp.shared, [tokens, table])
    }
  }
}
