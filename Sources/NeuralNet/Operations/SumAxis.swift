public import Kernels

/// `y_ij = Σ_k x_ikj / divisor`: the sum or the mean over an axis in the middle.
///
/// - Shapes: x of `outer · count · inner` elements, y `[outer, inner]` in any shape.
final class SumAxis: Operation {
  let count: Int
  let inner: Int
  let divisor: Int
  private let result: Shape

  /// - Parameter result: the shape of y.
  init(count: Int, inner: Int, divisor: Int, result: Shape) {
    self.count = count
    self.inner = inner
    self.divisor = divisor
    self.result = result
  }

  var name: Name { divisor == 1 ? "sum" : "mean" }
  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { result }

  func emit(_ site: Site, into steps: inout [Step]) {
    let outer = site.shape.count / inner
    var step = site.step(
      site.kernels.sumAxis, units: site.shapes[0].count < splitElements ? 1 : outer)
    step.rows = Int32(outer)
    step.columns = Int32(inner)
    step.depth = Int32(count)
    step.s0 = Float(divisor)
    steps.append(step)
  }

  /// `dx_ikj = dy_ij / divisor`.
  func gradient(_ graph: inout Graph, _ y: Value, _ dy: Value) -> [Value?] {
    let x = graph.shape(graph[y].inputs[0]), outer = x.count / count / inner
    let share = divisor == 1 ? dy : graph.insert(.divided(by: Float(divisor)), dy)
    let kept = graph.insert(Reshape(Shape(outer, 1, inner)), [share], Shape(outer, 1, inner))
    let whole = Shape(outer, count, inner)
    let repeated = graph.insert(Repeat(whole), [kept], whole)
    return [graph.insert(Reshape(x), [repeated], x)]
  }
}

/// A value repeated along axes of the extent 1, or that it does not have.
public final class Repeat: Operation {
  let target: Shape
  /// - Parameter target: a shape to which the value can be broadcast.
  public init(_ target: Shape) { self.target = target }
  /// "repeat".
  public var name: Name { "repeat" }

  /// The target.
  public func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape {
    guard Shape.broadcast(inputs[0], target) == target else {
      throw .mismatch(operation: name, expected: target, found: inputs[0])
    }
    return target
  }

  /// One step.
  public func emit(_ site: Site, into steps: inout [Step]) {
    steps.append(site.combine(combineFirst))
  }

  /// `dx` is the sum of `dy` over what was repeated.
  public func gradient(_ graph: inout Graph, _ y: Value, _ dy: Value) -> [Value?] {
    [graph.sum(dy, to: graph.shape(graph[y].inputs[0]))]
  }
}
