public import Kernels

/// `y_j = Σ_i x_ij`: the rows are summed in 4 chains, by row mod 4.
///
/// - Shapes: x `[rows, columns]`, y `[columns]`.
public final class SumRows: Operation {
  static let shared = SumRows()
  /// The sum over all axes but the innermost.
  public init() {}
  /// "sumRows".
  public var name: Name { "sumRows" }

  /// A row.
  public func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { Shape(inputs[0].columns) }

  /// One step.
  public func emit(_ site: Site, into steps: inout [Step]) {
    let x = site.shapes[0]
    var step = site.step(site.kernels.sumRows, units: unitsOfColumns(x.columns, of: x.count))
    step.rows = Int32(x.rows)
    step.columns = Int32(x.columns)
    steps.append(step)
  }

  /// `dx_ij = dy_j`.
  public func gradient(_ graph: inout Graph, _ y: Value, _ dy: Value) -> [Value?] {
    let x = graph.shape(graph[y].inputs[0])
    let ones = graph.insert(Fill.one, [], Shape(x.rows, 1))
    let row = graph.insert(Reshape(Shape(1, x.columns)), [dy], Shape(1, x.columns))
    return [graph.insert(Matmul(), [ones, row], x)]
  }
}
