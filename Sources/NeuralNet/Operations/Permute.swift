public import Kernels

/// The same numbers with their axes in another order: `Permute([1, 0])` transposes a matrix.
public final class Permute: Operation {
  /// For each axis of the result, which of x it is.
  let order: [Int]
  /// - Parameter order: every axis of the value once, outermost first.
  public init(_ order: [Int]) { self.order = order }
  /// "permute".
  public var name: Name { "permute" }

  /// x's extents in the new order.
  public func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape {
    let x = inputs[0]
    guard order.sorted() == Array(0..<x.rank) else {
      throw .conflict(
        operation: name, reason: "the order does not name each axis once", found: order.count,
        limit: x.rank)
    }
    return Shape(axes: order.map { x[$0] })
  }

  /// One step.
  public func emit(_ site: Site, into steps: inout [Step]) {
    let missing = 4 - order.count, strides = site.shapes[0].strides
    let a = [Int](repeating: 0, count: missing) + order.map { strides[missing + $0] }
    steps.append(site.walk(combineFirst, a: a))
  }

  /// `dx` is `dy` in the old order.
  public func gradient(_ graph: inout Graph, _ y: Value, _ dy: Value) -> [Value?] {
    var inverse = order
    for (axis, old) in order.enumerated() { inverse[old] = axis }
    return [graph.insert(Permute(inverse), [dy], graph.shape(graph[y].inputs[0]))]
  }
}
