import Kernels

/// What is the same for all elements of an update.
private struct UpdateNumbers<T: Scalar> {
  let decay, kept, rate, s3, s4, s5, factor, momentum, rest, ahead: T
  let form: Int32

  init(_ s: Step, _ c: Context) {
    decay = T(s.s0)
    kept = 1 - (T(c.learningRate) * T(s.s1)) * T(s.s2)
    rate = T(c.rate) * T(s.s1)
    (s3, s4, s5) = (T(s.s3), T(s.s4), T(s.s5))
    (factor, momentum, rest) = (T(c.factor), T(c.momentum), T(c.rest))
    ahead = T(c.ahead) * T(s.s1)
    form = s.form
  }

  func has(_ bit: Int) -> Bool { Int(form) & bit != 0 }
}

extension PlainKernels {
  /// The new parameter, from the parameter, its gradient, and what is remembered of it:
  /// `memory[plane · k]`, k = 0, 1, 2.
  private typealias Rule = (
    _ c: UpdateNumbers<T>, _ p: T, _ h: T, _ memory: UnsafeMutablePointer<T>, _ plane: Int
  ) -> T

  private static func update(
    _ step: StepPointer, _ context: UnsafePointer<Context>, _ rule: Rule
  ) {
    let s = step.pointee, p = view(s.out), g = view(s.a), plane = Int(s.rows)
    guard context.pointee.nonFinite.pointee == 0, let memory = viewIfAny(s.extra) else { return }
    let c = UpdateNumbers<T>(s, context.pointee)
    for i in 0..<plane { p[i] = rule(c, p[i], g[i] + c.decay * p[i], memory + i, plane) }
  }

  static func sgd(_ step: StepPointer, _ context: UnsafePointer<Context>) {
    update(step, context) { c, p, h, _, _ in c.kept * p - c.rate * h }
  }

  static func momentum(_ step: StepPointer, _ context: UnsafePointer<Context>) {
    update(step, context) { c, p, h, velocity, _ in
      velocity[0] = c.momentum * velocity[0] + c.factor * h
      let direction = c.has(updateNesterov) ? h + c.momentum * velocity[0] : velocity[0]
      return c.kept * p - c.rate * direction
    }
  }

  static func adam(_ step: StepPointer, _ context: UnsafePointer<Context>) {
    update(step, context) { c, p, h, memory, plane in
      memory[0] = c.momentum * memory[0] + c.rest * h
      memory[plane] = c.s3 * memory[plane] + c.s4 * h * h
      var square = memory[plane]
      if c.has(updateLargest) {
        if memory[2 * plane] > square { square = memory[2 * plane] }
        memory[2 * plane] = square
      }
      let size = c.factor * square.squareRoot() + c.s5
      return c.kept * p - c.rate * memory[0] / size
    }
  }

  static func nadam(_ step: StepPointer, _ context: UnsafePointer<Context>) {
    update(step, context) { c, p, h, memory, plane in
      memory[0] = c.momentum * memory[0] + c.rest * h
      memory[plane] = c.s3 * memory[plane] + c.s4 * h * h
      let size = c.factor * memory[plane].squareRoot() + c.s5
      return c.kept * p - c.rate * h / size - c.ahead * memory[0] / size
    }
  }

  static func rmsprop(_ step: StepPointer, _ context: UnsafePointer<Context>) {
    update(step, context) { c, p, h, memory, plane in
      memory[0] = c.s3 * memory[0] + c.s4 * h * h
      var square = memory[0], velocity = plane
      if c.has(updateCentred) {
        memory[plane] = c.s3 * memory[plane] + c.s4 * h
        let variance = square - memory[plane] * memory[plane]
        square = variance <= 0 ? 0 : variance
        velocity = 2 * plane
      }
      var direction = h / (square.squareRoot() + c.s5)
      if c.has(updateVelocity) {
        direction = c.momentum * memory[velocity] + direction
        memory[velocity] = direction
      }
      return c.kept * p - c.rate * direction
    }
  }

  static func adagrad(_ step: StepPointer, _ context: UnsafePointer<Context>) {
    update(step, context) { c, p, h, memory, _ in
      memory[0] = memory[0] + h * h
      return c.kept * p - c.rate * h / ((c.s3 + memory[0]).squareRoot() + c.s5)
    }
  }

  static func lion(_ step: StepPointer, _ context: UnsafePointer<Context>) {
    update(step, context) { c, p, h, memory, _ in
      let mean = c.momentum * memory[0] + c.rest * h
      memory[0] = c.s3 * memory[0] + c.s4 * h
      let direction: T = mean > 0 ? 1 : mean < 0 ? -1 : mean
      return c.kept * p - c.rate * direction
    }
  }

  static func checkFinite(_ step: StepPointer, _ context: UnsafePointer<Context>) {
    let s = step.pointee, g = view(s.a)
    for i in 0..<Int(s.rows) where !g[i].isFinite { context.pointee.nonFinite.pointee = 1 }
  }
}

extension PlainKernels {
  static func clip(_ step: StepPointer, _ context: UnsafePointer<Context>) {
    let s = step.pointee, p = view(s.out), bound = T(s.s0)
    guard context.pointee.nonFinite.pointee == 0 else { return }
    for i in 0..<Int(s.rows) { p[i] = p[i] > bound ? bound : p[i] < -bound ? -bound : p[i] }
  }
}

// MARK: - Tables

extension PlainKernels where T == Float {
  static func addUpdates(to table: inout KernelTable) {
    table.sgd = { step, context, first, _ in
      if first == 0 { PlainKernels.sgd(step, context) }
    }
    table.momentum = { step, context, first, _ in
      if first == 0 { PlainKernels.momentum(step, context) }
    }
    table.adam = { step, context, first, _ in
      if first == 0 { PlainKernels.adam(step, context) }
    }
    table.nadam = { step, context, first, _ in
      if first == 0 { PlainKernels.nadam(step, context) }
    }
    table.rmsprop = { step, context, first, _ in
      if first == 0 { PlainKernels.rmsprop(step, context) }
    }
    table.adagrad = { step, context, first, _ in
      if first == 0 { PlainKernels.adagrad(step, context) }
    }
    table.lion = { step, context, first, _ in
      if first == 0 { PlainKernels.lion(step, context) }
    }
    table.clip = { step, context, first, _ in
      if first == 0 { PlainKernels.clip(step, context) }
    }
    table.checkFinite = { step, context, first, _ in
      if first == 0 { PlainKernels.checkFinite(step, context) }
    }
  }
}

extension PlainKernels where T == Double {
  static func addUpdates(to table: inout KernelTable) {
    table.sgd = { step, context, first, _ in
      if first == 0 { PlainKernels.sgd(step, context) }
    }
    table.momentum = { step, context, first, _ in
      if first == 0 { PlainKernels.momentum(step, context) }
    }
    table.adam = { step, context, first, _ in
      if first == 0 { PlainKernels.adam(step, context) }
    }
    table.nadam = { step, context, first, _ in
      if first == 0 { PlainKernels.nadam(step, context) }
    }
    table.rmsprop = { step, context, first, _ in
      if first == 0 { PlainKernels.rmsprop(step, context) }
    }
    table.adagrad = { step, context, first, _ in
      if first == 0 { PlainKernels.adagrad(step, context) }
    }
    table.lion = { step, context, first, _ in
      if first == 0 { PlainKernels.lion(step, context) }
    }
    table.clip = { step, context, first, _ in
      if first == 0 { PlainKernels.clip(step, context) }
    }
    table.checkFinite = { step, context, first, _ in
      if first == 0 { PlainKernels.checkFinite(step, context) }
    }
  }
}
