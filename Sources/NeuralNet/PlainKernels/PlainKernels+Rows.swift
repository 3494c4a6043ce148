import Kernels

/// A sum in 16 lanes and a fixed tree, whatever the hardware has.
struct LaneSum<T: Scalar> {
  private var lanes = [T](repeating: 0, count: 16)

  mutating func add(_ value: T, at index: Int) { lanes[index % 16] += value }

  var total: T {
    var sums = lanes, width = 8
    while width > 0 {
      for lane in 0..<width { sums[lane] += sums[lane + width] }
      width /= 2
    }
    return sums[0]
  }
}

extension PlainKernels {
  static func sumRows(_ step: StepPointer) {
    let s = step.pointee, n = Int(s.columns), a = view(s.a), out = view(s.out)
    for j in 0..<n {
      var sums = [T](repeating: 0, count: 4)
      for i in 0..<Int(s.rows) { sums[i % 4] += a[i * n + j] }
      out[j] = (sums[0] + sums[2]) + (sums[1] + sums[3])
    }
  }

  static func copyRows(_ step: StepPointer) {
    let s = step.pointee, a = view(s.a), out = view(s.out)
    for i in 0..<Int(s.rows) {
      for j in 0..<Int(s.columns) { out[i * Int(s.strides.out) + j] = a[i * Int(s.strides.a) + j] }
    }
  }

  /// The maximum in 16 lanes and a tree; a NaN is passed over, and spoils the sum that follows.
  static func largest(_ row: UnsafePointer<T>, _ n: Int) -> T {
    var lanes = [T](repeating: -.infinity, count: 16), width = 8
    for i in 0..<n where row[i] > lanes[i % 16] { lanes[i % 16] = row[i] }
    while width > 0 {
      for lane in 0..<width { lanes[lane] = max(lanes[lane], lanes[lane + width]) }
      width /= 2
    }
    return lanes[0]
  }

  /// `y = e^((x − largest) factor / divisor)`; returns the sum.
  static func expRow(
    _ x: UnsafePointer<T>, _ y: UnsafeMutablePointer<T>, _ n: Int, factor: T = 1, divisor: T = 1
  ) -> T {
    let largest = largest(x, n)
    var sum = LaneSum<T>()
    for i in 0..<n {
      y[i] = T.exp((x[i] - largest) * factor / divisor)
      sum.add(y[i], at: i)
    }
    return sum.total
  }

  static func softmax(_ step: StepPointer) {
    let s = step.pointee, n = Int(s.columns)
    for row in 0..<Int(s.rows) {
      let y = view(s.out) + row * n
      let sum = expRow(view(s.a) + row * n, y, n, divisor: T(s.s0))
      for i in 0..<n { y[i] /= sum }
    }
  }

  static func softmaxGradient(_ step: StepPointer) {
    let s = step.pointee, n = Int(s.columns)
    for row in 0..<Int(s.rows) {
      let dy = view(s.a) + row * n, y = view(s.b) + row * n, dx = view(s.out) + row * n
      var sum = LaneSum<T>()
      for i in 0..<n { sum.add(dy[i] * y[i], at: i) }
      let total = sum.total
      for i in 0..<n { dx[i] = y[i] * (dy[i] - total) / T(s.s0) }
    }
  }
}
