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
  /// What names of new parameters begin with: "2." in the third layer.
  private(set) var scope: [UInt8] = []
  /// Whether new parameters are left as they are by training.
  private(set) var isFreezing = false
  /// What a training step does besides: see `effect`.
  private(set) var effects: [(operation: any Operation, inputs: [Value])] = []
  /// Models within models, while they are applied.
  private var depth = 0
  /// The parameter that the next layer uses again, while a model is applied a second time.
  private var reused: Int?
  /// Operations that draw random numbers so far.
  private var salts: UInt32 = 0

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
    _ operation: any Operation, _ inputs: [Value], _ shape: Shape, extras: [Shape] = []
  ) -> Value {
    append(operation, inputs, [shape] + extras)
  }

  /// The same for a node with several results.
  mutating func insert(
    _ operation: any Operation, _ inputs: [Value], shapes: [Shape]
  ) -> Value {
    append(operation, inputs, shapes)
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
  /// - Parameters:
  ///   - role: what it is for; decides whether weight decay and initializers touch it.
  ///   - fanIn: inputs of one unit.
  ///   - fanOut: units that one input feeds.
  ///   - start: what it is before training; default drawn by the initializer.
  ///   - name: what PyTorch calls it within its layer; default "weight" or "bias".
  ///   - suffix: what follows the name, as "_l0" does in the first layer of several.
  ///   - pytorchAxes: for each axis of PyTorch's layout, which of ours it is; default that of
  ///     `ParameterInfo`.
  /// - Throws: `ShapeError.invalid` if an axis is shorter than 1.
  public mutating func parameter(
    _ shape: Shape, _ role: ParameterInfo.Role, fanIn: Int, fanOut: Int,
    start: ParameterInfo.Start = .drawn, named name: StaticString? = nil,
    suffix: [UInt8] = [], pytorchAxes: [Int]? = nil
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
    let ownName = name ?? (role == .bias ? "bias" : "weight")
    parameters.append(value)
    parameterInfo.append(
      ParameterInfo(
        layer: layer, role: role, shape: shape, fanIn: fanIn, fanOut: fanOut, start: start,
        isTrainable: !isFreezing, name: scope + ownName.bytes + suffix,
        pytorchAxes: pytorchAxes))
    return value
  }

  /// Adds numbers that are measured rather than learnt, as a running mean: they lie with the
  /// parameters, have no gradient, and change by an `effect`.
  ///
  /// - Throws: `ShapeError.invalid` if an axis is shorter than 1.
  public mutating func state(
    _ shape: Shape, startingAt value: Float, named name: StaticString
  ) throws(ShapeError) -> Value {
    try parameter(
      shape, .state, fanIn: 1, fanOut: 1, start: .constant(value), named: name)
  }

  /// Has every training step do something more, after it has found all gradients finite and before
  /// it changes parameters: the operation writes into its inputs, and its result is not read.
  public mutating func effect(_ operation: any Operation, _ inputs: [Value]) {
    effects.append((operation, inputs))
  }

  /// A number that no other random operation of this graph has.
  ///
  /// It depends on the order in which operations are added alone, so a graph that is built again, as
  /// for another number of rows, draws the same.
  mutating func nextSalt() -> UInt32 {
    salts += 1
    return salts
  }

  /// Makes nodes of the effects; they come last, as a plan runs nodes in order.
  mutating func insertEffects() -> [Value] {
    let all = effects
    effects = []
    return all.map { insert($0.operation, $0.inputs, .scalar) }
  }

  /// Applies a model: each layer to the result of the one before.
  ///
  /// - Parameter first: the number of the model's first parameter, if it was applied before and is
  ///   to use the same parameters again.
  /// - Returns: the result of each layer; the last one is the model's.
  /// - Throws: `ShapeError.layer` of the first layer that does not fit.
  public mutating func apply(
    _ layers: [Layer], to input: Value, reusing first: Int? = nil
  ) throws(ShapeError) -> [Value] {
    let before = (reused: reused, layer: layer, scope: scope, isFreezing: isFreezing)
    if first != nil { reused = first }
    depth += 1
    defer {
      depth -= 1
      (reused, layer) = (first == nil ? reused : before.reused, before.layer)
      (scope, isFreezing) = (before.scope, before.isFreezing)
    }
    var results: [Value] = []
    var x = input
    for index in layers.indices {
      if depth == 1 { layer = index }
      scope = before.scope + decimal(index) + [UInt8(ascii: ".")]
      isFreezing = before.isFreezing || layers[index].isFrozen
      do throws(ShapeError) {
        x = try layers[index].build(&self, x)
      } catch {
        let shapes = [shape(input)] + results.map { shape($0) }
        throw .layer(index, layers[index].name, shapes: shapes, error)
      }
      results.append(x)
    }
    return results
  }

  /// The number of the parameter that comes next: a new one, or one that is used again.
  var nextParameter: Int { min(reused ?? parameters.count, parameters.count) }

  /// Names the parameters that `body` makes `name.…` within their layer, as PyTorch names those of a
  /// module's part.
  public mutating func scoped<Result>(
    _ name: StaticString, _ body: (inout Graph) throws(ShapeError) -> Result
  ) throws(ShapeError) -> Result {
    try scoped(name.bytes, body)
  }

  /// The same for a part that has a number among its like.
  public mutating func scoped<Result>(
    _ number: Int, _ body: (inout Graph) throws(ShapeError) -> Result
  ) throws(ShapeError) -> Result {
    try scoped(decimal(number), body)
  }

  private mutating func scoped<Result>(
    _ name: [UInt8], _ body: (inout Graph) throws(ShapeError) -> Result
  ) throws(ShapeError) -> Result {
    let before = scope
    scope += name + [UInt8(ascii: ".")]
    defer { scope = before }
    return try body(&self)
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

extension StaticString {
  /// The text in UTF-8.
  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)) }
}

/// A number that is at least 0 in decimal digits.
func decimal(_ number: Int) -> [UInt8] {
  (number < 10 ? [] : decimal(number / 10)) + [UInt8(ascii: "0") + UInt8(number % 10)]
}
