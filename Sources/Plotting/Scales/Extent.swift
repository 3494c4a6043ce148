/// The range of the values that marks show on an axis; what is not finite is left out.
struct Extent: Sendable {
  /// The lowest value so far; +∞ before the first.
  private(set) var lower = Double.infinity
  /// The highest value so far; −∞ before the first.
  private(set) var upper = -Double.infinity
  /// The lowest value above 0, where a logarithmic axis starts; +∞ before the first.
  private(set) var lowestPositive = Double.infinity
  /// Whether all values so far are whole numbers, which then get no ticks between them.
  private(set) var isWhole = true

  /// Whether there was no finite value.
  var isEmpty: Bool { lower > upper }

  /// Takes in a value.
  mutating func add(_ value: Double) {
    guard value.isFinite else { return }
    lower = min(lower, value)
    upper = max(upper, value)
    if value > 0 { lowestPositive = min(lowestPositive, value) }
    if value != value.rounded(.down) { isWhole = false }
  }

  /// Takes in all values of a series.
  mutating func add(_ values: [Double]) {
    for value in values { add(value) }
  }
}
