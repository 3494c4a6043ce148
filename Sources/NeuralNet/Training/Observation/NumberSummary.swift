/// What a list of numbers looks like; computed in Float64, in the order of the list.
public struct NumberSummary: Equatable, Sendable {
  /// How many there are.
  public let count: Int
  /// `Σ x / n`.
  public let mean: Double
  /// `√(Σ (x − mean)² / n)`.
  public let deviation: Double
  /// The smallest one that is a number; infinite if none is.
  public let smallest: Float
  /// The largest one that is a number; −infinite if none is.
  public let largest: Float
  /// `√Σ x²`.
  public let norm: Double
  /// The share of zeros.
  public let zeroShare: Double
  /// How many are infinite or not a number.
  public let nonFiniteCount: Int
  /// How many lie where; nil if that was not asked for.
  public let histogram: Histogram?

  /// Measures the numbers.
  ///
  /// - Parameter edges: those of the histogram; nil for none.
  public init(_ numbers: [Float], edges: [Float]? = nil) {
    self = numbers.withUnsafeBufferPointer { NumberSummary($0, edges: edges) }
  }

  init(_ numbers: UnsafeBufferPointer<Float>, edges: [Float]?) {
    var sum = 0.0, squares = 0.0, zeros = 0, nonFinite = 0
    var smallest = Float.infinity, largest = -Float.infinity
    for x in numbers {
      sum += Double(x)
      squares += Double(x) * Double(x)
      if x == 0 { zeros += 1 }
      if !x.isFinite { nonFinite += 1 }
      if x < smallest { smallest = x }
      if x > largest { largest = x }
    }
    let n = Double(numbers.count), mean = sum / n
    count = numbers.count
    self.mean = mean
    deviation = (NumberSummary.squaredDeviations(numbers, from: mean) / n).squareRoot()
    self.smallest = smallest
    self.largest = largest
    norm = squares.squareRoot()
    zeroShare = Double(zeros) / n
    nonFiniteCount = nonFinite
    histogram = edges.map { Histogram(numbers, edges: $0) }
  }

  private static func squaredDeviations(
    _ numbers: UnsafeBufferPointer<Float>, from mean: Double
  ) -> Double {
    var sum = 0.0
    for x in numbers { sum += (Double(x) - mean) * (Double(x) - mean) }
    return sum
  }
}
