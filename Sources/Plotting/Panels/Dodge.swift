/// Moves places on a line apart, each as little as possible.
enum Dodge {
  /// The places nearest to `wanted` (least squares) that are at least `pitch` apart and within the
  /// limits, in the order of `wanted`; closer together where they do not fit.
  ///
  /// Pool adjacent violators: neighbours that would overlap are joined into a block around the
  /// mean of what they want.
  static func apart(
    _ wanted: [Double], pitch: Double, from lower: Double, to upper: Double
  ) -> [Double] {
    guard wanted.count > 1 else { return wanted.map { min(max($0, lower), max(lower, upper)) } }
    let gaps = Double(wanted.count - 1)
    let pitch = min(pitch, max(0, upper - lower) / gaps)
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    // With rank · pitch taken off, "at least pitch apart" means "not descending".
    let blocks = Block.ascending(
      order.enumerated().map { rank, index in wanted[index] - Double(rank) * pitch })
    let highest = max(lower, upper - gaps * pitch)
    var places = wanted
    var rank = 0
    for block in blocks {
      let mean = min(max(block.mean, lower), highest)
      for _ in 0..<block.count {
        places[order[rank]] = mean + Double(rank) * pitch
        rank += 1
      }
    }
    return places
  }

  /// Neighbours that stand as close together as they may.
  private struct Block {
    var mean: Double
    var count: Int

    /// The fewest joins of neighbours after which the means do not descend.
    static func ascending(_ values: [Double]) -> [Block] {
      var blocks: [Block] = []
      for value in values {
        var block = Block(mean: value, count: 1)
        while let before = blocks.last, before.mean >= block.mean {
          block = before.joined(with: block)
          blocks.removeLast()
        }
        blocks.append(block)
      }
      return blocks
    }

    private func joined(with other: Block) -> Block {
      let sum = mean * Double(count) + other.mean * Double(other.count)
      return Block(mean: sum / Double(count + other.count), count: count + other.count)
    }
  }
}
