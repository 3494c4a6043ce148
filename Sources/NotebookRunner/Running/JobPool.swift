import Foundation

/// Threads that run the blocks of notebooks, and the parts of blocks that have some.
///
/// Blocks and parts share the threads, so that never more things run at once than were asked for. A
/// part of a block that has begun goes before a block that has not; of the blocks that are ready the
/// one with the largest estimate goes first, so that no long one is left for the end. Results depend
/// on none of it.
final class JobPool: @unchecked Sendable {
  /// One block of work.
  struct Job {
    /// What it will take, in any unit; the largest goes first.
    let estimate: Double
    /// The jobs that must be done before, by their place in the list.
    let needs: [Int]
    /// The work. `isAlone` says that nothing else runs or is ready, so that it may have all threads.
    let work: @Sendable (_ isAlone: Bool) -> Void
  }

  /// Parts of one block, dealt out one by one.
  private final class Parts {
    let count: Int
    let part: @Sendable (Int) -> Void
    var next = 0
    var unfinished: Int

    init(count: Int, part: @escaping @Sendable (Int) -> Void) {
      self.count = count
      self.part = part
      unfinished = count
    }
  }

  private let width: Int
  // Everything below is only touched while the lock is held.
  private let lock = NSCondition()
  private var jobs: [Job] = []
  private var waitsFor: [Int] = []
  private var followers: [[Int]] = []
  /// The jobs that may begin, the next one last.
  private var ready: [Int] = []
  private var unfinished = 0
  private var running = 0
  private var parts: [Parts] = []

  /// A pool that runs at most `width` things at once.
  init(width: Int) { self.width = max(1, width) }

  /// Runs all jobs and returns when the last one is done; the calling thread helps.
  ///
  /// - Precondition: no job needs itself, directly or through others.
  func run(_ jobs: [Job]) {
    prepare(jobs)
    let helpers = (1..<max(1, width)).map { _ in
      let done = DispatchSemaphore(value: 0)
      let thread = Thread { [self] in
        work()
        done.signal()
      }
      thread.stackSize = 8 << 20
      thread.start()
      return done
    }
    work()
    for helper in helpers { helper.wait() }
  }

  private func prepare(_ jobs: [Job]) {
    self.jobs = jobs
    waitsFor = jobs.map { $0.needs.count }
    followers = jobs.map { _ in [] }
    for (number, job) in jobs.enumerated() {
      for need in job.needs { followers[need].append(number) }
    }
    ready = jobs.indices.filter { waitsFor[$0] == 0 }.sorted { isLater($0, than: $1) }
    unfinished = jobs.count
  }

  /// What a thread does: parts, then jobs, then waiting, until all jobs are done.
  private func work() {
    lock.lock()
    while unfinished > 0 {
      if let parts = parts.first {
        takePart(of: parts)
      } else if let job = ready.popLast() {
        run(job)
      } else {
        lock.wait()
      }
    }
    lock.unlock()
  }

  /// Whether `job` waits for `other` when both are ready: the larger estimate goes first, and the
  /// first of equals.
  private func isLater(_ job: Int, than other: Int) -> Bool {
    (jobs[job].estimate, other) < (jobs[other].estimate, job)
  }

  private func makeReady(_ job: Int) {
    var (low, high) = (0, ready.count)
    while low < high {
      let middle = (low + high) / 2
      if isLater(ready[middle], than: job) { low = middle + 1 } else { high = middle }
    }
    ready.insert(job, at: low)
  }

  private func run(_ job: Int) {
    let isAlone = running == 0 && ready.isEmpty
    running += 1
    lock.unlock()
    jobs[job].work(isAlone)
    lock.lock()
    running -= 1
    unfinished -= 1
    for follower in followers[job] {
      waitsFor[follower] -= 1
      if waitsFor[follower] == 0 { makeReady(follower) }
    }
    lock.broadcast()
  }
}

// MARK: - Parts

extension JobPool {
  /// Calls `part` once for each number below `count`, on this thread and on those that are free.
  func forEach(_ count: Int, _ part: @Sendable (Int) -> Void) {
    guard count > 0 else { return }
    withoutActuallyEscaping(part) { part in
      let own = Parts(count: count, part: part)
      lock.lock()
      parts.append(own)
      lock.broadcast()
      while own.next < count { takePart(of: own) }
      while own.unfinished > 0 { lock.wait() }
      lock.unlock()
    }
  }

  /// Runs the next part; the lock is held before and after.
  private func takePart(of parts: Parts) {
    let number = parts.next
    parts.next += 1
    if parts.next == parts.count { self.parts.removeAll { $0 === parts } }
    lock.unlock()
    parts.part(number)
    lock.lock()
    parts.unfinished -= 1
    if parts.unfinished == 0 { lock.broadcast() }
  }
}
