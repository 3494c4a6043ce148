public import Kernels

/// The same numbers in another shape: no step, no copy.
public final class Reshape: Operation {
  let target: Shape
  /// - Parameter target: a shape of as many elements.
  public init(_ target: Shape) { self.target = target }
  /// "reshape".
  public var name: Name { "reshape" }
  /// No step.
  public var traits: Traits { Traits(isAlias: true) }

  /// The target.
  public func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape {
    guard target.count == inputs[0].count else {
      throw .mismatch(operation: name, expected: inputs[0], found: target)
    }
    return target
  }

  /// No step.
  public func emit(_ site: Site, into steps: inout [Step]) {}

  /// `dx` is `dy` in the shape of x.
  public func gradient(_ graph: inout Graph, _ y: Value, _ dy: Value) -> [Value?] {
    let shape = graph.shape(graph[y].inputs[0])
    return [graph.insert(Reshape(shape), [dy], shape)]
  }
}
