import NeuralNet
import Plotting

extension Experiment {
  /// Attention between random or given vectors, with and without the division by √d.
  public static let attention = Experiment(
    "attention", "who looks at whom: attention with and without the division by √d",
    section: "34 Transformers",
    options: [
      ExperimentOption(
        "tokens", .words, default: .names(["the", "cat", "sat", "on", "the", "mat", "and", "ran"]),
        "the words, 2 to 32: each has a query and a key"),
      ExperimentOption(
        "d-k", .integer(1...1024), default: OptionValue(.null),
        "numbers in a query and in a key; default: as many as given ones have, else 64"),
      ExperimentOption(
        "causal", .boolean, default: .boolean(true), "whether no word sees those after it"),
      ExperimentOption(
        "queries", .rows, default: OptionValue(.null),
        "a row of numbers for each word; default: normal ones, drawn from the seed"),
      ExperimentOption(
        "keys", .rows, default: OptionValue(.null), "the same of the keys; default: drawn"),
      ExperimentOption(
        "draws", .integer(1...200), default: .number(25),
        "draws for each point of the curve of entropies; there is none if numbers are given"
      ).scaled(by: 5, atLeast: 5),
    ],
    metrics: [
      ("entropy", "mean entropy of the words' weights in nats"),
      ("unscaled-entropy", "the same without the division by √d"),
      ("most-entropy", "the entropy of equal weights, which is the most there can be"),
      ("largest", "mean of the largest weight of each word"),
      ("unscaled-largest", "the same without the division"),
      ("score-deviation", "standard deviation of the products q · k before the division"),
      ("row-sum-error", "how far the sum of a word's weights is from 1, at most"),
      ("masked", "sum of all weights that the mask hides"),
    ]
  ) { options, context throws(ExperimentError) in
    let study = try AttentionStudy(options, context)
    return ExperimentResult(metrics: study.metrics, figures: try study.figures)
  }
}

extension OptionValue {
  /// Names that nobody wrote: a default.
  fileprivate static func names(_ names: [Name]) -> OptionValue {
    OptionValue(.list(names.map { .name($0) }))
  }
}

/// One draw of queries and keys, and what attention makes of it.
struct AttentionStudy {
  static let words = 2...32

  let tokens: [Text]
  let width: Int
  let isCausal: Bool
  /// Draws for each point of the curve; 0 for no curve.
  let draws: Int
  let scaled: AttentionWeights
  let unscaled: AttentionWeights
  private let queries: [Float]
  private let keys: [Float]
  private let seed: UInt64
  let machine: Machine

  init(_ options: Options, _ context: Context) throws(ExperimentError) {
    tokens = options.words("tokens")
    guard Self.words.contains(tokens.count) else {
      throw .conflict(
        "the number of tokens is \(tokens.count), expected \(Self.words.lowerBound) to "
          + "\(Self.words.upperBound)", at: options.place("tokens"))
    }
    isCausal = options.boolean("causal")
    seed = context.seed(options)
    machine = context.machine(threads: 1)
    let given = try (Self.given("queries", options), Self.given("keys", options))
    width =
      options.has("d-k")
      ? options.integer("d-k") : given.0?.first?.count ?? given.1?.first?.count ?? 64
    draws = given.0 == nil && given.1 == nil ? options.integer("draws") : 0
    try Self.requireWidth(width, given.0, at: options.place("queries"))
    try Self.requireWidth(width, given.1, at: options.place("keys"))
    let count = tokens.count * width
    queries = given.0.map { $0.flatMap { $0 } } ?? Self.drawn(count, seed, .queries(0))
    keys = given.1.map { $0.flatMap { $0 } } ?? Self.drawn(count, seed, .keys(0))
    let pair = (queries, keys, tokens.count, isCausal, machine)
    scaled = try Self.weights(pair, isScaled: true, at: options.place("d-k"))
    unscaled = try Self.weights(pair, isScaled: false, at: options.place("d-k"))
  }

  private static func given(_ name: Name, _ options: Options) throws(ExperimentError)
    -> [[Float]]?
  {
    guard options.has(name) else { return nil }
    let (rows, words) = (options.tensors(name)[0], options.words("tokens").count)
    guard rows.count == words else {
      throw .conflict(
        "'\(name.text)' has \(rows.count) rows, expected \(words), one a token",
        at: options.place(name))
    }
    return rows.map { row in row.map { Float($0) } }
  }

  private static func requireWidth(
    _ width: Int, _ rows: [[Float]]?, at place: OptionValue.Place?
  ) throws(ExperimentError) {
    guard let found = rows?.first?.count, found != width else { return }
    throw .conflict("there are \(found) numbers in a row, expected \(width)", at: place)
  }

  private static func weights(
    _ pair: (queries: [Float], keys: [Float], tokens: Int, isCausal: Bool, machine: Machine),
    draws: Int = 1, isScaled: Bool, at place: OptionValue.Place?
  ) throws(ExperimentError) -> AttentionWeights {
    do throws(ShapeError) {
      return try AttentionWeights(
        queries: pair.queries, keys: pair.keys, draws: draws, tokens: pair.tokens,
        isScaled: isScaled, isCausal: pair.isCausal, on: pair.machine)
    } catch {
      throw .unfit(error, nil, at: place)
    }
  }
}

// MARK: - Random numbers

extension RandomStream.Stream {
  /// The queries of a number of draws, told by a number.
  fileprivate static func queries(_ number: Int) -> Self { Self(use: 16, index: number) }
  /// Their keys.
  fileprivate static func keys(_ number: Int) -> Self { Self(use: 17, index: number) }
}

extension AttentionStudy {
  private static func drawn(
    _ count: Int, _ seed: UInt64, _ stream: RandomStream.Stream
  ) -> [Float] {
    var random = RandomStream(seed: seed, stream: stream)
    return (0..<count).map { _ in random.nextNormal() }
  }

  /// The mean entropies of all draws of vectors of another width.
  func entropies(width: Int, isScaled: Bool) throws(ExperimentError) -> [Double] {
    let count = draws * tokens.count * width
    let pair = (
      Self.drawn(count, seed, .queries(width)), Self.drawn(count, seed, .keys(width)),
      tokens.count, isCausal, machine
    )
    let weights = try Self.weights(pair, draws: draws, isScaled: isScaled, at: nil)
    return (0..<draws).map { weights.entropy(ofDraw: $0) }
  }
}

// MARK: - Numbers

extension AttentionStudy {
  var metrics: [Metric] {
    [
      Metric("entropy", scaled.entropy()), Metric("unscaled-entropy", unscaled.entropy()),
      Metric("most-entropy", mostEntropy), Metric("largest", scaled.largest),
      Metric("unscaled-largest", unscaled.largest),
      Metric("score-deviation", scoreDeviation),
      Metric("row-sum-error", max(scaled.rowSumError, unscaled.rowSumError)),
      Metric("masked", scaled.masked + unscaled.masked),
    ]
  }

  /// The mean over the words of the logarithm of how many each can see.
  var mostEntropy: Double {
    let sum = (1...tokens.count).reduce(0.0) { sum, place in
      sum + Math.log(Double(isCausal ? place : tokens.count))
    }
    return sum / Double(tokens.count)
  }

  /// The root of the mean square: products of independent vectors have mean 0.
  private var scoreDeviation: Double {
    var squares = 0.0
    for query in tokens.indices {
      for key in tokens.indices {
        let score = (0..<width).reduce(0.0) { sum, index in
          sum + Double(queries[query * width + index]) * Double(keys[key * width + index])
        }
        squares += score * score
      }
    }
    return (squares / Double(tokens.count * tokens.count)).squareRoot()
  }
}
