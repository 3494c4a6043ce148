/// What a recurrent layer hands on.
public enum RecurrentOutput: Sendable {
  /// The states of all times, `[batch, time, units]`.
  case sequence
  /// The state at the end, `[batch, units]`; with both directions, each at its own end.
  case last
}

extension Layer {
  /// `h_t = tanh(x_t W + b + h_{t−1} W + b)`, or max(…, 0).
  ///
  /// - Shapes: x `[batch, time, features]`, y `[batch, time, units]` or `[batch, units]`; twice as
  ///   many units with both directions.
  /// - Parameters:
  ///   - units: numbers in a state, at least 1.
  ///   - isRelu: whether negative numbers become 0 instead of tanh; default false.
  ///   - layers: layers on top of each other, at least 1; default 1.
  ///   - bidirectional: whether the sequence is read from both ends; default false.
  ///   - returns: all states or the last one; default `.sequence`.
  ///   - dropout: the share of numbers dropped between layers, in [0, 1); default 0.
  /// - Source: Finding structure in time, Elman 1990, in the form of PyTorch's `nn.RNN`.
  public static func rnn(
    _ units: Int, relu isRelu: Bool = false, layers: Int = 1, bidirectional: Bool = false,
    returns output: RecurrentOutput = .sequence, dropout: Float = 0
  ) -> Layer {
    let stack = RecurrentStack(
      isRelu ? .relu : .tanh, units: units, layers: layers, isBidirectional: bidirectional,
      dropout: dropout)
    let numbers: [Float] = [Float(units), isRelu ? 1 : 0, Float(layers), bidirectional ? 1 : 0]
    return Layer("rnn", numbers + [output == .sequence ? 0 : 1, dropout]) {
      graph, x throws(ShapeError) in try stack.add(to: &graph, x, returning: output)
    }
  }

  /// A long short-term memory, gates i, f, g, o: `c_t = σ(f) c_{t−1} + σ(i) tanh g`,
  /// `h_t = σ(o) tanh c_t`.
  ///
  /// - Shapes: x `[batch, time, features]`, y `[batch, time, units]` or `[batch, units]`; twice as
  ///   many units with both directions.
  /// - Parameters:
  ///   - units: numbers in a state, at least 1.
  ///   - layers: layers on top of each other, at least 1; default 1.
  ///   - bidirectional: whether the sequence is read from both ends; default false.
  ///   - forgetBias: added to the forget gate's bias before training, so that it starts by
  ///     remembering; default 0.
  ///   - returns: all states or the last one; default `.sequence`.
  ///   - dropout: the share of numbers dropped between layers, in [0, 1); default 0.
  /// - Source: Long short-term memory, Hochreiter and Schmidhuber 1997, with the forget gate of Gers
  ///   et al. 2000, in the form of PyTorch's `nn.LSTM`.
  public static func lstm(
    _ units: Int, layers: Int = 1, bidirectional: Bool = false, forgetBias: Float = 0,
    returns output: RecurrentOutput = .sequence, dropout: Float = 0
  ) -> Layer {
    let stack = RecurrentStack(
      .lstm, units: units, layers: layers, isBidirectional: bidirectional, forgetBias: forgetBias,
      dropout: dropout)
    let numbers: [Float] = [Float(units), Float(layers), bidirectional ? 1 : 0, forgetBias]
    return Layer("lstm", numbers + [output == .sequence ? 0 : 1, dropout]) {
      graph, x throws(ShapeError) in try stack.add(to: &graph, x, returning: output)
    }
  }

  /// A gated recurrent unit, gates r, z, n: `n = tanh(x_t W + b + σ(r) (h_{t−1} W + b))`,
  /// `h_t = (1 − σ(z)) n + σ(z) h_{t−1}`.
  ///
  /// - Shapes: x `[batch, time, features]`, y `[batch, time, units]` or `[batch, units]`; twice as
  ///   many units with both directions.
  /// - Parameters:
  ///   - units: numbers in a state, at least 1.
  ///   - layers: layers on top of each other, at least 1; default 1.
  ///   - bidirectional: whether the sequence is read from both ends; default false.
  ///   - returns: all states or the last one; default `.sequence`.
  ///   - dropout: the share of numbers dropped between layers, in [0, 1); default 0.
  /// - Source: Learning phrase representations using RNN encoder–decoder, Cho et al. 2014, with the
  ///   reset after the product, as in PyTorch's `nn.GRU`.
  public static func gru(
    _ units: Int, layers: Int = 1, bidirectional: Bool = false,
    returns output: RecurrentOutput = .sequence, dropout: Float = 0
  ) -> Layer {
    let stack = RecurrentStack(
      .gru, units: units, layers: layers, isBidirectional: bidirectional, dropout: dropout)
    let numbers: [Float] = [Float(units), Float(layers), bidirectional ? 1 : 0]
    return Layer("gru", numbers + [output == .sequence ? 0 : 1, dropout]) {
      graph, x throws(ShapeError) in try stack.add(to: &graph, x, returning: output)
    }
  }
}

extension RecurrentStack {
  /// Adds the layers; the last layer's states are the result, those of both directions side by side.
  fileprivate func add(
    to graph: inout Graph, _ x: Value, returning output: RecurrentOutput
  ) throws(ShapeError) -> Value {
    let result = try add(to: &graph, x, givesSequence: output == .sequence)
    if let sequence = result.sequence { return sequence }
    let last = result.states.suffix(isBidirectional ? 2 : 1).map { $0.hidden }
    return last.count == 1 ? last[0] : try graph.add(Concatenate(), last)
  }
}
