/// How many numbers lie between which bounds.
public struct Histogram: Equatable, Sendable {
  /// The bounds, ascending; n of them make n − 1 bins.
  public let edges: [Float]
  /// How many numbers are in each bin: from its lower bound on and below its upper one; the last bin
  /// has its upper bound too, as numpy's.
  public let counts: [Int]
  /// How many are below the first bound.
  public let below: Int
  /// How many are above the last bound; those that are not a number are nowhere.
  public let above: Int

  /// Counts the numbers.
  ///
  /// - Parameter edges: in any order; with fewer than two there are no bins.
  public init(_ numbers: [Float], edges: [Float]) {
    self = numbers.withUnsafeBufferPointer { Histogram($0, edges: edges) }
  }

  init(_ numbers: UnsafeBufferPointer<Float>, edges: [Float]) {
    let edges = edges.sorted()
    var counts = [Int](repeating: 0, count: max(edges.count - 1, 0))
    var below = 0, above = 0
    for x in numbers {
      let passed = Histogram.edges(edges, upTo: x)
      if passed == 0, !x.isNaN {
        below += 1
      } else if passed < edges.count, !x.isNaN {
        counts[passed - 1] += 1
      } else if let last = edges.last, x == last, !counts.isEmpty {
        counts[counts.count - 1] += 1
      } else if !x.isNaN {
        above += 1
      }
    }
    (self.edges, self.counts, self.below, self.above) = (edges, counts, below, above)
  }

  /// How many edges are at most x.
  private static func edges(_ edges: [Float], upTo x: Float) -> Int {
    var low = 0, high = edges.count
    while low < high {
      let middle = (low + high) / 2
      if edges[middle] <= x { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Histogram {
  /// The edges of `bins` equal bins over a range; none if it is empty or not finite.
  public static func edges(from lower: Float, to upper: Float, bins: Int) -> [Float] {
    guard lower < upper, (upper - lower).isFinite, bins > 0 else { return [] }
    return (0...bins).map {
      $0 == bins ? upper : lower + (upper - lower) * (Float($0) / Float(bins))
    }
  }
}
