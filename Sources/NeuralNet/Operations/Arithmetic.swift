public import Kernels

/// `y = a + b`, element by element.
public final class Add: Operation {
  static let shared = Add()
  /// The sum of two values of one shape.
  public init() {}
  /// "add".
  public var name: Name { "add" }
  /// The sum may lie where `a` lay.
  public var traits: Traits { Traits(inPlaceInput: 0) }

  /// That of both operands.
  public func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape {
    try name.requireEqual(inputs[0], inputs[1])
  }

  /// One step.
  public func emit(_ site: Site, into steps: inout [Step]) {
    steps.append(site.elementwise(site.kernels.add))
  }

  /// `da = dy`, `db = dy`.
  public func gradient(_ graph: inout Graph, _ y: Value, _ dy: Value) -> [Value?] { [dy, dy] }
}

/// `y = a b`, element by element.
public final class Multiply: Operation {
  static let shared = Multiply()
  /// The product of two values of one shape, element by element.
  public init() {}
  /// "multiply".
  public var name: Name { "multiply" }
  /// The product may lie where `a` lay.
  public var traits: Traits { Traits(inPlaceInput: 0) }

  /// That of both operands.
  public func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape {
    try name.requireEqual(inputs[0], inputs[1])
  }

  /// One step.
  public func emit(_ site: Site, into steps: inout [Step]) {
    steps.append(site.elementwise(site.kernels.multiply))
  }

  /// `da = dy b`, `db = dy a`.
  public func gradient(_ graph: inout Graph, _ y: Value, _ dy: Value) -> [Value?] {
    let a = graph[y].inputs[0], b = graph[y].inputs[1], shape = graph.shape(y)
    return [graph.insert(self, [dy, b], shape), graph.insert(self, [dy, a], shape)]
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
