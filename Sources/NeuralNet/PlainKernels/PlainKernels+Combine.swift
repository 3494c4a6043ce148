import Kernels

extension PlainKernels {
  static func combine(_ step: StepPointer) {
    let s = step.pointee, w = s.walk, a = view(s.a), b = s.b.map { view($0) } ?? a
    var out = view(s.out)
    for i in 0..<Int(w.outer.extent) {
      for j in 0..<Int(w.middle.extent) {
        for k in 0..<Int(w.inner.extent) {
          let p = a + i * Int(w.outer.a) + j * Int(w.middle.a) + k * Int(w.inner.a)
          let q = b + i * Int(w.outer.b) + j * Int(w.middle.b) + k * Int(w.inner.b)
          for l in 0..<Int(w.last.extent) {
            out[l] = combined(w.combination, p[l * Int(w.last.a)], q[l * Int(w.last.b)])
          }
          out += Int(w.last.extent)
        }
      }
    }
  }

  private static func combined(_ combination: Combination, _ a: T, _ b: T) -> T {
    switch combination {
    case combineAdd: a + b
    case combineSubtract: a - b
    case combineMultiply: a * b
    case combineDivide: a / b
    case combineMaximum: a < b || b != b ? b : a
    case combineMinimum: a > b || b != b ? b : a
    case combineShare: a < b ? 0 : a == b ? 0.5 : 1
    default: a
    }
  }

  static func sumAxis(_ step: StepPointer) {
    let s = step.pointee, n = Int(s.columns), depth = Int(s.depth), a = view(s.a)
    for i in 0..<Int(s.rows) {
      for j in 0..<n {
        let total = sum((0..<depth).lazy.map { a[(i * depth + $0) * n + j] }, inLanes: n == 1)
        view(s.out)[i * n + j] = total / T(s.s0)
      }
    }
  }

  private static func sum(_ numbers: some Sequence<T>, inLanes: Bool) -> T {
    var lanes = LaneSum<T>(), chains = [T](repeating: 0, count: 4)
    for (k, number) in numbers.enumerated() {
      if inLanes { lanes.add(number, at: k) } else { chains[k % 4] += number }
    }
    return inLanes ? lanes.total : (chains[0] + chains[2]) + (chains[1] + chains[3])
  }
}

extension PlainKernels where T == Float {
  static func addCombinations(to table: inout KernelTable) {
    table.combine = { step, _, first, _ in if first == 0 { PlainKernels.combine(step) } }
    table.sumAxis = { step, _, first, _ in if first == 0 { PlainKernels.sumAxis(step) } }
  }
}

extension PlainKernels where T == Double {
  static func addCombinations(to table: inout KernelTable) {
    table.combine = { step, _, first, _ in if first == 0 { PlainKernels.combine(step) } }
    table.sumAxis = { step, _, first, _ in if first == 0 { PlainKernels.sumAxis(step) } }
  }
}
