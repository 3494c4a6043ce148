import Kernels

/// `y = (x − mean) / √(variance + ε) · weight + bias` along the innermost axis, or without the mean
/// `y = x / √(mean of x² + ε) · weight`.
///
/// Part 1 keeps the mean, or 0, and `1 / √…` of each row.
///
/// - Shapes: x and y `[…, features]`, weight and bias `[features]`, part 1 `[rows, 2]`.
final class NormalizeRows: Operation {
  let name: Name
  let epsilon: Float
  let isCentred: Bool

  /// - Parameter isCentred: whether the mean is taken off.
  init(_ name: Name, epsilon: Float, isCentred: Bool) {
    self.name = name
    self.epsilon = epsilon
    self.isCentred = isCentred
  }

  var traits: Traits { Traits() }

  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape {
    for affine in inputs.dropFirst() {
      _ = try name.requireEqual(Shape(inputs[0].columns), affine)
    }
    return inputs[0]
  }

  func extras(_ inputs: [Shape], _ shape: Shape) -> [Shape] { [Shape(shape.rows, 2)] }

  func emit(_ site: Site, into steps: inout [Step]) {
    var step = site.rowwise(site.kernels.normalizeRows)
    step.start = site.inputs.count > 2 ? UnsafePointer(site.inputs[2]) : nil
    (step.s0, step.s1) = (epsilon, isCentred ? 1 : 0)
    steps.append(step)
  }

  func gradient(_ graph: inout Graph, _ y: Value, _ dy: Value) -> [Value?] {
    let inputs = graph[y].inputs, shape = graph.shape(y), kept = Value(index: y.index, part: 1)
    let affine = Array(inputs[1...].prefix(1))
    let dx = graph.insert(
      NormalizeRowsGradient(name, isCentred: isCentred), [dy, inputs[0], kept] + affine, shape)
    guard inputs.count > 1 else { return [dx] }
    let row = Shape(shape.columns)
    let dWeight = graph.insert(
      NormalizeScaleGradient(name), [dy, inputs[0], kept],
      shapes: [Shape](repeating: row, count: inputs.count - 1))
    let dBias = Value(index: dWeight.index, part: 1)
    return inputs.count > 2 ? [dx, dWeight, dBias] : [dx, dWeight]
  }
}

/// With `g = dy · weight` and `z` the normalised row: `dx = (g − mean g − z · mean(g z)) / √…`.
private final class NormalizeRowsGradient: Operation {
  let name: Name
  let isCentred: Bool
  init(_ name: Name, isCentred: Bool) {
    self.name = name
    self.isCentred = isCentred
  }

  var traits: Traits { Traits(inPlaceInput: 0) }
  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { inputs[0] }

  func emit(_ site: Site, into steps: inout [Step]) {
    var step = site.rowwise(site.kernels.normalizeRowsGradient)
    step.other = UnsafePointer(site.inputs[2])
    step.start = site.inputs.count > 3 ? UnsafePointer(site.inputs[3]) : nil
    step.s1 = isCentred ? 1 : 0
    steps.append(step)
  }
}

/// `dweight = Σ dy z` over the rows, and as part 1 `dbias = Σ dy`.
private final class NormalizeScaleGradient: Operation {
  let name: Name
  init(_ name: Name) { self.name = name }

  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { Shape(inputs[0].columns) }

  func emit(_ site: Site, into steps: inout [Step]) {
    let x = site.shapes[0]
    var step = site.step(
      site.kernels.normalizeScaleGradient, units: unitsOfColumns(x.columns, of: x.count))
    step.other = UnsafePointer(site.inputs[2])
    step.rows = Int32(x.rows)
    step.columns = Int32(x.columns)
    steps.append(step)
  }
}
