/// Where the rows come from that tell a model the places in a sequence.
public enum PositionKind: Equatable, Sendable {
  /// Waves of different length; nothing is learnt.
  case sinusoidal
  /// A learnt row for each place.
  case learned
}

extension Layer {
  /// `y_t = x_t + P_t`: adds to each place of a sequence a row that says which place it is.
  ///
  /// Sinusoidal: `P[t, 2i] = sin(t / 10000^(2i / width))`, `P[t, 2i + 1] = cos(t / 10000^(2i / width))`.
  /// Learned: P is a parameter "weight", as that of an `nn.Embedding` with its start `N(0, 1)`.
  ///
  /// - Shapes: x and y `[batch, time, width]`, P `[length, width]`.
  /// - Parameter length: the longest sequence, at least 1, for learned positions; as long as the
  ///   sequence by default.
  /// - Source: Attention is all you need, Vaswani et al. 2017, section 3.5.
  public static func positions(_ kind: PositionKind, length: Int? = nil) -> Layer {
    let numbers = [kind == .learned ? 1 : 0, Float(length ?? 0)]
    return Layer("positions", numbers) { graph, x throws(ShapeError) in
      let shape = graph.shape(x)
      guard shape.rank == 2 || shape.rank == 3 else {
        throw .conflict(
          operation: "positions", reason: "a sequence has the axes batch, time and features",
          found: shape.rank, limit: 3)
      }
      let length = length ?? shape.steps
      guard length > 0 else { throw .outOfRange(operation: "positions", value: Float(length)) }
      let table = try graph.positions(kind, length: length, width: shape.columns, time: shape.steps)
      return try graph.add(AddPositions.shared, [x, table])
    }
  }
}

extension Graph {
  fileprivate mutating func positions(
    _ kind: PositionKind, length: Int, width: Int, time: Int
  ) throws(ShapeError) -> Value {
    switch kind {
    case .sinusoidal: try add(SinusoidalPositions(length: min(length, time), width: width), [])
    case .learned:
      try parameter(
        Shape(length, width), .weight, fanIn: length, fanOut: width,
        start: .normal(deviation: 1), pytorchAxes: [0, 1])
    }
  }
}
