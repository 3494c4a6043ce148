import Kernels

extension PlainKernels {
  static func gatherGradients(_ step: StepPointer, _ context: UnsafePointer<Context>) {
    let s = step.pointee, c = context.pointee, g = view(s.a), sums = view(s.out)
    for i in 0..<Int(s.rows) {
      sums[i] = c.part == 0 ? g[i] : sums[i] + g[i]
      if c.part + 1 == c.parts, let mean = viewIfAny(s.extra) { mean[i] = sums[i] / T(c.parts) }
    }
  }

  static func sumSquares(_ step: StepPointer, _ context: UnsafePointer<Context>) {
    let s = step.pointee, count = Int(s.rows), size = Int(ELEMENTS_PER_UNIT), g = view(s.a)
    for start in stride(from: 0, to: count, by: size) {
      var sum = LaneSum<T>()
      for i in start..<min(start + size, count) { sum.add(g[i] * g[i], at: i - start) }
      view(s.out)[start / size] = sum.total
    }
  }

  static func clipFactor(_ step: StepPointer, _ context: UnsafePointer<Context>) {
    let s = step.pointee, partial = view(s.a), out = view(s.out)
    var sum = LaneSum<T>()
    for i in 0..<Int(s.rows) { sum.add(partial[i], at: i) }
    out[0] = sum.total.squareRoot()
    let factor = T(s.s0) / (out[0] + T(Float(1e-6)))
    out[1] = factor > 1 ? 1 : factor
  }

  static func clipValues(_ step: StepPointer, _ context: UnsafePointer<Context>) {
    let s = step.pointee, g = view(s.a), out = view(s.out), limit = T(s.s0)
    for i in 0..<Int(s.rows) { out[i] = g[i] > limit ? limit : g[i] < -limit ? -limit : g[i] }
  }

  static func addSign(_ step: StepPointer, _ context: UnsafePointer<Context>) {
    let s = step.pointee, g = view(s.a), p = view(s.b), out = view(s.out), weight = T(s.s0)
    for i in 0..<Int(s.rows) {
      let sign: T = p[i] > 0 ? 1 : p[i] < 0 ? -1 : p[i]
      out[i] = g[i] + weight * sign
    }
  }

  static func shrink(_ step: StepPointer, _ context: UnsafePointer<Context>) {
    let s = step.pointee, c = context.pointee, p = view(s.out)
    guard c.nonFinite.pointee == 0 else { return }
    let by = (T(c.learningRate) * T(s.s1)) * T(s.s0)
    for i in 0..<Int(s.rows) {
      let nearer = p[i] > 0 ? p[i] - by : p[i] + by
      p[i] = p[i].magnitude <= by ? 0 : nearer
    }
  }

  static func average(_ step: StepPointer, _ context: UnsafePointer<Context>) {
    let s = step.pointee, c = context.pointee, p = view(s.a), mean = view(s.out)
    guard c.nonFinite.pointee == 0 else { return }
    for i in 0..<Int(s.rows) { mean[i] = mean[i] + T(c.fresh) * (p[i] - mean[i]) }
  }
}

// MARK: - Tables

extension PlainKernels where T == Float {
  static func addGradients(to table: inout KernelTable) {
    table.gatherGradients = { step, context, first, _ in
      if first == 0 { PlainKernels.gatherGradients(step, context) }
    }
    table.sumSquares = { step, context, first, _ in
      if first == 0 { PlainKernels.sumSquares(step, context) }
    }
    table.clipFactor = { step, context, first, _ in
      if first == 0 { PlainKernels.clipFactor(step, context) }
    }
    table.clipValues = { step, context, first, _ in
      if first == 0 { PlainKernels.clipValues(step, context) }
    }
    table.addSign = { step, context, first, _ in
      if first == 0 { PlainKernels.addSign(step, context) }
    }
    table.shrink = { step, context, first, _ in
      if first == 0 { PlainKernels.shrink(step, context) }
    }
    table.average = { step, context, first, _ in
      if first == 0 { PlainKernels.average(step, context) }
    }
  }
}

extension PlainKernels where T == Double {
  static func addGradients(to table: inout KernelTable) {
    table.gatherGradients = { step, context, first, _ in
      if first == 0 { PlainKernels.gatherGradients(step, context) }
    }
    table.sumSquares = { step, context, first, _ in
      if first == 0 { PlainKernels.sumSquares(step, context) }
    }
    table.clipFactor = { step, context, first, _ in
      if first == 0 { PlainKernels.clipFactor(step, context) }
    }
    table.clipValues = { step, context, first, _ in
      if first == 0 { PlainKernels.clipValues(step, context) }
    }
    table.addSign = { step, context, first, _ in
      if first == 0 { PlainKernels.addSign(step, context) }
    }
    table.shrink = { step, context, first, _ in
      if first == 0 { PlainKernels.shrink(step, context) }
    }
    table.average = { step, context, first, _ in
      if first == 0 { PlainKernels.average(step, context) }
    }
  }
}
