public import Kernels

/// `y = max(a, b)`, element by element, repeated as `Shape.broadcast` says; a NaN passes through.
public final class Maximum: Operation {
  static let shared = Maximum()
  /// The larger of two values, element by element.
  public init() {}
  /// "maximum".
  public var name: Name { "maximum" }

  /// That of both operands, repeated.
  public func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { try name.broadcast(inputs) }

  /// One step.
  public func emit(_ site: Site, into steps: inout [Step]) {
    steps.append(site.combine(combineMaximum))
  }

  /// `dy` for the larger one; half of it for each of two that are equal, as PyTorch has it.
  public func gradient(_ graph: inout Graph, _ y: Value, _ dy: Value) -> [Value?] {
    let a = graph[y].inputs[0], b = graph[y].inputs[1]
    return graph.operandGradients(
      y, graph.insertShare(of: a, over: b, y, dy), graph.insertShare(of: b, over: a, y, dy))
  }
}

/// `y = min(a, b)`, element by element, repeated as `Shape.broadcast` says; a NaN passes through.
public final class Minimum: Operation {
  static let shared = Minimum()
  /// The smaller of two values, element by element.
  public init() {}
  /// "minimum".
  public var name: Name { "minimum" }

  /// That of both operands, repeated.
  public func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { try name.broadcast(inputs) }

  /// One step.
  public func emit(_ site: Site, into steps: inout [Step]) {
    steps.append(site.combine(combineMinimum))
  }

  /// `dy` for the smaller one; half of it for each of two that are equal, as PyTorch has it.
  public func gradient(_ graph: inout Graph, _ y: Value, _ dy: Value) -> [Value?] {
    let a = graph[y].inputs[0], b = graph[y].inputs[1]
    return graph.operandGradients(
      y, graph.insertShare(of: b, over: a, y, dy), graph.insertShare(of: a, over: b, y, dy))
  }
}

/// What share the first operand has in a maximum: `1` where `a > b`, `½` where they are equal, else
/// `0`.
final class Share: Operation {
  static let shared = Share()
  var name: Name { "maximum" }
  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { try name.broadcast(inputs) }
  func emit(_ site: Site, into steps: inout [Step]) { steps.append(site.combine(combineShare)) }
}

extension Graph {
  /// `dy` times a's share in `max(a, b)`.
  fileprivate mutating func insertShare(
    of a: Value, over b: Value, _ y: Value, _ dy: Value
  ) -> Value {
    let share = insert(Share.shared, [a, b], shape(y))
    return insert(Multiply.shared, [dy, share], shape(y))
  }
}
