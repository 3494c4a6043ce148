/// The memory that a trainer works in, in bytes; its data and its evaluations come on top.
public struct MemoryUse: Equatable, Sendable {
  /// The parameters.
  public let parameters: Int
  /// A gradient for each of them.
  public let gradients: Int
  /// What the optimizer keeps, and gradients and averages that are kept from step to step.
  public let moments: Int
  /// The values of a step, in which no two that are needed at once share a place: one arena for whole
  /// batches, one for the short batch.
  public let arenas: Int
  /// What kernels lay numbers out in, for all threads.
  public let scratch: Int

  /// All of it.
  public var total: Int { parameters + gradients + moments + arenas + scratch }
}

extension Program {
  /// The bytes of memory for values; parameters, gradients and moments come on top.
  public var arenaBytes: Int { bytes(plan.arenaCount * machine.width) }
}

extension Trainer {
  /// The memory that training works in: all of it is taken when the trainer is made.
  public var memoryUse: MemoryUse {
    let store = network.store
    let kept = store.moments.map { $0.memory } + [store.sums, store.averages].compactMap { $0 }
    return MemoryUse(
      parameters: bytes(store.values.count), gradients: bytes(store.gradients.count),
      moments: kept.reduce(0) { $0 + bytes($1.count) },
      arenas: batches.reduce(0) { $0 + $1.program.arenaBytes },
      scratch: network.machine.scratch.reduce(0) { $0 + bytes($1.count) })
  }
}

private func bytes(_ floats: Int) -> Int { floats * MemoryLayout<Float>.stride }
