/// An encoder that reads one sequence of tokens, and a decoder that goes on from its last states
/// and writes another.
///
///     let model = try SequenceToSequence(recipe, machine: .best())
///     for batch in batches { _ = try model.step(source: batch.source, target: batch.target) }
///     let answers = try model.answers(to: source, count: 1)
///
/// In training the decoder is given the right tokens before the one it is to write (teacher
/// forcing); afterwards its own.
///
/// - Source: Sequence to sequence learning with neural networks, Sutskever, Vinyals and Le 2014.
public final class SequenceToSequence {
  /// Everything that decides a training but the data.
  public struct Recipe: Sendable {
    /// What the encoder and the decoder are, each with its own parameters; in one direction.
    public var stack: RecurrentStack
    /// Different tokens that are read.
    public var sourceVocabulary: Int
    /// Different tokens that are written.
    public var targetVocabulary: Int
    /// Numbers that a token is turned into.
    public var width: Int
    /// Tokens in a row that is read.
    public var sourceLength: Int
    /// Tokens in a row that is written.
    public var targetLength: Int
    /// Rows of an update.
    public var batchSize: Int
    /// The token of the target vocabulary before the first one; default 0.
    public var start = 0
    /// What each position is judged by; default the cross-entropy, averaged over rows and
    /// positions.
    ///
    /// Padding is a token of the vocabulary that the loss ignores, as the decoder reads it too.
    public var loss = Loss.crossEntropy
    /// How the parameters change; default Adam.
    public var optimizer: any Optimizer = Adam()
    /// What surrounds an update; default the norm of the gradients clipped to 1.
    public var updates = UpdateOptions(clipping: .norm(1))
    /// The size of an update; default 0.001.
    public var learningRate: Float = 1e-3
    /// What the parameters start with; default `pytorchDefault`.
    public var initializer = Initializer.pytorchDefault
    /// What the parameters, and what is dropped, depend on; default 1.
    public var seed: UInt64 = 1

    /// A recipe with the defaults, for tokens of one vocabulary.
    public init(
      _ stack: RecurrentStack, vocabulary: Int, width: Int, sourceLength: Int, targetLength: Int,
      batchSize: Int
    ) {
      self.stack = stack
      sourceVocabulary = vocabulary
      targetVocabulary = vocabulary
      self.width = width
      self.sourceLength = sourceLength
      self.targetLength = targetLength
      self.batchSize = batchSize
    }
  }

  /// What was asked for.
  public let recipe: Recipe
  /// What each parameter is: `encoder.embedding`, `encoder.rnn`, `decoder.embedding`,
  /// `decoder.rnn`, `decoder.output`.
  public let parameters: [ParameterInfo]
  /// The numbers of all parameters.
  public let store: ParameterStore
  private let machine: Machine
  private let source: Value
  private let previous: Value
  private let target: Value
  private let loss: Value
  private let update: Program

  /// A model with the parameters of the initializer.
  ///
  /// - Throws: `ShapeError` if the layers have two directions, a number is out of its range, or the
  ///   loss is none of classes.
  public init(_ recipe: Recipe, machine: Machine) throws(ShapeError) {
    guard !recipe.stack.isBidirectional else {
      throw .conflict(
        operation: recipe.stack.cell.name,
        reason: "a decoder cannot begin at the end of what it is to write", found: 2, limit: 1)
    }
    guard (0..<max(recipe.targetVocabulary, 1)).contains(recipe.start) else {
      throw .outOfRange(operation: "start", value: Float(recipe.start))
    }
    let rows = recipe.batchSize
    var model = SequenceToSequenceGraph(recipe)
    let encoder = try model.encoder(rows: rows, length: recipe.sourceLength)
    let decoder = try model.decoder(
      rows: rows, length: recipe.targetLength, from: encoder.states)
    var graph = model.graph
    target = try graph.input(Shape(rows, recipe.targetLength))
    loss = try recipe.loss.reduced(to: .mean).add(to: &graph, decoder.logits, target)
    parameters = graph.parameterInfo
    store = ParameterStore(graph, machine: machine)
    store.initialize(parameters, recipe.initializer, seed: recipe.seed)
    let gradients = graph.differentiateParameters(loss)
    update = Program(
      graph, keep: [loss], parameters: store, gradients: gradients, update: recipe.optimizer,
      options: recipe.updates, machine: machine)
    update.learningRate = recipe.learningRate
    update.seed = recipe.seed
    (source, previous) = (encoder.source, decoder.previous)
    self.recipe = recipe
    self.machine = machine
  }

  /// One update.
  ///
  /// - Parameters:
  ///   - source: `[batchSize, sourceLength]` tokens.
  ///   - target: `[batchSize, targetLength]` tokens, without the start.
  /// - Returns: the loss before it, or nil if a gradient was not finite; then nothing was changed.
  /// - Throws: `ShapeError.mismatch` if the numbers are not as many as said.
  public func step(source: [Float], target: [Float]) throws(ShapeError) -> Float? {
    try update.write(self.source, all: source, as: "source")
    try update.write(self.target, all: target, as: "target")
    let length = recipe.targetLength
    update.write(
      previous, target.indices.map { $0 % length == 0 ? Float(recipe.start) : target[$0 - 1] })
    return update.run() ? update.read(loss)[0] : nil
  }
}

// MARK: - Asking

extension SequenceToSequence {
  /// What the decoder writes: at each position the most likely token after those it wrote before;
  /// the lower one of two that are equally likely.
  ///
  /// - Parameters:
  ///   - source: `[count, sourceLength]` tokens.
  ///   - length: tokens to write, at least 1; default the target's.
  /// - Returns: `[count, length]` tokens.
  /// - Throws: `ShapeError` if there are fewer than one row or token, too many to count, or not as
  ///   many numbers as said.
  public func answers(
    to source: [Float], count: Int, length: Int? = nil
  ) throws(ShapeError) -> [Float] {
    let shape = Shape(count, length ?? recipe.targetLength)
    guard shape.isValid else { throw .invalid(operation: "answers", shape) }
    var states = try read(source, count: count)
    let writer = try Writer(recipe, rows: count, store, machine)
    var previous = [Float](repeating: Float(recipe.start), count: count)
    var written = [Float](repeating: 0, count: shape.count)
    for position in 0..<shape[1] {
      previous = writer.write(after: previous, &states)
      for row in 0..<count { written[row * shape[1] + position] = previous[row] }
    }
    return written
  }

  /// The numbers of the states after reading, in the order in which a writer takes them.
  private func read(_ source: [Float], count: Int) throws(ShapeError) -> [[Float]] {
    var model = SequenceToSequenceGraph(recipe)
    let encoder = try model.encoder(rows: count, length: recipe.sourceLength)
    let last = encoder.states.flatMap { $0.values }
    let program = Program(
      model.graph, keep: last, parameters: store, evaluating: true, machine: machine)
    try program.write(encoder.source, all: source, as: "source")
    program.run()
    return last.map { program.read($0) }
  }

  /// The decoder for one position.
  private struct Writer {
    let previous: Value
    let logits: Value
    let before: [Value]
    let after: [Value]
    let program: Program
    let vocabulary: Int

    init(
      _ recipe: Recipe, rows: Int, _ store: ParameterStore, _ machine: Machine
    ) throws(ShapeError) {
      var model = SequenceToSequenceGraph(recipe)
      // The encoder comes first, so that parameters have the numbers that they have in training.
      _ = try model.encoder(rows: 1, length: 1)
      let initial = try model.states(rows: rows)
      let decoder = try model.decoder(rows: rows, length: 1, from: initial)
      before = initial.flatMap { $0.values }
      after = decoder.states.flatMap { $0.values }
      (previous, logits) = (decoder.previous, decoder.logits)
      vocabulary = recipe.targetVocabulary
      program = Program(
        model.graph, keep: [logits] + after, parameters: store, evaluating: true, machine: machine)
    }

    /// Writes one token of each row, and brings the states to after it.
    func write(after tokens: [Float], _ states: inout [[Float]]) -> [Float] {
      program.write(previous, tokens)
      for (value, numbers) in zip(before, states) { program.write(value, numbers) }
      program.run()
      states = after.map { program.read($0) }
      let numbers = program.read(logits)
      return tokens.indices.map { row in
        let likely = (0..<vocabulary).reduce(0) {
          numbers[row * vocabulary + $1] > numbers[row * vocabulary + $0] ? $1 : $0
        }
        return Float(likely)
      }
    }
  }
}

extension RecurrentState {
  /// h, and c of an LSTM.
  fileprivate var values: [Value] { cell.map { [hidden, $0] } ?? [hidden] }
}
