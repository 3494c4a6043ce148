/// Operations and how they feed each other; a node comes after its inputs.
///
/// A graph knows the batch size. It is made from a model's layers, grows by differentiation, and is
/// turned into a `Program` to run.
public struct Graph {
  /// All nodes, in an order in which they can be computed.
  public private(set) var nodes: [Node] = []
  /// The parameters, in the order in which the layers made them.
  public private(set) var parameters: [Value] = []
  /// What each parameter is, in the same order.
  public private(set) var parameterInfo: [ParameterInfo] = []
  /// The layer that new nodes belong to.
  var layer = 0
  var isDifferentiating = false
  /// The parameter that the next layer uses again, while a model is applied a second time.
  private var reused: Int?

  /// A graph without nodes.
  public init() { nodes.reserveCapacity(32) }

  /// The node that makes a value.
  public subscript(value: Value) -> Node { nodes[value.index] }

  /// The shape of a value.
  public func shape(_ value: Value) -> Shape { nodes[value.index].shapes[value.part] }

  /// Adds an operation on values of the graph.
  ///
  /// - Throws: `ShapeError` if it cannot work on their shapes.
  public mutating func add(
    _ operation: any Operation, _ inputs: [Value]
  ) throws(ShapeError) -> Value {
    var shapes: [Shape] = []
    for input in inputs { shapes.append(shape(input)) }
    let result = try operation.shape(shapes)
    guard result.isValid else { throw .invalid(operation: operation.name, result) }
    return append(operation, inputs, [result] + operation.extras(shapes, result))
  }

  /// Adds a node of a gradient rule, whose shape follows from that of the forward node.
  mutating func insert(
    _ operation: any Operation, _ inputs: [Value], _ shape: Shape
  ) -> Value {
    append(operation, inputs, [shape])
  }

  /// Adds a value that is written, or bound to memory, from outside.
  ///
  /// - Throws: `ShapeError.invalid` if an axis is shorter than 1.
  public mutating func input(_ shape: Shape) throws(ShapeError) -> Value {
    guard shape.isValid else { throw .invalid(operation: "input", shape) }
    return append(Input.shared, [], [shape])
  }

  /// Adds a parameter, or takes the next one again while weights are shared.
  ///
  /// - Throws: `ShapeError.invalid` if an axis is shorter than 1.
  public mutating func parameter(
    _ shape: Shape, _ role: ParameterInfo.Role, fanIn: Int, fanOut: Int
  ) throws(ShapeError) -> Value {
    guard shape.isValid else { throw .invalid(operation: "parameter", shape) }
    if let next = reused, next < parameters.count {
      let value = parameters[next], known = self.shape(value)
      guard known == shape else {
        throw .mismatch(operation: "parameter", expected: known, found: shape)
      }
      reused = next + 1
      return value
    }
    let value = append(Parameter.shared, [], [shape])
    parameters.append(value)
    parameterInfo.append(
      ParameterInfo(layer: layer, role: role, shape: shape, fanIn: fanIn, fanOut: fanOut))
    return value
  }

  /// Applies a model: each layer to the result of the one before.
  ///
  /// - Parameter first: the number of the model's first parameter, if it was applied before and is
  ///   to use the same parameters again.
  /// - Returns: the result of each layer; the last one is the model's.
  /// - Throws: `ShapeError` of the first layer that does not fit.
  public mutating func apply(
    _ layers: [Layer], to input: Value, reusing first: Int? = nil
  ) throws(ShapeError) -> [Value] {
    reused = first
    defer {
      reused = nil
      layer = 0
    }
    var results: [Value] = []
    var x = input
    for index in layers.indices {
      layer = index
      x = try layers[index].build(&self, x)
      results.append(x)
    }
    return results
  }

  /// `a + b`. A product that was made as node `fresh` or later and that nobody reads yet begins its
  /// sums with `a` instead: no step, and one rounding less.
  mutating func accumulate(_ a: Value, _ b: Value, fresh: Int) -> Value {
    let node = nodes[b.index]
    let isOurs = b.index >= fresh && a.index < b.index && node.inputs.count == 2
    if isOurs, node.operation.traits.takesStart, !isRead(b) {
      nodes[b.index].inputs.append(a)
      return b
    }
    return insert(Add.shared, [a, b], shape(a))
  }

  private func isRead(_ value: Value) -> Bool {
    nodes[value.index...].contains { $0.inputs.contains { $0.index == value.index } }
  }

  private mutating func append(
    _ operation: any Operation, _ inputs: [Value], _ shapes: [Shape]
  ) -> Value {
    nodes.append(
      Node(
        operation: operation, inputs: inputs, shapes: shapes, layer: layer,
        isGradient: isDifferentiating))
    return Value(index: nodes.count - 1)
  }
}
