/// Numbers about numbers.
enum Statistics {
  /// The value in the middle of `numbers`, the mean of two when their count is even; NaNs count as
  /// infinite, so that a diverged run is never the better half.
  static func median(_ numbers: [Double]) -> Double {
    let sorted = ordered(numbers)
    guard !sorted.isEmpty else { return .nan }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// The middle half of `numbers`: of five the middle three.
  static func middleHalf(_ numbers: [Double]) -> (lower: Double, upper: Double) {
    let sorted = ordered(numbers)
    guard !sorted.isEmpty else { return (.nan, .nan) }
    let cut = sorted.count / 4
    return (sorted[cut], sorted[sorted.count - 1 - cut])
  }

  /// Where the lowest of `numbers` stands, the first of equals; NaNs count as infinite here too.
  static func lowest(_ numbers: [Double]) -> Int? {
    let known = known(numbers)
    return known.indices.min { known[$0] < known[$1] }
  }

  private static func ordered(_ numbers: [Double]) -> [Double] {
    known(numbers).sorted()
  }

  private static func known(_ numbers: [Double]) -> [Double] {
    numbers.map { $0.isNaN ? .infinity : $0 }
  }
}
