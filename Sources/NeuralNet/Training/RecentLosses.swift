/// The losses of the last steps, for the small curve of a diagnosis.
struct RecentLosses {
  static let limit = 40
  private var losses = [Float](repeating: 0, count: limit)
  private var count = 0

  /// Adds the loss of a step.
  mutating func append(_ loss: Float) {
    losses[count % RecentLosses.limit] = loss
    count &+= 1
  }

  /// At most 40, the oldest first.
  var ordered: [Float] {
    let first = max(count - RecentLosses.limit, 0)
    return (first..<count).map { losses[$0 % RecentLosses.limit] }
  }
}
