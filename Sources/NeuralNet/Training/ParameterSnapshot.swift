/// The state of a training run at one moment: parameters, what the optimizer remembers, and how far
/// the run had come.
public struct ParameterSnapshot: Equatable, Sendable {
  let values: [Float]
  /// What the optimizer remembers, block by block.
  let moments: [[Float]]
  /// Gradients of the parts of an update so far, and moving averages; empty if there are none.
  let sums: [Float]
  let averages: [Float]
  let plateau: Plateau.State?
  let stepCount: Int
  let epochCount: Int
  let position: EpochPosition
}

extension Trainer {
  /// The state of the run, to come back to.
  public func snapshot() -> ParameterSnapshot {
    let store = network.store
    return ParameterSnapshot(
      values: Array(store.values.elements),
      moments: store.moments.map { Array($0.memory.elements) },
      sums: store.sums.map { Array($0.elements) } ?? [],
      averages: store.averages.map { Array($0.elements) } ?? [], plateau: plateau,
      stepCount: stepCount, epochCount: epochCount, position: position)
  }

  /// Goes back to an earlier state; training on from it gives what it gave the first time.
  ///
  /// - Precondition: the snapshot is one of this run, or of one with the same layers.
  public func restore(_ snapshot: ParameterSnapshot) {
    let store = network.store
    precondition(
      snapshot.values.count == store.count
        && snapshot.moments.map { $0.count } == store.moments.map { $0.memory.count },
      "a snapshot of another network")
    for (i, value) in snapshot.values.enumerated() { store.values.floats[i] = value }
    for (block, moments) in zip(store.moments, snapshot.moments) {
      for (i, moment) in moments.enumerated() { block.memory.floats[i] = moment }
    }
    for (i, sum) in snapshot.sums.enumerated() { store.sums?.floats[i] = sum }
    for (i, average) in snapshot.averages.enumerated() { store.averages?.floats[i] = average }
    plateau = snapshot.plateau
    stepCount = snapshot.stepCount
    epochCount = snapshot.epochCount
    position = snapshot.position
    recentLosses = RecentLosses()
  }
}
