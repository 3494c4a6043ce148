extension Dataset {
  /// The given rows, in the given order; a row may be there twice.
  ///
  /// - Precondition: each index is that of a row.
  public func rows(_ indices: [Int32]) -> Dataset {
    var features: [Float] = [], targets: [Float] = []
    features.reserveCapacity(indices.count * featureCount)
    targets.reserveCapacity(indices.count * targetCount)
    for index in indices {
      let row = Int(index)
      features += self.features[row * featureCount..<(row + 1) * featureCount]
      targets += self.targets[row * targetCount..<(row + 1) * targetCount]
    }
    return with(features, targets)
  }

  /// The first `n` rows; all if there are fewer.
  public func prefix(_ n: Int) -> Dataset { rows(from: 0, to: n) }

  /// The first `n` rows, and the others.
  public func split(first n: Int) -> (Dataset, Dataset) {
    (rows(from: 0, to: n), rows(from: n, to: count))
  }

  /// A random part of the rows, and the others; both in random order.
  ///
  /// - Parameter fraction: of the first part, in [0, 1]; rounded to whole rows.
  public func split(fraction: Float, seed: UInt64) -> (Dataset, Dataset) {
    let bounded = fraction > 0 ? (fraction < 1 ? fraction : 1) : 0
    let n = Int((Double(count) * Double(bounded)).rounded(.toNearestOrEven))
    return shuffled(seed: seed).split(first: n)
  }

  /// All rows in random order.
  public func shuffled(seed: UInt64) -> Dataset { shuffled(seed: seed, stream: .split) }

  func shuffled(seed: UInt64, stream: RandomStream.Stream) -> Dataset {
    var indices = (0..<Int32(count)).map { $0 }
    var random = RandomStream(seed: seed, stream: stream)
    random.shuffle(&indices)
    return rows(indices)
  }

  private func rows(from start: Int, to end: Int) -> Dataset {
    let start = min(max(start, 0), count), end = min(max(end, start), count)
    return with(
      Array(features[start * featureCount..<end * featureCount]),
      Array(targets[start * targetCount..<end * targetCount]))
  }

  private func with(_ features: [Float], _ targets: [Float]) -> Dataset {
    Dataset(
      unchecked: features, targets, featureCount: featureCount, targetCount: targetCount,
      task: task, classNames: classNames, imageWidth: imageWidth, imageHeight: imageHeight)
  }
}
