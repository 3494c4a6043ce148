/// `e^x`.
public func exp(_ x: Formula) -> Formula { x.applying(.exp) }
/// The natural logarithm.
public func log(_ x: Formula) -> Formula { x.applying(.log) }
/// `√x`.
public func sqrt(_ x: Formula) -> Formula { x.applying(.squareRoot) }
/// `x²`.
public func square(_ x: Formula) -> Formula { x.applying(.square) }
/// `1 / x`.
public func reciprocal(_ x: Formula) -> Formula { x.applying(.reciprocal) }
/// `|x|`; its gradient is 0 where x is 0.
public func abs(_ x: Formula) -> Formula { x.applying(.magnitude) }
/// An activation that works element by element.
public func apply(_ activation: Activation, _ x: Formula) -> Formula {
  Formula { graph throws(ShapeError) in try activation.add(to: &graph, graph.add(x)) }
}
/// x, but at least the lower and at most the upper bound; the gradient is 0 outside.
public func clamp(_ x: Formula, _ bounds: ClosedRange<Float>) -> Formula {
  x.applying(.atLeast(bounds.lowerBound)).applying(.atMost(bounds.upperBound))
}
/// `max(a, b)`, element by element; where they are equal, each gets half of the gradient.
public func maximum(_ a: Formula, _ b: Formula) -> Formula { Formula(Maximum.shared, [a, b]) }
/// `min(a, b)`, element by element; where they are equal, each gets half of the gradient.
public func minimum(_ a: Formula, _ b: Formula) -> Formula { Formula(Minimum.shared, [a, b]) }
/// x, through which no gradient flows.
public func stopGradient(_ x: Formula) -> Formula { Formula(StopGradient.shared, [x]) }
/// x with its axes in another order.
public func permute(_ x: Formula, _ order: [Int]) -> Formula { Formula(Permute(order), [x]) }
/// x in a shape of as many elements.
public func reshape(_ x: Formula, _ shape: Shape) -> Formula { Formula(Reshape(shape), [x]) }

/// Over which axes a sum or mean is taken.
public enum ReducedAxes: Sendable {
  /// All: the result is one number.
  case all
  /// All but the innermost: the result is a row.
  case rows
  /// The innermost: the result has an axis less.
  case last
  /// The innermost, which stays with the extent 1, so that the result can be combined with x.
  case lastKept
}

/// `Σ x`, over all elements by default.
public func sum(_ x: Formula, over axes: ReducedAxes = .all) -> Formula {
  Formula { graph throws(ShapeError) in try graph.add(x).reduced(axes, isMean: false, &graph) }
}
/// `Σ x / n`, over all n elements by default.
public func mean(_ x: Formula, over axes: ReducedAxes = .all) -> Formula {
  Formula { graph throws(ShapeError) in try graph.add(x).reduced(axes, isMean: true, &graph) }
}

extension Value {
  fileprivate func reduced(
    _ axes: ReducedAxes, isMean: Bool, _ graph: inout Graph
  ) throws(ShapeError) -> Value {
    let x = graph.shape(self), count: Int, inner: Int, result: Shape
    switch axes {
    case .all: (count, inner, result) = (x.count, 1, .scalar)
    case .rows: (count, inner, result) = (x.rows, x.columns, Shape(x.columns))
    case .last: (count, inner, result) = (x.columns, 1, x.withoutColumns)
    case .lastKept: (count, inner, result) = (x.columns, 1, x.withColumns(1))
    }
    let sum = SumAxis(count: count, inner: inner, divisor: isMean ? count : 1, result: result)
    return try graph.add(sum, [self])
  }
}

extension Shape {
  /// The same without the innermost axis; of a row, one number.
  var withoutColumns: Shape {
    rank == 1 ? .scalar : Shape(axes: (0..<rank - 1).map { self[$0] })
  }
}
