/// A result of a node.
///
/// Part 0 is the result; further parts are results too (the cell state of an LSTM), or what the
/// forward pass keeps for the gradient.
public struct Value: Equatable, Sendable {
  /// The node, counted from the first of the graph.
  public let index: Int
  /// Which of the node's results.
  public let part: Int

  init(index: Int, part: Int = 0) {
    self.index = index
    self.part = part
  }
}

/// An operation at work in a graph: what it reads, what it makes.
public struct Node {
  /// What is computed.
  public let operation: any Operation
  /// What it is computed from.
  public internal(set) var inputs: [Value]
  /// The shapes of its results, one for each part.
  public let shapes: [Shape]
  /// The layer of the model it belongs to, counted from 0; a gradient has that of its forward node.
  public let layer: Int
  /// Whether it was added by differentiation.
  public let isGradient: Bool

  /// The shape of the result.
  public var shape: Shape { shapes[0] }
}
