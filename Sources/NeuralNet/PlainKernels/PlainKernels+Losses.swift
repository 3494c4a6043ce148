import Kernels

// MARK: - Losses of elements

extension PlainKernels {
  static func meanSquaredError(_ step: StepPointer) {
    reduce(step) { y, t, _ in LossFormulas.squared(y, t) }
  }

  static func meanAbsoluteError(_ step: StepPointer) {
    reduce(step) { y, t, _ in LossFormulas.absolute(y, t) }
  }

  static func huber(_ step: StepPointer) { reduce(step) { LossFormulas.huber($0, $1, $2) } }

  static func smoothL1(_ step: StepPointer) { reduce(step) { LossFormulas.smooth($0, $1, $2) } }

  static func hinge(_ step: StepPointer) { reduce(step) { LossFormulas.hinge($0, $1, $2) } }

  static func binaryCrossEntropy(_ step: StepPointer) {
    reduce(step) { z, t, _ in LossFormulas.logit(z, t) }
  }

  private static func reduce(_ step: StepPointer, _ pair: (T, T, T) -> LossFormulas<T>.Pair) {
    let s = step.pointee, n = Int(s.rows), count = s.loss.isMean != 0 ? T(n) : 1
    let prediction = view(s.a), target = view(s.b), gradient = viewIfAny(s.extra)
    let losses = viewIfAny(s.loss.losses), share = 1 / count
    var sum = LaneSum<T>()
    for i in 0..<n {
      let both = pair(prediction[i], target[i], T(s.s0))
      if let losses { losses[i] = both.loss } else { sum.add(both.loss, at: i) }
      if let gradient { gradient[i] = both.gradient * share }
    }
    if losses == nil { view(s.out)[0] = sum.total / count }
  }

  static func weightedBinaryCrossEntropy(_ step: StepPointer) {
    let s = step.pointee, columns = Int(s.columns), n = Int(s.rows) * columns
    guard let weights = s.loss.weights, let losses = viewIfAny(s.loss.losses) else { return }
    let share = 1 / (s.loss.isMean != 0 ? T(n) : 1)
    for i in 0..<n {
      let j = i % columns
      let both = LossFormulas.weightedLogit(
        view(s.a)[i], view(s.b)[i], T(weights[j]), T(weights[columns + j]))
      losses[i] = both.loss
      if let gradient = viewIfAny(s.extra) { gradient[i] = both.gradient * share }
    }
  }

  static func sumLosses(_ step: StepPointer) {
    let s = step.pointee, n = Int(s.rows), a = view(s.a)
    var sum = LaneSum<T>()
    for i in 0..<n { sum.add(a[i], at: i) }
    view(s.out)[0] = sum.total / (s.s0 == 0 ? a[n] : T(s.s0))
  }
}

// MARK: - Losses of classes

extension PlainKernels {
  /// A row of logits, its class, and where its gradient goes.
  private struct Row {
    let z: UnsafePointer<T>
    let label: Int
    let count: Int
    let share: T
    let gradient: UnsafeMutablePointer<T>?
  }

  static func crossEntropy(_ step: StepPointer, _ context: UnsafePointer<Context>) {
    let s = step.pointee, isSmooth = s.loss.weights != nil || s.loss.smoothing != 0
    let stored = viewIfAny(s.loss.losses)
    let count = s.loss.isMean == 0 ? 1 : stored?[Int(s.rows)] ?? weightOfRows(s)
    eachRow(s, count: count) { row in
      let exps = row.gradient ?? view(context.pointee.scratch)
      return isSmooth ? smoothRow(s, row, exps) : plainRow(row, exps)
    }
  }

  static func multiClassHinge(_ step: StepPointer) {
    let s = step.pointee
    eachRow(s, count: s.loss.isMean == 0 ? 1 : T(s.rows)) { hingeRow(s, $0) }
  }

  static func weighClasses(_ step: StepPointer) {
    view(step.pointee.out)[Int(step.pointee.rows)] = weightOfRows(step.pointee)
  }

  private static func eachRow(_ s: Step, count: T, _ loss: (Row) -> T) {
    let n = Int(s.columns), losses = viewIfAny(s.loss.losses)
    var sum = LaneSum<T>()
    for r in 0..<Int(s.rows) {
      let target = view(s.b)[r], gradient = viewIfAny(s.extra).map { $0 + r * n }
      var value: T = isIgnored(s, target) ? 0 : .nan
      if let label = label(s, target) {
        value = loss(
          Row(z: view(s.a) + r * n, label: label, count: n, share: 1 / count, gradient: gradient))
      } else if let gradient {
        for i in 0..<n { gradient[i] = value }
      }
      if let losses { losses[r] = value } else { sum.add(value, at: r) }
    }
    if losses == nil { view(s.out)[0] = sum.total / count }
  }

  private static func isIgnored(_ s: Step, _ target: T) -> Bool { target == T(s.loss.ignored) }

  private static func label(_ s: Step, _ target: T) -> Int? {
    guard !isIgnored(s, target), target >= 0, target < T(s.columns) else { return nil }
    return Int(target)
  }

  private static func weight(_ s: Step, _ label: Int) -> T {
    s.loss.weights.map { T($0[label]) } ?? 1
  }

  private static func weightOfRows(_ s: Step) -> T {
    var sum = LaneSum<T>()
    for r in 0..<Int(s.rows) {
      let target = view(s.b)[r]
      sum.add(label(s, target).map { weight(s, $0) } ?? (isIgnored(s, target) ? 0 : 1), at: r)
    }
    return sum.total
  }

  private static func plainRow(_ row: Row, _ exps: UnsafeMutablePointer<T>) -> T {
    let largest = largest(row.z, row.count), sum = expRow(row.z, exps, row.count)
    if let gradient = row.gradient {
      let factor = row.share / sum
      for i in 0..<row.count { gradient[i] = exps[i] * factor }
      gradient[row.label] -= row.share
    }
    return T.log(sum) - (row.z[row.label] - largest)
  }

  private static func smoothRow(_ s: Step, _ row: Row, _ exps: UnsafeMutablePointer<T>) -> T {
    let n = row.count, largest = largest(row.z, n), sum = expRow(row.z, exps, n)
    let own = (1 - T(s.loss.smoothing)) * weight(s, row.label), even = T(s.loss.smoothing) / T(n)
    var weights = LaneSum<T>(), logits = LaneSum<T>()
    for i in 0..<n {
      weights.add(weight(s, i), at: i)
      logits.add(weight(s, i) * (row.z[i] - largest), at: i)
    }
    let all = own + even * weights.total
    if let gradient = row.gradient {
      let factor = row.share * all / sum, spread = row.share * even
      for i in 0..<n { gradient[i] = exps[i] * factor - spread * weight(s, i) }
      gradient[row.label] -= row.share * own
    }
    let target = all * T.log(sum) - own * (row.z[row.label] - largest)
    return even == 0 ? target : target - even * logits.total
  }

  private static func hingeRow(_ s: Step, _ row: Row) -> T {
    let weight = weight(s, row.label) / T(row.count), base = T(s.s0) - row.z[row.label]
    var sum = LaneSum<T>(), slopes = LaneSum<T>()
    for i in 0..<row.count {
      let missing = base + row.z[i], isEnough = missing <= 0 || i == row.label
      let part = isEnough ? 0 : row.share * weight
      sum.add(isEnough ? 0 : missing, at: i)
      slopes.add(part, at: i)
      row.gradient?[i] = part
    }
    row.gradient?[row.label] = -slopes.total
    return sum.total * weight
  }
}

extension PlainKernels where T == Float {
  static func addLosses(to table: inout KernelTable) {
    table.meanSquaredError = { step, _, first, _ in
      if first == 0 { PlainKernels.meanSquaredError(step) }
    }
    table.meanAbsoluteError = { step, _, first, _ in
      if first == 0 { PlainKernels.meanAbsoluteError(step) }
    }
    table.huber = { step, _, first, _ in if first == 0 { PlainKernels.huber(step) } }
    table.smoothL1 = { step, _, first, _ in if first == 0 { PlainKernels.smoothL1(step) } }
    table.hinge = { step, _, first, _ in if first == 0 { PlainKernels.hinge(step) } }
    table.binaryCrossEntropy = { step, _, first, _ in
      if first == 0 { PlainKernels.binaryCrossEntropy(step) }
    }
    table.weightedBinaryCrossEntropy = { step, _, first, _ in
      if first == 0 { PlainKernels.weightedBinaryCrossEntropy(step) }
    }
    table.crossEntropy = { step, context, first, _ in
      if first == 0 { PlainKernels.crossEntropy(step, context) }
    }
    table.multiClassHinge = { step, _, first, _ in
      if first == 0 { PlainKernels.multiClassHinge(step) }
    }
    table.weighClasses = { step, _, first, _ in if first == 0 { PlainKernels.weighClasses(step) } }
    table.sumLosses = { step, _, first, _ in if first == 0 { PlainKernels.sumLosses(step) } }
  }
}

extension PlainKernels where T == Double {
  static func addLosses(to table: inout KernelTable) {
    table.meanSquaredError = { step, _, first, _ in
      if first == 0 { PlainKernels.meanSquaredError(step) }
    }
    table.meanAbsoluteError = { step, _, first, _ in
      if first == 0 { PlainKernels.meanAbsoluteError(step) }
    }
    table.huber = { step, _, first, _ in if first == 0 { PlainKernels.huber(step) } }
    table.smoothL1 = { step, _, first, _ in if first == 0 { PlainKernels.smoothL1(step) } }
    table.hinge = { step, _, first, _ in if first == 0 { PlainKernels.hinge(step) } }
    table.binaryCrossEntropy = { step, _, first, _ in
      if first == 0 { PlainKernels.binaryCrossEntropy(step) }
    }
    table.weightedBinaryCrossEntropy = { step, _, first, _ in
      if first == 0 { PlainKernels.weightedBinaryCrossEntropy(step) }
    }
    table.crossEntropy = { step, context, first, _ in
      if first == 0 { PlainKernels.crossEntropy(step, context) }
    }
    table.multiClassHinge = { step, _, first, _ in
      if first == 0 { PlainKernels.multiClassHinge(step) }
    }
    table.weighClasses = { step, _, first, _ in if first == 0 { PlainKernels.weighClasses(step) } }
    table.sumLosses = { step, _, first, _ in if first == 0 { PlainKernels.sumLosses(step) } }
  }
}
