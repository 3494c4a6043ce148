/// The range of the values that marks show on an axis; what is not finite is left out.
struct Extent: Sendable {
  /// The lowest value so far; +∞ before the first.
  private(set) var lower = Double.infinity
  /// The highest value so far; −∞ before the first.
  private(set) var upper = -Double.infinity
  /// The lowest value above 0, where a logarithmic axis starts; +∞ before the first.
  private(set) var lowestPositive = Double.infinity
  /// Whether 0 is the foot of bars, on which the axis stands.
  private(set) var hasFoot = false
  /// Whether something fills the range, so that no margin is wanted around it.
  private(set) var isFilled = false
  private var hasFractions = false

  /// Whether there was no finite value.
  var isEmpty: Bool { lower > upper }

  /// Whether there were values, all whole numbers: no ticks are wanted between them.
  var isWhole: Bool { !isEmpty && !hasFractions }

  /// Whether the values are a count from 1 on, as of epochs: the axis starts at 0, where a tick
  /// stands.
  var countsFromOne: Bool { isWhole && lower == 1 && upper >= 8 }

  /// Takes in a value; what is beyond ±10³⁰⁰ has left every scale.
  mutating func add(_ value: Double) {
    guard value.magnitude <= 1e300 else { return }
    lower = min(lower, value)
    upper = max(upper, value)
    if value > 0 { lowestPositive = min(lowestPositive, value) }
    if value != value.rounded(.down) { hasFractions = true }
  }

  /// Takes in all values of a series.
  mutating func add(_ values: [Double]) {
    for value in values { add(value) }
  }

  /// Takes in 0 as the foot of bars.
  mutating func addFoot() {
    add(0)
    hasFoot = true
  }

  /// Takes in a range that is filled from end to end: a map.
  mutating func fill(from lower: Double, to upper: Double) {
    add(lower)
    add(upper)
    isFilled = true
  }

  /// Takes in what another extent holds.
  mutating func add(_ other: Extent) {
    lower = min(lower, other.lower)
    upper = max(upper, other.upper)
    lowestPositive = min(lowestPositive, other.lowestPositive)
    hasFoot = hasFoot || other.hasFoot
    isFilled = isFilled || other.isFilled
    hasFractions = hasFractions || other.hasFractions
  }
}
