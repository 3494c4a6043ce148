/// What a box shows of a sample.
///
/// Quartiles interpolate between the two nearest values (type 7 of Hyndman and Fan, as in NumPy and
/// R); whiskers reach to the last value within 1.5 times the box.
public struct Quartiles: Sendable {
  /// A quarter of the values lies below.
  public let lower: Double
  /// Half of the values lie below.
  public let median: Double
  /// A quarter of the values lies above.
  public let upper: Double
  let whiskers: (low: Double, high: Double)
  /// What lies beyond the whiskers, ascending.
  let outliers: [Double]

  /// Nil for a sample without finite values.
  public init?(_ sample: [Double]) {
    let sorted = sample.filter { $0.isFinite }.sorted()
    guard !sorted.isEmpty else { return nil }
    lower = Quartiles.quantile(0.25, of: sorted)
    median = Quartiles.quantile(0.5, of: sorted)
    upper = Quartiles.quantile(0.75, of: sorted)
    let reach = 1.5 * (upper - lower)
    let (floor, ceiling) = (lower - reach, upper + reach)
    let inside = sorted.filter { $0 >= floor && $0 <= ceiling }
    whiskers = (inside.first ?? lower, inside.last ?? upper)
    outliers = sorted.filter { $0 < floor || $0 > ceiling }
  }

  private static func quantile(_ share: Double, of sorted: [Double]) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
  }
}
