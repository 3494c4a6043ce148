public import Kernels

/// `y = start + A B`: each element is one chain over k, ascending, from its start.
///
/// The start is zero, a row that is the same for all rows of the result (a bias), or a matrix of the
/// result's shape. Leading axes of A are rows.
///
/// - Shapes: A `[rows, depth]`, B `[depth, columns]`, start `[columns]` or `[rows, columns]`.
public final class Matmul: Operation {
  /// Which factor is read transposed.
  enum Transpose: Sendable { case none, a, b }
  let transpose: Transpose

  /// The product of two matrices, and a start if there is a third input.
  public convenience init() { self.init(.none) }

  init(_ transpose: Transpose) { self.transpose = transpose }

  /// "matmul".
  public var name: Name { "matmul" }
  /// Sums may begin with a third input and lie in its place; functions are applied as it stores.
  public var traits: Traits {
    Traits(appliesFunctions: true, takesStart: true, inPlaceInput: 2)
  }

  /// A's with the innermost axis that of B.
  public func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape {
    let a = inputs[0], b = inputs[1]
    guard a.columns == b.rows else {
      throw .mismatch(operation: name, expected: Shape(a.columns, b.columns), found: b)
    }
    let result = a.withColumns(b.columns)
    if inputs.count > 2, inputs[2] != Shape(b.columns), inputs[2] != result {
      throw .mismatch(operation: name, expected: Shape(b.columns), found: inputs[2])
    }
    return result
  }

  /// `rows · columns · depth`.
  public func multiplyAdds(_ inputs: [Shape], _ shape: Shape) -> Int {
    shape.count * depth(inputs)
  }

  private func depth(_ inputs: [Shape]) -> Int {
    transpose == .a ? inputs[0].rows : inputs[0].columns
  }

  /// One step.
  public func emit(_ site: Site, into steps: inout [Step]) {
    let depth = depth(site.shapes)
    var step = site.step(site.kernels.matmul, units: units(site.shape, depth: depth))
    step.rows = Int32(transpose == .a ? site.shapes[0].columns : site.shape.rows)
    step.columns = Int32(transpose == .a ? site.shapes[1].columns : site.shape.columns)
    step.depth = Int32(depth)
    step.transposeA = transpose == .a ? 1 : 0
    step.transposeB = transpose == .b ? 1 : 0
    if site.inputs.count > 2 {
      step.start = UnsafePointer(site.inputs[2])
      step.sumStart = site.shapes[2].count == site.shape.count ? startMatrix : startRow
    }
    steps.append(step)
  }

  /// Below this, a second thread costs more than it does.
  private static let splitMultiplyAdds = 60_000

  private func units(_ shape: Shape, depth: Int) -> Int {
    guard shape.count * depth >= Matmul.splitMultiplyAdds else { return 1 }
    let rows = Int(rows_per_unit(Int32(shape.rows), Int32(shape.columns)))
    return rows > 0
      ? (shape.rows + rows - 1) / rows
      : (shape.columns + Int(COLUMNS_PER_UNIT) - 1) / Int(COLUMNS_PER_UNIT)
  }

  /// `dA = dy Bᵀ`, `dB = Aᵀ dy`, `dstart = dy`, summed over the rows if the start is a row.
  public func gradient(_ graph: inout Graph, _ y: Value, _ dy: Value) -> [Value?] {
    let inputs = graph[y].inputs, a = inputs[0], b = inputs[1]
    var parts: [Value?] = [
      graph.insert(Matmul(.b), [dy, b], graph.shape(a)),
      graph.insert(Matmul(.a), [a, dy], graph.shape(b)),
    ]
    if inputs.count > 2 {
      let start = graph.shape(inputs[2])
      let isMatrix = start == graph.shape(y)
      parts.append(isMatrix ? dy : graph.insert(SumRows.shared, [dy], start))
    }
    return parts
  }
}

extension Shape {
  /// The same with another extent of the innermost axis.
  func withColumns(_ columns: Int) -> Shape {
    switch rank {
    case 1: Shape(columns)
    case 2: Shape(self[0], columns)
    case 3: Shape(self[0], self[1], columns)
    default: Shape(self[0], self[1], self[2], columns)
    }
  }
}
