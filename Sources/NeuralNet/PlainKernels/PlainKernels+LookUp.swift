import Kernels

extension PlainKernels {
  private static func number(_ token: T, below count: Int) -> Int? {
    token >= 0 && token < T(count) ? Int(token) : nil
  }

  static func gatherRows(_ step: StepPointer) {
    let s = step.pointee, n = Int(s.columns), tokens = view(s.a), out = view(s.out)
    for row in 0..<Int(s.rows) {
      let number = number(tokens[row], below: Int(s.depth))
      for i in 0..<n { out[row * n + i] = number.map { view(s.b)[$0 * n + i] } ?? .nan }
    }
  }

  static func scatterRows(_ step: StepPointer) {
    let s = step.pointee, n = Int(s.columns), tokens = view(s.a), out = view(s.out)
    for i in 0..<Int(s.depth) * n { out[i] = 0 }
    for row in 0..<Int(s.rows) {
      guard let number = number(tokens[row], below: Int(s.depth)) else { continue }
      for i in 0..<n { out[number * n + i] += view(s.b)[row * n + i] }
    }
  }

  static func addRow(_ step: StepPointer) {
    let s = step.pointee, n = Int(s.columns), a = view(s.a), row = view(s.b), out = view(s.out)
    for i in 0..<Int(s.rows) * n { out[i] = a[i] + row[i % n] }
  }
}

extension PlainKernels where T == Float {
  static func addLookUp(to table: inout KernelTable) {
    table.gatherRows = { step, _, first, _ in if first == 0 { PlainKernels.gatherRows(step) } }
    table.scatterRows = { step, _, first, _ in if first == 0 { PlainKernels.scatterRows(step) } }
    table.addRow = { step, _, first, _ in if first == 0 { PlainKernels.addRow(step) } }
  }
}

extension PlainKernels where T == Double {
  static func addLookUp(to table: inout KernelTable) {
    table.gatherRows = { step, _, first, _ in if first == 0 { PlainKernels.gatherRows(step) } }
    table.scatterRows = { step, _, first, _ in if first == 0 { PlainKernels.scatterRows(step) } }
    table.addRow = { step, _, first, _ in if first == 0 { PlainKernels.addRow(step) } }
  }
}
