/// How far an epoch is, so that one that was interrupted can go on.
struct EpochPosition: Equatable {
  /// Steps done.
  private(set) var steps = 0
  /// Rows used.
  private(set) var rows = 0
  private var lossSum = 0.0

  /// The mean loss over the rows so far.
  var meanLoss: Float { Float(lossSum / Double(rows)) }

  /// Counts a step.
  mutating func add(loss: Float, rows count: Int) {
    steps += 1
    rows += count
    lossSum += Double(loss) * Double(count)
  }
}
