import Kernels

extension PlainKernels {
  /// The sum of `term` over the rows of each block and column, in 4 chains by row mod 4; `store` gets
  /// block, column and sum.
  private static func sumBlocks(
    _ s: Step, _ term: (_ row: Int, _ column: Int) -> T, _ store: (Int, Int, T) -> Void
  ) {
    let rows = Int(s.rows), perBlock = Int(ROWS_PER_BLOCK)
    for first in stride(from: 0, to: rows, by: perBlock) {
      for j in 0..<Int(s.columns) {
        var sums = [T](repeating: 0, count: 4)
        for i in first..<min(first + perBlock, rows) { sums[i % 4] += term(i, j) }
        store(first / perBlock, j, (sums[0] + sums[2]) + (sums[1] + sums[3]))
      }
    }
  }

  private static func inverseDeviation(_ variance: T, _ s: Step) -> T {
    1 / (variance + T(s.s1)).squareRoot()
  }

  private static func finish(_ s: Step, _ at: Int, _ value: T) {
    let other = s.other.map { view($0)[at] } ?? value
    view(s.out)[at] = ElementFormulas.apply(s.function, value, other, T(s.s0))
  }

  static func columnMoments(_ step: StepPointer) {
    let s = step.pointee, n = Int(s.columns), x = view(s.a), out = view(s.out)
    let mean = s.start.map { view($0) }
    sumBlocks(
      s,
      { i, j in
        guard let mean else { return x[i * n + j] }
        let distance = x[i * n + j] - mean[j]
        return distance * distance
      }, { block, j, sum in out[block * n + j] = sum })
  }

  static func columnSlopes(_ step: StepPointer) {
    let s = step.pointee, n = Int(s.columns), dy = view(s.a), x = view(s.b), out = view(s.out)
    guard let statistics = s.start.map({ view($0) }) else { return }
    sumBlocks(s, { dy[$0 * n + $1] }, { out[$0 * 2 * n + $1] = $2 })
    sumBlocks(
      s,
      { i, j in
        let share = inverseDeviation(statistics[n + j], s)
        return dy[i * n + j] * ((x[i * n + j] - statistics[j]) * share)
      }, { out[$0 * 2 * n + n + $1] = $2 })
  }

  static func normalizeColumns(_ step: StepPointer) {
    let s = step.pointee, n = Int(s.columns), x = view(s.a), scale = view(s.b)
    guard let statistics = viewIfAny(s.extra), let shift = s.start.map({ view($0) }) else { return }
    for i in 0..<Int(s.rows) * n {
      let j = i % n, factor = scale[j] * inverseDeviation(statistics[n + j], s)
      finish(s, i, (x[i] - statistics[j]) * factor + shift[j])
    }
  }

  static func normalizeColumnsGradient(_ step: StepPointer) {
    let s = step.pointee, n = Int(s.columns), dy = view(s.a), x = view(s.b)
    guard let sums = viewIfAny(s.extra), let statistics = s.start.map({ view($0) }) else { return }
    for i in 0..<Int(s.rows) * n {
      let j = i % n, share = inverseDeviation(statistics[n + j], s)
      let slope = sums[j] / T(s.s2), product = sums[n + j] / T(s.s2)
      let rest = (dy[i] - slope) - ((x[i] - statistics[j]) * share) * product
      finish(s, i, rest * (sums[2 * n + j] * share))
    }
  }

  static func addBlocks(_ step: StepPointer) {
    let s = step.pointee, n = Int(s.columns), a = view(s.a), out = view(s.out)
    for j in 0..<n {
      var sum: T = 0
      for i in 0..<Int(s.rows) { sum += a[i * n + j] }
      out[j] = sum / T(s.s1)
    }
  }

  static func approach(_ step: StepPointer, _ context: UnsafePointer<Context>) {
    let s = step.pointee, a = view(s.a), out = view(s.out)
    guard context.pointee.nonFinite.pointee == 0 else { return }
    for i in 0..<Int(s.rows) { out[i] = T(s.s1) * out[i] + T(s.s2) * a[i] }
  }
}

// MARK: - Tables

extension PlainKernels where T == Float {
  static func addBatchNorm(to table: inout KernelTable) {
    table.columnMoments = { step, _, first, _ in
      if first == 0 { PlainKernels.columnMoments(step) }
    }
    table.columnSlopes = { step, _, first, _ in if first == 0 { PlainKernels.columnSlopes(step) } }
    table.normalizeColumns = { step, _, first, _ in
      if first == 0 { PlainKernels.normalizeColumns(step) }
    }
    table.normalizeColumnsGradient = { step, _, first, _ in
      if first == 0 { PlainKernels.normalizeColumnsGradient(step) }
    }
    table.addBlocks = { step, _, first, _ in if first == 0 { PlainKernels.addBlocks(step) } }
    table.approach = { step, context, first, _ in
      if first == 0 { PlainKernels.approach(step, context) }
    }
  }
}

extension PlainKernels where T == Double {
  static func addBatchNorm(to table: inout KernelTable) {
    table.columnMoments = { step, _, first, _ in
      if first == 0 { PlainKernels.columnMoments(step) }
    }
    table.columnSlopes = { step, _, first, _ in if first == 0 { PlainKernels.columnSlopes(step) } }
    table.normalizeColumns = { step, _, first, _ in
      if first == 0 { PlainKernels.normalizeColumns(step) }
    }
    table.normalizeColumnsGradient = { step, _, first, _ in
      if first == 0 { PlainKernels.normalizeColumnsGradient(step) }
    }
    table.addBlocks = { step, _, first, _ in if first == 0 { PlainKernels.addBlocks(step) } }
    table.approach = { step, context, first, _ in
      if first == 0 { PlainKernels.approach(step, context) }
    }
  }
}
