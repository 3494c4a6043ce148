/// Ranges of one growing block of memory, given out and taken back while planning.
///
/// Sizes are rounded up to 16 floats, a cache line, so that no two values share one.
struct Arena {
  /// Floats needed in all.
  private(set) var count = 0
  private var free: [Range<Int>] = []

  /// The start of the smallest free range that fits, or of new memory at the end.
  mutating func take(_ count: Int) -> Int {
    let size = Arena.rounded(count)
    var best: Int?
    for i in free.indices where free[i].count >= size {
      if best.map({ free[i].count < free[$0].count }) ?? true { best = i }
    }
    guard let best else {
      self.count += size
      return self.count - size
    }
    let range = free[best]
    if range.count == size {
      free.remove(at: best)
    } else {
      free[best] = range.lowerBound + size..<range.upperBound
    }
    return range.lowerBound
  }

  /// Takes a range back and joins it with its neighbours.
  mutating func give(_ start: Int, _ count: Int) {
    var range = start..<start + Arena.rounded(count)
    var at = 0
    while at < free.count, free[at].lowerBound < start { at += 1 }
    if at < free.count, free[at].lowerBound == range.upperBound {
      range = range.lowerBound..<free[at].upperBound
      free.remove(at: at)
    }
    if at > 0, free[at - 1].upperBound == range.lowerBound {
      free[at - 1] = free[at - 1].lowerBound..<range.upperBound
    } else {
      free.insert(range, at: at)
    }
  }

  static func rounded(_ count: Int) -> Int { (count + 15) / 16 * 16 }
}
