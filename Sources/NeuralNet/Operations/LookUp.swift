import Kernels

/// `y_i = W[token_i]`: a row of a table for each number; one that is no row gives NaN.
///
/// - Shapes: tokens `[…]`, W `[vocabulary, width]`, y `[…, width]`.
final class LookUp: Operation {
  static let shared = LookUp()
  var name: Name { "embedding" }

  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape {
    let tokens = inputs[0], width = inputs[1].columns
    switch tokens.rank {
    case 1: return Shape(tokens[0], width)
    case 2: return Shape(tokens[0], tokens[1], width)
    case 3: return Shape(tokens[0], tokens[1], tokens[2], width)
    default:
      throw .conflict(
        operation: name, reason: "token numbers with more than three axes", found: tokens.rank,
        limit: 3)
    }
  }

  func emit(_ site: Site, into steps: inout [Step]) {
    var step = site.rowwise(site.kernels.gatherRows)
    step.depth = Int32(site.shapes[1].rows)
    steps.append(step)
  }

  /// `dW[v] = Σ dy_i` over the i with token v, ascending; nothing flows to the numbers.
  func gradient(_ graph: inout Graph, _ y: Value, _ dy: Value) -> [Value?] {
    let inputs = graph[y].inputs
    return [nil, graph.insert(LookUpGradient.shared, [inputs[0], dy], graph.shape(inputs[1]))]
  }
}

/// `dW[v] = Σ dy_i` over the i whose token is v, ascending; a row without tokens gets zeros.
private final class LookUpGradient: Operation {
  static let shared = LookUpGradient()
  var name: Name { "embedding" }
  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { inputs[1] }

  func emit(_ site: Site, into steps: inout [Step]) {
    let dy = site.shapes[1]
    var step = site.step(
      site.kernels.scatterRows, units: unitsOfColumns(dy.columns, of: dy.count))
    step.rows = Int32(dy.rows)
    step.columns = Int32(dy.columns)
    step.depth = Int32(site.shape.rows)
    steps.append(step)
  }
}
