/// What a parameter is, for initialisers and diagrams.
public struct ParameterInfo: Equatable, Sendable {
  /// What a parameter is for.
  public enum Role: Sendable {
    /// Multiplied with the input.
    case weight
    /// Added to the result.
    case bias
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

  /// Describes a parameter.
  public init(layer: Int, role: Role, shape: Shape, fanIn: Int, fanOut: Int) {
    self.layer = layer
    self.role = role
    self.shape = shape
    self.fanIn = fanIn
    self.fanOut = fanOut
  }
}
