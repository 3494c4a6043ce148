import Testing

@testable import NeuralNet

/// The free list: ranges do not overlap, and memory is used again.
struct ArenaTests {
  @Test("ranges that are in use never overlap, and all memory comes back", arguments: 0..<20)
  func noOverlap(seed: Int) {
    var arena = Arena(), numbers = TestNumbers(seed), used: [Range<Int>] = []
    for _ in 0..<500 {
      if used.isEmpty || numbers.below(3) > 0 {
        let count = 1 + numbers.below(200), start = arena.take(count)
        #expect(start % 16 == 0)
        #expect(used.allSatisfy { !$0.overlaps(start..<start + count) })
        used.append(start..<start + count)
      } else {
        let range = used.remove(at: numbers.below(used.count))
        arena.give(range.lowerBound, range.count)
      }
    }
    for range in used { arena.give(range.lowerBound, range.count) }
    let all = arena.count
    #expect(arena.take(all) == 0)
    #expect(arena.count == all)
  }

  @Test("the smallest range that fits is taken")
  func bestFit() {
    var arena = Arena()
    let large = arena.take(64), between = arena.take(16), small = arena.take(32)
    _ = arena.take(16)
    arena.give(large, 64)
    arena.give(small, 32)
    #expect(arena.take(20) == small)
    #expect(arena.take(20) == large)
    #expect(between == 64)
  }
}
