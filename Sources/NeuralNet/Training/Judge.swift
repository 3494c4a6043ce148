/// Counts right answers.
struct Judge {
  let task: Dataset.Task
  let outputs: Int
  /// A yes is an output above it.
  let threshold: Float

  init(_ task: Dataset.Task, outputs: Int, threshold: Float) {
    self.task = task
    self.outputs = outputs
    self.threshold = threshold
  }

  /// How many of the targets of `rows` rows the answers hit; 0 for a regression.
  func right(
    _ answers: UnsafePointer<Float>, _ targets: UnsafePointer<Float>, rows: Int
  ) -> Int {
    var right = 0
    switch task {
    case .regression: break
    case .binary:
      for i in 0..<rows * outputs where (answers[i] > threshold) == (targets[i] == 1) { right += 1 }
    case .classes:
      for row in 0..<rows where largest(answers + row * outputs) == Int(targets[row]) { right += 1 }
    }
    return right
  }

  /// Of all targets of `rows` rows; NaN for a regression.
  func share(_ right: Int, rows: Int) -> Float {
    switch task {
    case .regression: .nan
    case .binary: Float(right) / Float(rows * outputs)
    case .classes: Float(right) / Float(rows)
    }
  }

  private func largest(_ answers: UnsafePointer<Float>) -> Int {
    var best = 0
    for i in 0..<outputs where answers[i] > answers[best] { best = i }
    return best
  }
}
