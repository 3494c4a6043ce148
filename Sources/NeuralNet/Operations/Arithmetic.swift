public import Kernels

/// `y = a + b`, element by element; operands of other shapes are repeated as `Shape.broadcast` says.
public final class Add: Operation {
  static let shared = Add()
  /// The sum of two values.
  public init() {}
  /// "add".
  public var name: Name { "add" }
  /// The sum may lie where `a` lay.
  public var traits: Traits { Traits(inPlaceInput: 0) }

  /// That of both operands, repeated.
  public func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { try name.broadcast(inputs) }

  /// One step.
  public func emit(_ site: Site, into steps: inout [Step]) {
    steps.append(site.combine(combineAdd, ofEqual: site.kernels.add))
  }

  /// `da = dy`, `db = dy`, each summed over the axes along which the operand was repeated.
  public func gradient(_ graph: inout Graph, _ y: Value, _ dy: Value) -> [Value?] {
    graph.operandGradients(y, dy, dy)
  }
}

/// `y = a − b`, element by element; operands of other shapes are repeated as `Shape.broadcast` says.
public final class Subtract: Operation {
  static let shared = Subtract()
  /// The difference of two values.
  public init() {}
  /// "subtract".
  public var name: Name { "subtract" }
  /// The difference may lie where `a` lay.
  public var traits: Traits { Traits(inPlaceInput: 0) }

  /// That of both operands, repeated.
  public func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { try name.broadcast(inputs) }

  /// One step.
  public func emit(_ site: Site, into steps: inout [Step]) {
    steps.append(site.combine(combineSubtract))
  }

  /// `da = dy`, `db = −dy`.
  public func gradient(_ graph: inout Graph, _ y: Value, _ dy: Value) -> [Value?] {
    graph.operandGradients(y, dy, graph.insert(.scaled(by: -1), dy))
  }
}

/// `y = a b`, element by element; operands of other shapes are repeated as `Shape.broadcast` says.
public final class Multiply: Operation {
  static let shared = Multiply()
  /// The product of two values, element by element.
  public init() {}
  /// "multiply".
  public var name: Name { "multiply" }
  /// The product may lie where `a` lay.
  public var traits: Traits { Traits(inPlaceInput: 0) }

  /// That of both operands, repeated.
  public func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { try name.broadcast(inputs) }

  /// One step.
  public func emit(_ site: Site, into steps: inout [Step]) {
    steps.append(site.combine(combineMultiply, ofEqual: site.kernels.multiply))
  }

  /// `da = dy b`, `db = dy a`.
  public func gradient(_ graph: inout Graph, _ y: Value, _ dy: Value) -> [Value?] {
    let a = graph[y].inputs[0], b = graph[y].inputs[1], shape = graph.shape(y)
    let da = graph.insert(self, [dy, b], shape), db = graph.insert(self, [dy, a], shape)
    return graph.operandGradients(y, da, db)
  }
}

/// `y = a / b`, element by element; operands of other shapes are repeated as `Shape.broadcast` says.
public final class Divide: Operation {
  static let shared = Divide()
  /// The quotient of two values, element by element.
  public init() {}
  /// "divide".
  public var name: Name { "divide" }
  /// The quotient may lie where `a` lay.
  public var traits: Traits { Traits(inPlaceInput: 0) }

  /// That of both operands, repeated.
  public func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { try name.broadcast(inputs) }

  /// One step.
  public func emit(_ site: Site, into steps: inout [Step]) {
    steps.append(site.combine(combineDivide))
  }

  /// `da = dy / b`, `db = −da y`.
  public func gradient(_ graph: inout Graph, _ y: Value, _ dy: Value) -> [Value?] {
    let shape = graph.shape(y)
    let da = graph.insert(self, [dy, graph[y].inputs[1]], shape)
    let product = graph.insert(Multiply.shared, [da, y], shape)
    return graph.operandGradients(y, da, graph.insert(.scaled(by: -1), product))
  }
}

/// `y = a s`, `s` one number that is a value too.
final class Scale: Operation {
  static let shared = Scale()
  var name: Name { "scale" }
  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { inputs[0] }
  func emit(_ site: Site, into steps: inout [Step]) {
    steps.append(site.elementwise(site.kernels.scale))
  }
}

/// `y = x`, in memory of its own.
final class Copy: Operation {
  static let shared = Copy()
  var name: Name { "copy" }
  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { inputs[0] }
  func emit(_ site: Site, into steps: inout [Step]) {
    steps.append(site.elementwise(site.kernels.copy))
  }
}

extension Name {
  /// The shape, if both operands have it.
  func requireEqual(_ expected: Shape, _ found: Shape) throws(ShapeError) -> Shape {
    guard expected == found else {
      throw .mismatch(operation: self, expected: expected, found: found)
    }
    return expected
  }
}
