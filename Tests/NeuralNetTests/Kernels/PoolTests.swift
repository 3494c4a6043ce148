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

  /// Each step adds 1 to what the step before made of its unit, or 1000 to what it made of the next
  /// unit, which is wrong unless the threads have met. Doing a unit twice would show too.
  @Test("steps find what the steps before them made", arguments: [1, 2, 5], [1, 2, 7, 64])
  func stepsInOrder(threads: Int32, units: Int32) throws {
    let length = Int(units), count = 12
    let rows = UnsafeMutablePointer<Float>.allocate(capacity: length * (count + 1))
    defer { rows.deallocate() }
    let steps = (0..<count).map { number in
      var step = Step()
      step.a = UnsafePointer(rows + number * length)
      step.out = rows + (number + 1) * length
      step.units = units
      let carriesOn = number % 4 > 1
      step.sharesRows = carriesOn ? 1 : 0
      step.run = carriesOn ? addToOwn : addToNext
      return step
    }
    let pool = try #require(pool_create(threads))
    defer { pool_destroy(pool) }
    let contexts = [Context](repeating: Context(), count: Int(threads))
    for _ in 0..<300 {
      rows.initialize(repeating: 0, count: length * (count + 1))
      pool_run_steps(pool, steps, count, contexts)
      let last = UnsafeBufferPointer(start: rows + count * length, count: length)
      #expect(last.allSatisfy { $0 == 6006 })
    }
  }

  @Test("a machine has at least one thread", arguments: [-3, 0, 1, 2])
  func machineThreads(threads: Int) {
    #expect(Machine(threads: threads).threads == max(threads, 1))
  }
}

private let addToOwn: Kernel = { step, _, first, last in
  for unit in first..<last { step.pointee.out[unit] += step.pointee.a[unit] + 1 }
}

private let addToNext: Kernel = { step, _, first, last in
  let units = Int(step.pointee.units)
  for unit in first..<last {
    step.pointee.out[unit] += step.pointee.a[(unit + 1) % units] + 1000
  }
}

final class Counter: Sendable {
  private let count = Atomic<Int>(0)
  func increment() { count.add(1, ordering: .relaxed) }
  var value: Int { count.load(ordering: .relaxed) }
}
