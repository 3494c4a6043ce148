/// The state of a training run at one moment: parameters, what the optimizer remembers, and how far
/// the run had come.
public struct ParameterSnapshot: Equatable, Sendable {
  let values: [Float]
  let moments: [Float]
  let stepCount: Int
  let epochCount: Int
  let position: EpochPosition
}

extension Trainer {
  /// The state of the run, to come back to.
  public func snapshot() -> ParameterSnapshot {
    let store = network.store
    return ParameterSnapshot(
      values: Array(UnsafeBufferPointer(start: store.values.floats, count: store.count)),
      moments: Array(UnsafeBufferPointer(start: store.moments.floats, count: store.moments.count)),
      stepCount: stepCount, epochCount: epochCount, position: position)
  }

  /// Goes back to an earlier state; training on from it gives what it gave the first time.
  ///
  /// - Precondition: the snapshot is one of this run, or of one with the same layers.
  public func restore(_ snapshot: ParameterSnapshot) {
    let store = network.store
    precondition(
      snapshot.values.count == store.count && snapshot.moments.count == store.moments.count,
      "a snapshot of another network")
    for (i, value) in snapshot.values.enumerated() { store.values.floats[i] = value }
    for (i, moment) in snapshot.moments.enumerated() { store.moments.floats[i] = moment }
    stepCount = snapshot.stepCount
    epochCount = snapshot.epochCount
    position = snapshot.position
    recentLosses = RecentLosses()
  }
}
