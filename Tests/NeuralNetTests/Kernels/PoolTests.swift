import Kernels
import Synchronization
import Testing

@testable import NeuralNet

/// Threads: every part is done once, and the caller goes on only when all are.
struct PoolTests {
  @Test("parallelFor visits every index once", arguments: [1, 2, 3, 7])
  func visitsAll(threads: Int) {
    let visits = (0..<100).map { _ in Counter() }
    parallelFor(count: 100, threads: threads) { visits[$0].increment() }
    #expect(visits.allSatisfy { $0.value == 1 })
  }

  @Test("parallelFor of nothing does nothing", arguments: [0, -1])
  func visitsNone(count: Int) {
    let visits = Counter()
    parallelFor(count: count, threads: 4) { _ in visits.increment() }
    #expect(visits.value == 0)
  }

  @Test("a pool can be used again and again, and more threads than cores change nothing")
  func poolRuns() throws {
    let pool = try #require(pool_create(5))
    let calls = Counter()
    for _ in 0..<1000 {
      pool_run(
        pool,
        { argument, _ in
          guard let argument else { return }
          Unmanaged<Counter>.fromOpaque(argument).takeUnretainedValue().increment()
        }, Unmanaged.passUnretained(calls).toOpaque())
    }
    pool_destroy(pool)
    #expect(calls.value == 5000)
  }

  @Test("a machine has at least one thread", arguments: [-3, 0, 1, 2])
  func machineThreads(threads: Int) {
    #expect(Machine(threads: threads).threads == max(threads, 1))
  }
}

final class Counter: Sendable {
  private let count = Atomic<Int>(0)
  func increment() { count.add(1, ordering: .relaxed) }
  var value: Int { count.load(ordering: .relaxed) }
}
