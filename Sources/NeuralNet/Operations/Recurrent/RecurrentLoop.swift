import Kernels

/// A recurrent cell over whole sequences, forward in time or back.
///
/// Inputs: `x W + b` of all times `[B, T, G H]`, the weights of the states `[H, G H]`, for a GRU
/// their bias `[G H]`; then, if the states do not begin with zeros, h `[B, H]` and for an LSTM c.
///
/// The product with x is a node of its own, one for all times; so are those of the weights'
/// gradients. What is left is a loop over time for each row of the batch, one step: a thread goes
/// through it without waiting for others.
final class RecurrentLoop: Operation {
  /// The results, and what else the steps write.
  enum Part {
    static let gates = 0, sequence = 1, state = 2, cell = 3, hidden = 4, previous = 5, kept = 6
    static let packed = 7
  }

  let cell: RecurrentCell
  let inReverse: Bool
  /// Whether the states of all times are wanted, rather than the last one.
  let givesSequence: Bool

  init(_ cell: RecurrentCell, inReverse: Bool, givesSequence: Bool) {
    self.cell = cell
    self.inReverse = inReverse
    self.givesSequence = givesSequence
  }

  var name: Name { cell.name }
  var traits: Traits { Traits(needsExtras: true, inPlaceInput: 0) }

  private var stateInput: Int { cell == .gru ? 3 : 2 }

  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape {
    let x = inputs[0]
    let units = x.columns / cell.gates
    try requireEqual(Shape(units, x.columns), inputs[1])
    for state in inputs.dropFirst(stateInput) { try requireEqual(Shape(x[0], units), state) }
    return x
  }

  private func requireEqual(_ expected: Shape, _ found: Shape) throws(ShapeError) {
    _ = try name.requireEqual(expected, found)
  }

  func extras(_ inputs: [Shape], _ x: Shape) -> [Shape] {
    let units = inputs[1].rows
    let state = Shape(x[0], units)
    let sequence = Shape(x[0], x[1], units)
    let none = Shape.scalar
    return [
      givesSequence ? sequence : none, state, cell == .lstm ? state : none,
      Shape(x[0], x.columns), sequence,
      cell.keptValues == 0 ? none : Shape(x[0], x[1], cell.keptValues * units),
      packedShape(depth: units, columns: x.columns),
    ]
  }

  func multiplyAdds(_ inputs: [Shape], _ shape: Shape) -> Int { shape.count * inputs[1].rows }

  func emit(_ site: Site, into steps: inout [Step]) {
    let units = site.shapes[1].rows
    let isTraining = !site.isEvaluating
    var loop = site.recurrentStep(cell.kernel(site.kernels), units: units)
    loop.extra = givesSequence ? site.extras[Part.sequence - 1] : nil
    loop.start = cell == .gru ? UnsafePointer(site.inputs[2]) : nil
    loop.function = cell == .relu ? functionRelu : functionTanh
    loop.recurrence = Recurrence(
      state: site.extras[Part.state - 1],
      cell: cell == .lstm ? site.extras[Part.cell - 1] : nil,
      hidden: site.extras[Part.hidden - 1],
      previous: isTraining ? site.extras[Part.previous - 1] : nil,
      kept: isTraining && cell.keptValues > 0 ? site.extras[Part.kept - 1] : nil,
      packed: UnsafePointer(site.extras[Part.packed - 1]), inReverse: inReverse ? 1 : 0)
    let states = site.inputs.dropFirst(stateInput).map { UnsafePointer($0) }
    steps += site.recurrentSteps(
      loop, from: states.first, states.count > 1 ? states[1] : nil, transposed: false)
  }

  /// Back through time; the gradients of the weights are products over all rows and times.
  func gradients(_ graph: inout Graph, _ y: Value, _ dys: [Value?]) -> [Value?] {
    let dy = dys[Part.sequence]
    let dh = dys[Part.state]
    let dc = dys[Part.cell]
    guard dy != nil || dh != nil || dc != nil else { return [] }
    let inputs = graph[y].inputs
    let gates = graph.shape(y)
    let weights = graph.shape(inputs[1])
    let state = Shape(gates[0], weights.rows)
    let none = Shape.scalar
    let previous = Value(index: y.index, part: Part.previous)
    let operation = RecurrentGradient(
      cell, inReverse: inReverse, hasGradient: [dy != nil, dh != nil, dc != nil])
    let back = graph.insert(
      operation,
      [y, inputs[1], Value(index: y.index, part: Part.kept), previous]
        + [dy, dh, dc].compactMap { $0 }, gates,
      extras: [
        state, cell == .lstm ? state : none, cell == .gru ? gates : none,
        packedShape(depth: weights.columns, columns: weights.rows),
      ])
    let ofStates = cell == .gru ? Value(index: back.index, part: 3) : back
    var all: [Value?] = [back, graph.insert(Matmul(.a), [previous, ofStates], weights)]
    if cell == .gru { all.append(graph.insert(SumRows.shared, [ofStates], Shape(gates.columns))) }
    for part in 1..<3 where all.count < inputs.count {
      all.append(Value(index: back.index, part: part))
    }
    return all
  }
}

/// The gradient of `x W + b`, and of the states at the beginning.
///
/// Inputs: gates, weights, what was kept, the states before each time; then the gradients of the
/// sequence, of the last h and of the last c, as far as there are any.
final class RecurrentGradient: Operation {
  let cell: RecurrentCell
  let inReverse: Bool
  let hasGradient: [Bool]

  init(_ cell: RecurrentCell, inReverse: Bool, hasGradient: [Bool]) {
    self.cell = cell
    self.inReverse = inReverse
    self.hasGradient = hasGradient
  }

  var name: Name { cell.name }
  var traits: Traits { Traits(needsExtras: true, inPlaceInput: 0) }
  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { inputs[0] }
  func multiplyAdds(_ inputs: [Shape], _ shape: Shape) -> Int { shape.count * inputs[1].rows }

  /// The gradient of the sequence (0), of h (1), of c (2).
  private func gradient(_ index: Int, _ site: Site) -> UnsafePointer<Float>? {
    guard hasGradient[index] else { return nil }
    return UnsafePointer(site.inputs[4 + hasGradient[..<index].filter { $0 }.count])
  }

  func emit(_ site: Site, into steps: inout [Step]) {
    var loop = site.recurrentStep(cell.gradientKernel(site.kernels), units: site.shapes[1].rows)
    loop.start = gradient(0, site)
    loop.other = UnsafePointer(site.inputs[2])
    loop.extra = nil
    loop.function = cell == .relu ? functionReluGradient : functionTanhGradient
    loop.recurrence = Recurrence(
      state: site.extras[0], cell: cell == .lstm ? site.extras[1] : nil,
      hidden: cell == .gru ? site.extras[2] : nil, previous: site.inputs[3], kept: nil,
      packed: UnsafePointer(site.extras[3]), inReverse: inReverse ? 1 : 0)
    steps += site.recurrentSteps(
      loop, from: gradient(1, site), gradient(2, site), transposed: true)
  }
}

/// Memory for weights in the order in which products read them: whole vectors of columns.
private func packedShape(depth: Int, columns: Int) -> Shape {
  Shape(depth * ((columns + 15) / 16 * 16))
}

extension Site {
  /// A loop over time for all rows of the batch.
  fileprivate func recurrentStep(_ run: @escaping Kernel, units: Int) -> Step {
    let rows = shape[0]
    let perUnit = Int(ROWS_PER_UNIT)
    let isSmall = shape.count * units < 4 * Int(SCRATCH_COUNT)
    var step = step(run, units: isSmall ? 1 : (rows + perUnit - 1) / perUnit)
    step.rows = Int32(rows)
    step.columns = Int32(units)
    step.depth = Int32(shape[1])
    return step
  }

  /// The loop after what it needs: the weights packed, the states at its beginning.
  fileprivate func recurrentSteps(
    _ loop: Step, from h: UnsafePointer<Float>?, _ c: UnsafePointer<Float>?, transposed: Bool
  ) -> [Step] {
    var pack = Step()
    pack.run = kernels.packWeights
    pack.b = loop.b
    pack.out = UnsafeMutablePointer(mutating: loop.recurrence.packed)
    pack.depth = Int32(transposed ? shapes[1].columns : shapes[1].rows)
    pack.columns = Int32(transposed ? shapes[1].rows : shapes[1].columns)
    pack.transposeB = transposed ? 1 : 0
    pack.units = 1
    var start = loop
    start.run = kernels.startStates
    start.out = loop.recurrence.state
    start.extra = loop.recurrence.cell
    start.a = h
    start.b = c
    start.start = nil
    start.other = nil
    var loop = loop
    loop.sharesRows = 1
    return [pack, start, loop]
  }
}
