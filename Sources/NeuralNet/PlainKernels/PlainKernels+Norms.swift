import Kernels

extension PlainKernels {
  static func normalizeRows(_ step: StepPointer) {
    let s = step.pointee, n = Int(s.columns), x = view(s.a), y = view(s.out)
    let weight = viewIfAny(s.b), bias = viewIfAny(s.start), kept = viewIfAny(s.extra)
    for row in 0..<Int(s.rows) {
      let at = row * n
      let mean = s.s1 != 0 ? sum(n) { x[at + $0] } / T(n) : 0
      let spread = sum(n) { (x[at + $0] - mean) * (x[at + $0] - mean) } / T(n) + T(s.s0)
      let factor = 1 / spread.squareRoot()
      for i in 0..<n {
        let z = (x[at + i] - mean) * factor, scaled = weight.map { z * $0[i] } ?? z
        y[at + i] = bias.map { scaled + $0[i] } ?? scaled
      }
      kept?[2 * row] = mean
      kept?[2 * row + 1] = factor
    }
  }

  static func normalizeRowsGradient(_ step: StepPointer) {
    let s = step.pointee, n = Int(s.columns), dx = view(s.out)
    guard let kept = viewIfAny(s.other) else { return }
    let weight = viewIfAny(s.start)
    for row in 0..<Int(s.rows) {
      let dy = view(s.a) + row * n, x = view(s.b) + row * n
      let mean = kept[2 * row], factor = kept[2 * row + 1]
      let g = (0..<n).map { i in weight.map { dy[i] * $0[i] } ?? dy[i] }
      let z = (0..<n).map { (x[$0] - mean) * factor }
      let shift = s.s1 != 0 ? sum(n) { g[$0] } / T(n) : 0
      let slope = sum(n) { g[$0] * z[$0] } / T(n)
      for i in 0..<n { dx[row * n + i] = factor * (g[i] - shift - z[i] * slope) }
    }
  }

  static func normalizeScaleGradient(_ step: StepPointer) {
    let s = step.pointee, n = Int(s.columns), dy = view(s.a), x = view(s.b)
    guard let kept = viewIfAny(s.other) else { return }
    let dBias = viewIfAny(s.extra)
    for j in 0..<n {
      var sums = [T](repeating: 0, count: 4), products = sums
      for row in 0..<Int(s.rows) {
        let z = (x[row * n + j] - kept[2 * row]) * kept[2 * row + 1]
        sums[row % 4] += dy[row * n + j]
        products[row % 4] += dy[row * n + j] * z
      }
      view(s.out)[j] = (products[0] + products[2]) + (products[1] + products[3])
      dBias?[j] = (sums[0] + sums[2]) + (sums[1] + sums[3])
    }
  }

  /// A sum in 16 lanes.
  static func sum(_ count: Int, _ element: (Int) -> T) -> T {
    var sum = LaneSum<T>()
    for i in 0..<count { sum.add(element(i), at: i) }
    return sum.total
  }

  static func viewIfAny(_ pointer: UnsafePointer<Float>?) -> UnsafePointer<T>? {
    pointer.map { view($0) }
  }
}

extension PlainKernels where T == Float {
  static func addNorms(to table: inout KernelTable) {
    table.normalizeRows = { step, _, first, _ in if first == 0 { PlainKernels.normalizeRows(step) }
    }
    table.normalizeRowsGradient = { step, _, first, _ in
      if first == 0 { PlainKernels.normalizeRowsGradient(step) }
    }
    table.normalizeScaleGradient = { step, _, first, _ in
      if first == 0 { PlainKernels.normalizeScaleGradient(step) }
    }
  }
}

extension PlainKernels where T == Double {
  static func addNorms(to table: inout KernelTable) {
    table.normalizeRows = { step, _, first, _ in if first == 0 { PlainKernels.normalizeRows(step) }
    }
    table.normalizeRowsGradient = { step, _, first, _ in
      if first == 0 { PlainKernels.normalizeRowsGradient(step) }
    }
    table.normalizeScaleGradient = { step, _, first, _ in
      if first == 0 { PlainKernels.normalizeScaleGradient(step) }
    }
  }
}
