/// One entry of a model: a plain value that can be printed and compared, and how it writes the graph.
///
/// A model is an array: `[.dense(16), .tanh, .dense(1)]`.
public struct Layer: Equatable, Sendable {
  /// What kind of layer it is.
  public let name: Name
  /// Its numbers: units, a slope; in the order of its factory's arguments.
  public let numbers: SIMD4<Float>
  /// The activation, if it is one.
  public let activation: Activation?
  let build: @Sendable (inout Graph, Value) throws(ShapeError) -> Value

  /// Describes a kind of layer.
  ///
  /// - Parameters:
  ///   - name: what reports call it; layers of one name and the same numbers are equal.
  ///   - build: adds its nodes, reading the given value, and returns its result.
  public init(
    _ name: Name, _ numbers: SIMD4<Float> = .zero,
    build: @escaping @Sendable (inout Graph, Value) throws(ShapeError) -> Value
  ) {
    self.init(name, numbers, activation: nil, build: build)
  }

  init(
    _ name: Name, _ numbers: SIMD4<Float>, activation: Activation?,
    build: @escaping @Sendable (inout Graph, Value) throws(ShapeError) -> Value
  ) {
    self.name = name
    self.numbers = numbers
    self.activation = activation
    self.build = build
  }

  /// Whether both are the same kind with the same numbers.
  public static func == (a: Layer, b: Layer) -> Bool {
    a.name == b.name && a.numbers == b.numbers && a.activation == b.activation
  }
}
