/// One entry of a model: a plain value that can be printed and compared, and how it writes the graph.
///
/// A model is an array: `[.dense(16), .tanh, .dense(1)]`.
public struct Layer: Equatable, Sendable {
  /// What kind of layer it is.
  public let name: Name
  /// Its numbers: units, a slope; in the order of its factory's arguments.
  public let numbers: [Float]
  /// The models within it, as the body of a residual connection.
  public let branches: [[Layer]]
  /// The activation, if it is one.
  public let activation: Activation?
  /// Whether training leaves its parameters as they are; default false.
  public private(set) var isFrozen = false
  let build: @Sendable (inout Graph, Value) throws(ShapeError) -> Value

  /// Describes a kind of layer.
  ///
  /// - Parameters:
  ///   - name: what reports call it; layers of one name, the same numbers and equal branches are
  ///     equal.
  ///   - branches: the models within it.
  ///   - build: adds its nodes, reading the given value, and returns its result.
  public init(
    _ name: Name, _ numbers: [Float] = [], branches: [[Layer]] = [],
    build: @escaping @Sendable (inout Graph, Value) throws(ShapeError) -> Value
  ) {
    self.init(name, numbers, branches: branches, activation: nil, build: build)
  }

  init(
    _ name: Name, _ numbers: [Float], branches: [[Layer]] = [], activation: Activation?,
    build: @escaping @Sendable (inout Graph, Value) throws(ShapeError) -> Value
  ) {
    self.name = name
    self.numbers = numbers
    self.branches = branches
    self.activation = activation
    self.build = build
  }

  /// The same layer, whose parameters training leaves as they are.
  public func frozen() -> Layer {
    var layer = self
    layer.isFrozen = true
    return layer
  }

  /// Whether both are the same kind with the same numbers, and equal models within.
  public static func == (a: Layer, b: Layer) -> Bool {
    a.name == b.name && a.numbers == b.numbers && a.activation == b.activation
      && a.branches == b.branches && a.isFrozen == b.isFrozen
  }
}
