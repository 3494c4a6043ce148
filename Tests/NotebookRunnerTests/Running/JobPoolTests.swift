import Foundation
import Synchronization
import TestSupport
import Testing

@testable import NotebookRunner

@Suite("The pool of jobs")
struct JobPoolTests {
  @Test("runs each job once, after those it needs", arguments: [1, 2, 5])
  func order(width: Int) {
    var random = SplitMix(seed: 5)
    for _ in 0..<40 {
      let count = 1 + Int(random.next(below: 30))
      let needs = (0..<count).map { number in
        (0..<number).filter { _ in random.next(below: 5) == 0 }
      }
      let done = Mutex<[Int]>([])
      let jobs = (0..<count).map { number in
        JobPool.Job(estimate: Double(number % 3), needs: needs[number]) { _ in
          done.withLock { done in
            #expect(Set(needs[number]).isSubset(of: done))
            done.append(number)
          }
        }
      }
      JobPool(width: width).run(jobs)
      #expect(done.withLock { $0.sorted() } == Array(0..<count))
    }
  }

  @Test("begins with the longest of those that are ready")
  func longestFirst() {
    let order = Mutex<[Int]>([])
    let jobs = [1.0, 5, 3, 5].enumerated().map { number, estimate in
      JobPool.Job(estimate: estimate, needs: []) { _ in order.withLock { $0.append(number) } }
    }
    JobPool(width: 1).run(jobs)
    #expect(order.withLock { $0 } == [1, 3, 2, 0])
  }

  @Test("never runs more than its width at once, parts included", arguments: [1, 2, 3])
  func width(_ width: Int) {
    let running = Mutex((now: 0, most: 0))
    let parts = Mutex(0)
    let pool = JobPool(width: width)
    let jobs = (0..<6).map { _ in
      JobPool.Job(estimate: 1, needs: []) { _ in
        pool.forEach(7) { _ in
          running.withLock {
            $0.now += 1
            $0.most = max($0.most, $0.now)
          }
          Thread.sleep(forTimeInterval: 0.0005)
          running.withLock { $0.now -= 1 }
          parts.withLock { $0 += 1 }
        }
      }
    }
    pool.run(jobs)
    #expect(parts.withLock { $0 } == 42)
    #expect(running.withLock { $0.most } <= width)
  }

  @Test("gives a job that is alone all threads")
  func alone() {
    let seen = Mutex<[Bool]>([])
    let job = { (needs: [Int]) in
      JobPool.Job(estimate: 1, needs: needs) { isAlone in seen.withLock { $0.append(isAlone) } }
    }
    JobPool(width: 1).run([job([]), job([0]), job([0])])
    #expect(seen.withLock { $0 } == [true, false, true])
  }

  @Test("does nothing without jobs")
  func empty() { JobPool(width: 4).run([]) }
}
