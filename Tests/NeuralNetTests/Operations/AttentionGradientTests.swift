import Testing

@testable import NeuralNet

/// The gradients of attention and of blocks against central differences in Float64.
struct AttentionGradientTests {
  /// 1e-5 is what differences still tell: gradients of scores cancel where probabilities are equal.
  private func expectRight(
    _ comment: String, seeds: Range<Int> = 0..<4, scale: Double = 1, floor: Double = 1e-6,
    _ build: (inout Graph, inout TestNumbers) throws -> Value
  ) throws {
    for seed in seeds {
      for sharing in [true, false] {
        let check = try GradientCheck(
          sharing: sharing, element: { GradientCheck.awayFromZero(&$0) * scale }, seed: seed,
          floor: floor, build)
        #expect(check.worst < 1e-5, "\(comment), seed \(seed), error \(check.worst)")
      }
    }
  }

  @Test("the gradients of queries, keys and values, with and without masks and dropout")
  func scaledDotProduct() throws {
    for (causal, isPadded, dropout) in [
      (false, false, 0), (true, false, 0), (false, true, 0.3), (true, true, 0),
    ] as [(Bool, Bool, Float)] {
      try expectRight("causal \(causal), padded \(isPadded), dropout \(dropout)") {
        graph, numbers in
        let batch = 1 + numbers.below(2), heads = 1 + numbers.below(2)
        let width = heads * (1 + numbers.below(3))
        let queries = 1 + numbers.below(5), keys = 1 + numbers.below(5)
        let query = try graph.parameter(Shape(batch, queries, width))
        let key = try graph.parameter(Shape(batch, keys, width))
        let value = try graph.parameter(Shape(batch, keys, width))
        let lengths = graph.insert(Fill(Float(1 + numbers.below(keys))), [], Shape(batch))
        let padding = try graph.paddingMask(lengths: lengths, time: keys)
        let y = try graph.scaledDotProductAttention(
          query: query, key: key, value: value, padding: isPadded ? padding : nil, heads: heads,
          causal: causal, dropout: dropout)
        return try graph.anyLoss(of: y.result)
      }
    }
  }

  @Test("the gradients of sequences longer than a block of queries")
  func blocks() throws {
    for causal in [true, false] {
      try expectRight("causal \(causal)", seeds: 0..<1) { graph, _ in
        let query = try graph.parameter(Shape(1, 34, 1)), key = try graph.parameter(Shape(1, 35, 1))
        let y = try graph.scaledDotProductAttention(
          query: query, key: key, value: key, causal: causal)
        return try graph.anyLoss(of: y.result)
      }
    }
  }

  @Test("the gradients of blocks of an encoder and a decoder")
  func encoderAndDecoder() throws {
    for normFirst in [true, false] {
      var options = TransformerOptions(heads: 2)
      (options.feedForward, options.normFirst, options.causal) = (3, normFirst, true)
      (options.activation, options.epsilon, options.dropout) = (.gelu, 0.1, 0.2)
      // A bias of all keys moves all scores of a query alike: its gradient is 0 but for rounding.
      try expectRight("norm first \(normFirst)", seeds: 0..<2, scale: 0.3, floor: 1e-3) {
        graph, numbers in
        let x = try graph.parameter(Shape(2, 3, 4))
        let memory = try graph.transformerEncoder(x, options).result
        let y = try graph.transformerDecoder(
          graph.parameter(Shape(2, 2, 4)), memory: memory, options)
        return try graph.anyLoss(of: y.result)
      }
    }
  }
}
