import Kernels

extension PlainKernels {
  static func dropout(_ step: StepPointer, _ context: UnsafePointer<Context>) {
    let s = step.pointee, seed = context.pointee.seed, number = context.pointee.step
    let key = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    let a = view(s.a), out = view(s.out)
    for i in 0..<Int(s.rows) {
      let block = UInt32(truncatingIfNeeded: i / 128 * 16 + i % 16), half = i / 16 % 8
      let counter = SIMD4(
        block, UInt32(truncatingIfNeeded: number), UInt32(DROPOUT_USE), s.draw.salt)
      let word = Philox.block(counter: counter, key: key)[half / 2]
      let upper = half % 2 == 0 ? word : word << 16
      out[i] = a[i] * (upper >= s.draw.threshold ? T(s.s0) : 0)
    }
  }
}

extension PlainKernels {
  static func drawNormals(_ step: StepPointer, _ context: UnsafePointer<Context>) {
    let s = step.pointee, seed = context.pointee.seed, number = context.pointee.step
    let key = SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    for i in 0..<Int(s.rows) {
      let block = UInt32(truncatingIfNeeded: i / 64 * 16 + i % 16), quarter = i / 16 % 4
      let counter = SIMD4(
        block, UInt32(truncatingIfNeeded: number), UInt32(NORMAL_USE), s.draw.salt)
      let words = Philox.block(counter: counter, key: key), pair = quarter / 2 * 2
      let u = 1 - T(words[pair] >> 8) * T(0x1p-24 as Float), v = T(words[pair + 1] >> 8)
      let radius = (-2 * T.log(u)).squareRoot()
      let angle = T(6.2831855 as Float) * (v * T(0x1p-24 as Float))
      view(s.out)[i] = radius * (quarter % 2 == 0 ? T.cos(angle) : T.sin(angle))
    }
  }
}

extension PlainKernels where T == Float {
  static func addRandom(to table: inout KernelTable) {
    table.dropout = { step, context, first, _ in
      if first == 0 { PlainKernels.dropout(step, context) }
    }
    table.drawNormals = { step, context, first, _ in
      if first == 0 { PlainKernels.drawNormals(step, context) }
    }
  }
}

extension PlainKernels where T == Double {
  static func addRandom(to table: inout KernelTable) {
    table.dropout = { step, context, first, _ in
      if first == 0 { PlainKernels.dropout(step, context) }
    }
    table.drawNormals = { step, context, first, _ in
      if first == 0 { PlainKernels.drawNormals(step, context) }
    }
  }
}
