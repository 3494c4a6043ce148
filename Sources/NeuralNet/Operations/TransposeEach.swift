import Kernels

/// The transpose of each matrix of a batch: the innermost axis becomes the first one of its row.
///
/// - Shapes: x `[batch, rows, columns]`, rows being all axes between; y `[batch, columns, rows]`.
final class TransposeEach: Operation {
  let target: Shape
  /// - Parameter target: the shape of the result, which has as many elements.
  init(to target: Shape) { self.target = target }
  var name: Name { "transpose" }

  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { target }

  func emit(_ site: Site, into steps: inout [Step]) {
    let x = site.shapes[0]
    var step = site.step(
      site.kernels.transposeEach, units: x.count < splitElements ? 1 : x[0])
    step.depth = Int32(x[0])
    step.rows = Int32(x.rows / x[0])
    step.columns = Int32(x.columns)
    steps.append(step)
  }

  func gradient(_ graph: inout Graph, _ y: Value, _ dy: Value) -> [Value?] {
    let x = graph.shape(graph[y].inputs[0]), rows = x.rows / x[0]
    let matrices = Shape(x[0], x.columns, rows)
    let shaped = graph.insert(Reshape(matrices), [dy], matrices)
    return [graph.insert(TransposeEach(to: x), [shaped], x)]
  }
}
