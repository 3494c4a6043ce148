import Kernels

/// `y_t = x_t + P_t`: each place in a sequence has a row of its own, the same for the whole batch.
///
/// - Shapes: x and y `[batch, time, width]` or `[time, width]`, P `[length, width]`, `length ≥ time`.
final class AddPositions: Operation {
  static let shared = AddPositions()
  var name: Name { "positions" }
  var traits: Traits { Traits(inPlaceInput: 0) }

  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape {
    let x = inputs[0], table = inputs[1]
    guard x.rank == 2 || x.rank == 3, table.columns == x.columns else {
      throw .mismatch(operation: name, expected: Shape(1, table[0], table.columns), found: x)
    }
    guard x.steps <= table[0] else {
      throw .conflict(
        operation: name, reason: "a sequence longer than the positions", found: x.steps,
        limit: table[0])
    }
    return x
  }

  func emit(_ site: Site, into steps: inout [Step]) {
    let row = site.shape.steps * site.shape.columns, rows = site.shape.count / row
    var step = site.step(
      site.kernels.addRow, units: site.shape.count < splitElements ? 1 : rows)
    step.rows = Int32(rows)
    step.columns = Int32(row)
    steps.append(step)
  }

  /// `dx = dy`, `dP_t = Σ dy_t` over the batch, 0 for places that no sequence reached.
  func gradient(_ graph: inout Graph, _ y: Value, _ dy: Value) -> [Value?] {
    [dy, graph.insert(PositionsGradient.shared, [dy], graph.shape(graph[y].inputs[1]))]
  }
}

/// `dP_t = Σ dy_t` over the batch, in 4 chains by row mod 4.
private final class PositionsGradient: Operation {
  static let shared = PositionsGradient()
  var name: Name { "positions" }
  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { inputs[0] }

  func emit(_ site: Site, into steps: inout [Step]) {
    let dy = site.shapes[0], row = dy.steps * dy.columns
    var step = site.step(site.kernels.sumRows, units: unitsOfColumns(row, of: dy.count))
    step.rows = Int32(dy.count / row)
    step.columns = Int32(row)
    steps.append(step)
    guard site.shape.count > row else { return }
    var rest = site.step(site.kernels.fill)
    rest.out = site.out + row * site.width
    rest.rows = Int32(site.shape.count - row)
    rest.s0 = 0
    steps.append(rest)
  }
}

extension Shape {
  /// The places of a sequence, `[batch, time, features]` or `[time, features]`.
  var steps: Int { self[rank - 2] }
}
