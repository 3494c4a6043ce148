/// What a parameter is, for initialisers, optimizers, diagrams and files.
public struct ParameterInfo: Equatable, Sendable {
  /// What a parameter is for.
  public enum Role: Sendable {
    /// Multiplied with the input.
    case weight
    /// Added to the result.
    case bias
    /// The factor of a normalised feature.
    case scale
    /// Measured rather than learnt, as a running mean is: it has no gradient.
    case state
  }

  /// What a parameter is before training.
  public enum Start: Equatable, Sendable {
    /// Drawn by the initializer.
    case drawn
    /// `U(-bound, bound)`, as PyTorch draws it; an initializer of the user's takes its place for
    /// weights.
    case uniform(bound: Float)
    /// The same, and `forget` is added to the second of four quarters: the forget gate of an LSTM.
    case gates(bound: Float, forget: Float)
    /// `N(0, deviation²)`, whatever the initializer.
    case normal(deviation: Float)
    /// The same number everywhere, whatever the initializer.
    case constant(Float)
  }

  /// The layer of the model it belongs to, counted from 0.
  public let layer: Int
  /// What it is for.
  public let role: Role
  /// Its shape; a dense weight is `[inputs, units]`.
  public let shape: Shape
  /// Inputs of one unit.
  public let fanIn: Int
  /// Units that one input feeds.
  public let fanOut: Int
  /// What it is before training.
  public let start: Start
  /// Whether training changes it.
  public let isTrainable: Bool
  /// What PyTorch calls it, in UTF-8: `0.weight` in a model of layers.
  public let name: [UInt8]
  /// For each axis in PyTorch's layout, which of ours it is: `[1, 0]` for a dense weight.
  public let pytorchAxes: [Int]

  /// Describes a parameter.
  ///
  /// - Parameter pytorchAxes: default the axes as they are, but for weights of two axes, which
  ///   PyTorch keeps transposed.
  public init(
    layer: Int, role: Role, shape: Shape, fanIn: Int, fanOut: Int, start: Start = .drawn,
    isTrainable: Bool = true, name: [UInt8] = [], pytorchAxes: [Int]? = nil
  ) {
    self.layer = layer
    self.role = role
    self.shape = shape
    self.fanIn = fanIn
    self.fanOut = fanOut
    self.start = start
    self.isTrainable = isTrainable && role != .state
    self.name = name
    let isTransposed = role == .weight && shape.rank == 2
    self.pytorchAxes = pytorchAxes ?? (isTransposed ? [1, 0] : Array(0..<shape.rank))
  }
}
