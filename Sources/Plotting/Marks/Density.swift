/// The density of a sample by the kernel of Epanechnikov, at 41 values from its lowest to its highest.
///
/// - Source: B. Silverman, "Density Estimation for Statistics and Data Analysis" (1986), rule (3.31)
///   for the width, 0.9 min(deviation, range / 1.34) n^(−1/5), times 2.21 for this kernel.
struct Density: Sendable {
  /// Values with their densities as shares of the largest.
  let points: [(value: Double, share: Double)]

  /// Nil for a sample of fewer than two different values.
  init?(_ sample: [Double]) {
    let values = sample.filter { $0.isFinite }.sorted()
    guard let box = Quartiles(values), let low = values.first, let high = values.last, low < high
    else { return nil }
    let width = Density.width(values, box)
    let places = (0...40).map { low + (high - low) * Double($0) / 40 }
    let densities = places.map { place in
      var sum = 0.0
      for value in values {
        let distance = (value - place) / width
        if distance.magnitude < 1 { sum += 1 - distance * distance }
      }
      return sum
    }
    var most = 0.0
    for density in densities { most = max(most, density) }
    points = zip(places, densities).map { (value: $0, share: most > 0 ? $1 / most : 0) }
  }

  private static func width(_ values: [Double], _ box: Quartiles) -> Double {
    let count = Double(values.count)
    var (sum, squares) = (0.0, 0.0)
    for value in values { sum += value }
    for value in values { squares += (value - sum / count) * (value - sum / count) }
    let deviation = (squares / count).squareRoot()
    let range = (box.upper - box.lower) / 1.34
    return max(
      2.21 * 0.9 * (range > 0 ? min(deviation, range) : deviation) / fifthRoot(count), 1e-300)
  }

  /// By Newton's method, for `x ≥ 1`.
  private static func fifthRoot(_ x: Double) -> Double {
    var root = x.squareRoot().squareRoot()
    for _ in 0..<12 { root = (4 * root + x / (root * root * root * root)) / 5 }
    return root
  }

  /// The share at the place nearest to a value.
  func share(at value: Double) -> Double {
    var (best, distance) = (0.0, Double.infinity)
    for point in points where (point.value - value).magnitude < distance {
      (best, distance) = (point.share, (point.value - value).magnitude)
    }
    return best
  }
}
