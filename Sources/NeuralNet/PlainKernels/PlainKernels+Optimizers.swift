import Kernels

extension PlainKernels {
  static func sgd(_ step: StepPointer, _ context: UnsafePointer<Context>) {
    let s = step.pointee, c = context.pointee, p = view(s.out), g = view(s.a)
    guard c.nonFinite.pointee == 0 else { return }
    for i in 0..<Int(s.rows) { p[i] = p[i] - T(c.rate) * (g[i] + T(s.s0) * p[i]) }
  }

  static func momentum(_ step: StepPointer, _ context: UnsafePointer<Context>) {
    let s = step.pointee, c = context.pointee, p = view(s.out), g = view(s.a)
    guard c.nonFinite.pointee == 0, let velocity = viewIfAny(s.extra) else { return }
    for i in 0..<Int(s.rows) {
      let h = g[i] + T(s.s0) * p[i]
      velocity[i] = T(s.s1) * velocity[i] + T(c.factor) * h
      let direction = s.s2 != 0 ? h + T(s.s1) * velocity[i] : velocity[i]
      p[i] = p[i] - T(c.rate) * direction
    }
  }

  static func adam(_ step: StepPointer, _ context: UnsafePointer<Context>) {
    let s = step.pointee, c = context.pointee, p = view(s.out), g = view(s.a)
    guard c.nonFinite.pointee == 0, let first = viewIfAny(s.extra) else { return }
    let second = first + Int(s.rows)
    for i in 0..<Int(s.rows) {
      let h = g[i] + T(s.s0) * p[i]
      first[i] = T(s.s1) * first[i] + T(s.s2) * h
      second[i] = T(s.s3) * second[i] + T(s.s4) * h * h
      let size = T(c.factor) * second[i].squareRoot() + T(s.s5)
      p[i] = T(c.decay) * p[i] - T(c.rate) * first[i] / size
    }
  }

  static func checkFinite(_ step: StepPointer, _ context: UnsafePointer<Context>) {
    let s = step.pointee, g = view(s.a)
    for i in 0..<Int(s.rows) where !g[i].isFinite { context.pointee.nonFinite.pointee = 1 }
  }
}
