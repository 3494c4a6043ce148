/// A computation graph of tensors: every value with its gradient, joined by operations.
public struct TensorGraph: Sendable {
  /// What a node is, which decides how it is drawn.
  public enum Kind: Sendable {
    /// Data: an inset box.
    case input
    /// Weights or biases: outlined.
    case parameter
    /// An intermediate result: an inset box.
    case value
    /// What the output is compared with: an inset box.
    case target
    /// The number that is differentiated: a box in the accent colour.
    case loss
    /// An operation: a circle, or a pill when its label is a word.
    case operation
  }

  /// A tensor or an operation.
  public struct Node: Sendable {
    /// What edges call it; unique in the graph.
    public var id: Int
    /// What it is.
    public var kind: Kind
    /// Its symbol: "W₁", "+", "tanh".
    public var label: Text
    /// Rows of the tensor; 1 for a vector or a number.
    public var rows: Int
    /// Columns of the tensor.
    public var columns: Int
    /// Row-major values; empty for an operation.
    public var values: [Double]
    /// Row-major derivatives of the loss; nil where none is taken.
    public var gradients: [Double]?
    /// The layer it belongs to, counted from 0: a band of the drawing when the graph is long.
    public var layer: Int
    /// The option that its values are numbers of, and where they begin in it; empty for none.
    public var option: (name: Text, start: Int) = ("", 0)

    /// A tensor `[rows, columns]`.
    public init(
      _ id: Int, _ kind: Kind, _ label: Text, rows: Int, columns: Int, values: [Double],
      gradients: [Double]?, layer: Int
    ) {
      self.id = id
      self.kind = kind
      self.label = label
      self.rows = rows
      self.columns = columns
      self.values = values
      self.gradients = gradients
      self.layer = layer
    }

    /// An operation.
    public static func operation(_ id: Int, _ label: Text, layer: Int) -> Node {
      Node(
        id, .operation, label, rows: 0, columns: 0, values: [], gradients: nil, layer: layer)
    }
  }

  /// An arrow from one node to another, by their ids.
  public struct Edge: Sendable {
    /// The id of the node it leaves.
    public var from: Int
    /// The id of the node it enters.
    public var to: Int

    /// An arrow.
    public init(_ from: Int, _ to: Int) {
      self.from = from
      self.to = to
    }
  }

  /// In the order of computation: no edge leads to an earlier node.
  public var nodes: [Node]
  /// Which node feeds which.
  public var edges: [Edge]

  /// A graph; edges that name no node or lead backwards are not drawn.
  public init(nodes: [Node], edges: [Edge]) {
    self.nodes = nodes
    self.edges = edges
  }
}
