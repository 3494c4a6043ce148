/// Counts right answers.
struct Judge {
  let task: Dataset.Task
  /// Numbers that a row is answered with, and the classes that each of its targets can have.
  let outputs: Int
  let classes: Int
  /// A yes is an output above it.
  let threshold: Float

  init(_ task: Dataset.Task, _ output: Shape, threshold: Float) {
    self.task = task
    outputs = output.count
    classes = output.columns
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
      for i in 0..<rows * (outputs / classes)
      where largest(answers + i * classes) == Int(targets[i]) { right += 1 }
    }
    return right
  }

  /// How many targets of `rows` rows count: all but the classes that are to be ignored.
  func counted(_ targets: UnsafePointer<Float>, rows: Int) -> Int {
    guard case .classes = task else { return rows * outputs }
    let count = rows * (outputs / classes)
    var counted = 0
    for i in 0..<count where targets[i] != Dataset.ignoredClass { counted += 1 }
    return counted
  }

  /// Of `count` targets; NaN for a regression.
  func share(_ right: Int, of count: Int) -> Float {
    task == .regression ? .nan : Float(right) / Float(count)
  }

  private func largest(_ answers: UnsafePointer<Float>) -> Int {
    var best = 0
    for i in 0..<classes where answers[i] > answers[best] { best = i }
    return best
  }
}
