import Notebook

/// Blocks of one run that have the same key: the first one works, the others wait for what it stores.
///
/// Variants of a notebook have many blocks in common; other notebooks are not looked at, as their
/// keys would be made twice for little.
struct SharedWork {
  /// By a block's place among those that run, the place of the first with the same key.
  private(set) var leaders: [Int: Int] = [:]

  init(_ blocks: [BlockPlan], _ plan: ProjectPlan, _ keys: BlockKeys, _ cache: ResultCache?) {
    guard let cache, !cache.ignoresOld else { return }
    var first: [String: Int] = [:]
    for (place, block) in blocks.enumerated() where block.usesCache {
      // A block without a key fails when it runs, and says why.
      guard !plan.notebooks[block.id.notebook].variant.isEmpty,
        let digest = try? keys.key(of: block).digest
      else { continue }
      if let leader = first[digest] { leaders[place] = leader } else { first[digest] = place }
    }
  }
}
