/// Recurrent layers on top of each other, in one direction or both: what `nn.RNN`, `nn.LSTM` and
/// `nn.GRU` of PyTorch are, with their names of parameters and `batch_first=True`.
///
/// A layer of a model is made by `Layer.lstm` and its like; an encoder or decoder, whose states
/// begin or end somewhere, by `add(to:_:from:)`.
public struct RecurrentStack: Equatable, Sendable {
  /// What each layer does at each time.
  public var cell: RecurrentCell
  /// Numbers in a state, at least 1.
  public var units: Int
  /// Layers, at least 1; default 1.
  public var layers = 1
  /// Whether each layer also reads the sequence from its end; default false.
  public var isBidirectional = false
  /// What is added to the bias of an LSTM's forget gate before training; default 0.
  public var forgetBias: Float = 0
  /// The share of numbers dropped between layers, in [0, 1); default 0.
  public var dropout: Float = 0

  /// Describes layers.
  public init(
    _ cell: RecurrentCell, units: Int, layers: Int = 1, isBidirectional: Bool = false,
    forgetBias: Float = 0, dropout: Float = 0
  ) {
    self.cell = cell
    self.units = units
    self.layers = layers
    self.isBidirectional = isBidirectional
    self.forgetBias = forgetBias
    self.dropout = dropout
  }

  /// Adds the layers to a graph.
  ///
  /// - Shapes: x `[batch, time, features]`, sequence `[batch, time, units]` or, with both directions,
  ///   `[batch, time, 2 units]`; states `[batch, units]`.
  /// - Parameters:
  ///   - initial: the state each layer and direction begins with, in the order of PyTorch's h_0;
  ///     default zeros.
  ///   - givesSequence: false if only states are read; then the sequence is nil.
  /// - Throws: `ShapeError` if x is no sequence, a number is out of its range, or initial states are
  ///   not as many, or not as large, as needed.
  public func add(
    to graph: inout Graph, _ x: Value, from initial: [RecurrentState] = [],
    givesSequence: Bool = true
  ) throws(ShapeError) -> RecurrentResult {
    try validate(graph.shape(x), initial.count)
    var input = x
    var states: [RecurrentState] = []
    for layer in 0..<layers {
      let isLast = layer == layers - 1
      var sequences: [Value] = []
      for direction in 0..<directions {
        let number = layer * directions + direction
        let pass = try add(
          to: &graph, input, layer: layer, inReverse: direction == 1,
          from: initial.isEmpty ? nil : initial[number], givesSequence: givesSequence || !isLast)
        states.append(pass.state)
        sequences.append(pass.sequence)
      }
      guard givesSequence || !isLast else { return RecurrentResult(sequence: nil, states: states) }
      input =
        sequences.count == 1 ? sequences[0] : try graph.add(Concatenate(), sequences)
      if !isLast { input = try graph.dropout(input, rate: dropout) }
    }
    return RecurrentResult(sequence: input, states: states)
  }

  private var directions: Int { isBidirectional ? 2 : 1 }

  private func validate(_ x: Shape, _ states: Int) throws(ShapeError) {
    guard units > 0 else { throw .outOfRange(operation: cell.name, value: Float(units)) }
    guard layers > 0 else { throw .outOfRange(operation: cell.name, value: Float(layers)) }
    guard forgetBias.isFinite else { throw .outOfRange(operation: cell.name, value: forgetBias) }
    guard dropout >= 0, dropout < 1 else {
      throw .outOfRange(operation: "dropout", value: dropout)
    }
    guard x.rank == 3 else {
      throw .conflict(
        operation: cell.name, reason: "a sequence has the axes batch, time and features",
        found: x.rank, limit: 3)
    }
    guard states == 0 || states == layers * directions else {
      throw .conflict(
        operation: cell.name, reason: "each layer and direction begins with a state of its own",
        found: states, limit: layers * directions)
    }
  }
}

/// The state of a recurrent layer in one direction.
public struct RecurrentState: Sendable {
  /// h, `[batch, units]`.
  public let hidden: Value
  /// c of an LSTM, `[batch, units]`.
  public let cell: Value?

  /// A state; without `cell`, that of an LSTM is 0.
  public init(hidden: Value, cell: Value? = nil) {
    self.hidden = hidden
    self.cell = cell
  }
}

/// What recurrent layers give.
public struct RecurrentResult: Sendable {
  /// The last layer's h at all times; nil if it was not asked for.
  public let sequence: Value?
  /// The last state of each layer and direction, in the order of PyTorch's h_n.
  public let states: [RecurrentState]
}

// MARK: - One layer in one direction

extension RecurrentStack {
  private func add(
    to graph: inout Graph, _ x: Value, layer: Int, inReverse: Bool, from initial: RecurrentState?,
    givesSequence: Bool
  ) throws(ShapeError) -> (sequence: Value, state: RecurrentState) {
    let end = [UInt8(ascii: "_"), UInt8(ascii: "l")] + decimal(layer)
    let parameters = try Parameters(
      self, in: &graph, features: graph.shape(x).columns,
      suffix: inReverse ? end + ("_reverse" as StaticString).bytes : end)
    let isGated = cell == .gru
    let bias =
      isGated
      ? parameters.inputBias
      : try graph.add(Add(), [parameters.inputBias, parameters.stateBias])
    let products = try graph.add(Matmul(), [x, parameters.inputWeight, bias])
    var inputs = [products, parameters.stateWeight] + (isGated ? [parameters.stateBias] : [])
    if let initial {
      inputs.append(initial.hidden)
      if let start = initial.cell, cell == .lstm { inputs.append(start) }
    }
    let loop = RecurrentLoop(cell, inReverse: inReverse, givesSequence: givesSequence)
    let index = try graph.add(loop, inputs).index
    func part(_ number: Int) -> Value { Value(index: index, part: number) }
    let state = RecurrentState(
      hidden: part(RecurrentLoop.Part.state),
      cell: cell == .lstm ? part(RecurrentLoop.Part.cell) : nil)
    return (part(RecurrentLoop.Part.sequence), state)
  }

  /// W and b of the inputs and of the states, all drawn from `U(±1 / √units)`.
  private struct Parameters {
    let inputWeight, stateWeight, inputBias, stateBias: Value

    init(
      _ stack: RecurrentStack, in graph: inout Graph, features: Int, suffix: [UInt8]
    ) throws(ShapeError) {
      let units = stack.units
      let columns = stack.cell.gates * units
      let bound = 1 / Float(units).squareRoot()
      let start = ParameterInfo.Start.uniform(bound: bound)
      let biasStart =
        stack.cell == .lstm && stack.forgetBias != 0
        ? ParameterInfo.Start.gates(bound: bound, forget: stack.forgetBias) : start
      inputWeight = try graph.parameter(
        Shape(features, columns), .weight, fanIn: features, fanOut: units, start: start,
        named: "weight_ih", suffix: suffix)
      stateWeight = try graph.parameter(
        Shape(units, columns), .weight, fanIn: units, fanOut: units, start: start,
        named: "weight_hh", suffix: suffix)
      inputBias = try graph.parameter(
        Shape(columns), .bias, fanIn: features, fanOut: units, start: biasStart,
        named: "bias_ih", suffix: suffix)
      stateBias = try graph.parameter(
        Shape(columns), .bias, fanIn: units, fanOut: units, start: start,
        named: "bias_hh", suffix: suffix)
    }
  }
}
