import Kernels

extension PlainKernels {
  static func meanSquaredError(_ step: StepPointer) {
    mean(step) { y, t, _ in LossFormulas.squared(y, t) }
  }

  static func meanAbsoluteError(_ step: StepPointer) {
    mean(step) { y, t, _ in LossFormulas.absolute(y, t) }
  }

  static func huber(_ step: StepPointer) { mean(step) { LossFormulas.huber($0, $1, $2) } }

  static func binaryCrossEntropy(_ step: StepPointer) {
    mean(step) { z, t, _ in LossFormulas.logit(z, t) }
  }

  private static func mean(_ step: StepPointer, _ pair: (T, T, T) -> LossFormulas<T>.Pair) {
    let s = step.pointee, n = Int(s.rows) * Int(s.columns), share = 1 / T(n)
    let prediction = view(s.a), target = view(s.b), gradient = viewIfAny(s.extra)
    var sum = LaneSum<T>()
    for i in 0..<n {
      let both = pair(prediction[i], target[i], T(s.s0))
      sum.add(both.loss, at: i)
      if let gradient { gradient[i] = both.gradient * share }
    }
    view(s.out)[0] = sum.total / T(n)
  }

  static func crossEntropy(_ step: StepPointer, _ context: UnsafePointer<Context>) {
    let s = step.pointee, rows = Int(s.rows), n = Int(s.columns), share = 1 / T(rows)
    var sum = LaneSum<T>()
    for row in 0..<rows {
      let z = view(s.a) + row * n, target = view(s.b)[row]
      let gradient = viewIfAny(s.extra).map { $0 + row * n }
      let loss = crossEntropyRow(
        z, target, n, share, exps: gradient ?? view(context.pointee.scratch), gradient)
      sum.add(loss, at: row)
    }
    view(s.out)[0] = sum.total / T(rows)
  }

  private static func crossEntropyRow(
    _ z: UnsafePointer<T>, _ target: T, _ n: Int, _ share: T, exps: UnsafeMutablePointer<T>,
    _ gradient: UnsafeMutablePointer<T>?
  ) -> T {
    let largest = largest(z, n), sum = expRow(z, exps, n)
    let label = target >= 0 && target < T(n) ? Int(target) : nil
    if let gradient {
      let factor = label == nil ? T.nan : share / sum
      for i in 0..<n { gradient[i] = exps[i] * factor }
      if let label { gradient[label] -= share }
    }
    guard let label else { return .nan }
    return T.log(sum) - (z[label] - largest)
  }
}
