import NeuralNet
import Plotting

/// What queries make of keys: the weights of one head for several draws at once, computed by the
/// engine's own attention.
///
/// `weights = softmax(q kᵀ / √d)`; without the division, q is multiplied with √d first.
struct AttentionWeights {
  let tokens: Int
  let draws: Int
  private let isCausal: Bool
  /// `[draws, tokens, tokens]`, queries by keys.
  private let weights: [Float]

  /// - Parameters:
  ///   - queries: `[draws, tokens, width]`.
  ///   - keys: the same shape.
  init(
    queries: [Float], keys: [Float], draws: Int, tokens: Int, isScaled: Bool, isCausal: Bool,
    on machine: Machine
  ) throws(ShapeError) {
    (self.tokens, self.draws, self.isCausal) = (tokens, draws, isCausal)
    let width = queries.count / (draws * tokens)
    var graph = Graph()
    let query = try graph.input(Shape(draws, tokens, width))
    let key = try graph.input(Shape(draws, tokens, width))
    let attended = try graph.scaledDotProductAttention(
      query: query, key: key, value: key, causal: isCausal)
    let program = Program(
      graph, keep: [attended.probabilities], parameters: ParameterStore(graph, machine: machine),
      machine: machine)
    let root = Float(width).squareRoot()
    program.write(query, isScaled ? queries : queries.map { $0 * root })
    program.write(key, keys)
    program.run()
    weights = program.read(attended.probabilities)
  }

  /// The weight that a query gives to a key, in the first draw.
  func weight(_ query: Int, _ key: Int) -> Double { Double(weights[query * tokens + key]) }

  /// Whether a query may not see a key.
  func isMasked(_ query: Int, _ key: Int) -> Bool { isCausal && key > query }

  /// The mean entropy of the queries of a draw in nats, `−Σ p ln p`.
  func entropy(ofDraw draw: Int = 0) -> Double {
    let first = draw * tokens * tokens
    var sum = 0.0
    for weight in weights[first..<first + tokens * tokens] where weight > 0 {
      sum -= Double(weight) * Math.log(Double(weight))
    }
    return sum / Double(tokens)
  }

  /// The mean of the largest weights of the queries, in the first draw.
  var largest: Double {
    let sum = (0..<tokens).reduce(0.0) { sum, query in
      sum + ((0..<tokens).map { weight(query, $0) }.max() ?? 0)
    }
    return sum / Double(tokens)
  }

  /// The farthest that the weights of a query are from 1 in sum.
  var rowSumError: Double {
    (0..<tokens).reduce(0.0) { error, query in
      max(error, ((0..<tokens).reduce(0.0) { $0 + weight(query, $1) } - 1).magnitude)
    }
  }

  /// All that is given to keys which nobody may see.
  var masked: Double {
    var sum = 0.0
    for query in 0..<tokens {
      for key in 0..<tokens where isMasked(query, key) { sum += weight(query, key) }
    }
    return sum
  }
}
