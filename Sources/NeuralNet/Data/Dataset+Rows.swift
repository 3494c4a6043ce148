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
  /// - Parameters:
  ///   - fraction: of the first part, in [0, 1]; rounded to whole rows.
  ///   - stratified: whether each class has its share in both parts, to a row; without effect on
  ///     other tasks than one yes or no, or one class, a row. Default false.
  public func split(
    fraction: Float, stratified: Bool = false, seed: UInt64
  ) -> (Dataset, Dataset) {
    let bounded = fraction > 0 ? (fraction < 1 ? fraction : 1) : 0
    let n = Int((Double(count) * Double(bounded)).rounded(.toNearestOrEven))
    let order = order(seed: seed, stream: .split)
    guard stratified, targetCount == 1, task != .regression, !targets.contains(Dataset.ignoredClass)
    else {
      return (rows(Array(order[..<n])), rows(Array(order[n...])))
    }
    var quotas = quotas(n), first: [Int32] = [], rest: [Int32] = []
    for row in order {
      let label = Int(targets[Int(row)])
      quotas[label] -= 1
      if quotas[label] >= 0 { first.append(row) } else { rest.append(row) }
    }
    return (rows(first), rows(rest))
  }

  /// How many rows of each class are among `n`: the whole part of their share, and one more for
  /// those whose shares leave most over, the first of equals.
  private func quotas(_ n: Int) -> [Int] {
    var counts = [Int64](repeating: 0, count: task == .binary ? 2 : outputCount)
    for target in targets { counts[Int(target)] += 1 }
    let all = Int64(count), n = Int64(n)
    var quotas = counts.map { Int($0 * n / all) }
    var left = counts.map { $0 * n % all }
    for _ in 0..<Int(n) - quotas.reduce(0, +) {
      guard
        let most = left.indices.max(by: { left[$0] < left[$1] || left[$0] == left[$1] && $0 > $1 })
      else { break }
      quotas[most] += 1
      left[most] = -1
    }
    return quotas
  }

  /// All rows in random order.
  public func shuffled(seed: UInt64) -> Dataset { shuffled(seed: seed, stream: .split) }

  func shuffled(seed: UInt64, stream: RandomStream.Stream) -> Dataset {
    rows(order(seed: seed, stream: stream))
  }

  private func order(seed: UInt64, stream: RandomStream.Stream) -> [Int32] {
    var indices = (0..<Int32(count)).map { $0 }
    var random = RandomStream(seed: seed, stream: stream)
    random.shuffle(&indices)
    return indices
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
