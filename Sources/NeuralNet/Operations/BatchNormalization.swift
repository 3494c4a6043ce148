import Kernels

/// `y = (x − μ) · (γ / √(σ² + ε)) + β`, column by column: μ and σ² are those of the batch in training
/// and the running ones in evaluation.
///
/// A sum over rows is summed in blocks of 256 rows, each in 4 chains by row mod 4, and then over the
/// blocks. Part 1 is μ and σ² (the biased variance), part 2 sums of blocks.
///
/// - Shapes: x and y `[…, features]`; γ, β, running mean and variance `[features]`.
final class BatchNormalization: Operation {
  let epsilon: Float
  init(epsilon: Float) { self.epsilon = epsilon }

  var name: Name { "batchNorm" }
  /// Evaluation needs the statistics too, though no gradient reads them.
  var traits: Traits { Traits(appliesFunctions: true, needsExtras: true) }
  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { inputs[0] }

  func extras(_ inputs: [Shape], _ shape: Shape) -> [Shape] {
    [Shape(2, shape.columns), Shape(shape.blocks, shape.columns)]
  }

  /// The variance of a single number says nothing.
  func requireTrainable(_ inputs: [Shape]) throws(ShapeError) {
    guard inputs[0].rows > 1 else {
      throw .conflict(
        operation: name, reason: "training needs more than one row for a mean and a variance",
        found: inputs[0].rows, limit: 2)
    }
  }

  func emit(_ site: Site, into steps: inout [Step]) {
    guard let statistics = site.extras[0], let blocks = site.extras[1] else { return }
    let deviations = statistics + site.shape.columns * site.width
    if site.isEvaluating {
      steps.append(site.row(site.kernels.copy, from: site.inputs[3], to: statistics))
      steps.append(site.row(site.kernels.copy, from: site.inputs[4], to: deviations))
    } else {
      for (start, result) in [(nil, statistics), (statistics, deviations)] {
        var moments = site.blockwise(site.kernels.columnMoments)
        moments.out = blocks
        moments.start = UnsafePointer(start)
        steps.append(moments)
        steps.append(site.total(blocks, to: result, over: site.shape.rows))
      }
    }
    var step = site.blockwise(site.kernels.normalizeColumns, appliesFunction: true)
    step.start = UnsafePointer(site.inputs[2])
    step.s1 = epsilon
    steps.append(step)
  }

  func gradient(_ graph: inout Graph, _ y: Value, _ dy: Value) -> [Value?] {
    let inputs = graph[y].inputs, shape = graph.shape(y), row = Shape(shape.columns)
    let gradient = BatchNormalizationGradient(epsilon: epsilon)
    let dx = graph.insert(
      gradient, [dy, inputs[0], inputs[1], Value(index: y.index, part: 1)],
      shapes: [shape, row, row, Shape(3, shape.columns), Shape(shape.blocks, 2 * shape.columns)])
    return [dx, Value(index: dx.index, part: 1), Value(index: dx.index, part: 2), nil, nil]
  }
}

/// `dx = (dy − mean dy − x̂ mean(dy x̂)) · γ / √(σ² + ε)` with `x̂ = (x − μ) / √(σ² + ε)`; part 1 is
/// `dγ = Σ dy x̂`, part 2 `dβ = Σ dy`. In evaluation the means count as 0.
///
/// - Shapes: inputs dy, x `[…, features]`, γ `[features]`, μ and σ² `[2, features]`.
final class BatchNormalizationGradient: Operation {
  let epsilon: Float
  init(epsilon: Float) { self.epsilon = epsilon }

  var name: Name { "batchNorm" }
  var traits: Traits { Traits(appliesFunctions: true, needsExtras: true) }
  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { inputs[0] }

  func emit(_ site: Site, into steps: inout [Step]) {
    guard let scaleSlopes = site.extras[0], let shiftSlopes = site.extras[1],
      let table = site.extras[2], let blocks = site.extras[3]
    else { return }
    let row = site.shape.columns * site.width, statistics = UnsafePointer(site.inputs[3])
    var slopes = site.blockwise(site.kernels.columnSlopes)
    slopes.out = blocks
    slopes.start = statistics
    slopes.s1 = epsilon
    steps.append(slopes)
    steps.append(site.total(blocks, to: table, rows: 2))
    steps.append(site.row(site.kernels.copy, from: site.inputs[2], to: table + 2 * row))
    steps.append(site.row(site.kernels.copy, from: table, to: shiftSlopes))
    steps.append(site.row(site.kernels.copy, from: table + row, to: scaleSlopes))
    if site.isEvaluating {  // the running statistics are constants: x has no part in them
      var none = site.row(site.kernels.fill, from: table, to: table)
      none.rows = Int32(2 * site.shape.columns)
      steps.append(none)
    }
    var step = site.blockwise(site.kernels.normalizeColumnsGradient, appliesFunction: true)
    step.start = statistics
    step.extra = table
    step.s1 = epsilon
    step.s2 = Float(site.shape.rows)
    steps.append(step)
  }
}

/// `running ← (1 − momentum) running + momentum · statistic`, in an update: an effect.
///
/// - Shapes: inputs running `[features]`, statistics `[2, features]`.
final class RunningStatistic: Operation {
  /// Which row of the statistics it follows.
  enum Kind: Sendable { case mean, variance }
  let kind: Kind
  let momentum: Float
  /// Rows that a statistic is of; the running variance is the unbiased one.
  let rows: Int

  init(_ kind: Kind, momentum: Float, rows: Int) {
    self.kind = kind
    self.momentum = momentum
    self.rows = rows
  }

  var name: Name { "batchNorm" }
  func shape(_ inputs: [Shape]) throws(ShapeError) -> Shape { .scalar }

  func emit(_ site: Site, into steps: inout [Step]) {
    let count = site.shapes[0].columns
    let isVariance = kind == .variance
    var step = site.row(
      site.kernels.approach, from: site.inputs[1] + (isVariance ? count * site.width : 0),
      to: site.inputs[0])
    step.rows = Int32(count)
    step.s1 = 1 - momentum
    step.s2 = momentum * (isVariance && rows > 1 ? Float(rows) / Float(rows - 1) : 1)
    steps.append(step)
  }
}

extension Shape {
  /// Blocks of rows that are summed on their own.
  fileprivate var blocks: Int { (rows + Int(ROWS_PER_BLOCK) - 1) / Int(ROWS_PER_BLOCK) }
}

extension Site {
  /// A step over blocks of rows; only the last one of an operation applies the function.
  fileprivate func blockwise(_ run: @escaping Kernel, appliesFunction: Bool = false) -> Step {
    var step = step(run, units: shape.count < splitElements ? 1 : shape.blocks)
    step.extra = extras[0]
    if !appliesFunction { step.function = functionNone }
    return step
  }

  /// A step that adds up sums of blocks: `rows` rows of columns.
  fileprivate func total(
    _ blocks: Buffer, to out: Buffer, rows: Int = 1, over count: Int = 1
  ) -> Step {
    var step = row(kernels.addBlocks, from: blocks, to: out)
    step.rows = Int32(shape.blocks)
    step.columns = Int32(rows * shape.columns)
    step.s1 = Float(count)
    return step
  }

  /// A step from one row of columns to another.
  fileprivate func row(_ run: @escaping Kernel, from: Buffer, to out: Buffer) -> Step {
    var step = Step()
    step.run = run
    step.a = UnsafePointer(from)
    step.out = out
    step.rows = Int32(shape.columns)
    step.columns = 1
    step.units = 1
    return step
  }
}
