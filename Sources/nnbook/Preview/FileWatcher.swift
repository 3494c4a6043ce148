import Foundation

/// Tells which files change in content, by looking at all of them every 50 ms.
///
/// Looking works everywhere, network folders and containers included, and costs some microseconds a
/// file. Touching a file or saving the same text again is no change.
final class FileWatcher: @unchecked Sendable {
  /// The time between two looks: 50 ms.
  static let interval = 0.05
  /// The same while a file has just changed: 10 ms, so that no time is lost when it is calm.
  static let shortInterval = 0.01

  private let tell: @Sendable (Set<String>) -> Void
  // Everything below is only touched while the lock is held.
  private let lock = NSCondition()
  private var files: [String: WatchedFile] = [:]
  private var isStopped = false

  /// A watcher that calls `tell` with the paths that changed, from a thread of its own.
  init(tell: @escaping @Sendable (Set<String>) -> Void) { self.tell = tell }

  /// Watches these paths and no others; those that it knows already keep their state.
  func watch(_ paths: Set<String>) {
    lock.withLock {
      files = files.filter { paths.contains($0.key) }
      for path in paths where files[path] == nil { files[path] = WatchedFile(path) }
    }
  }

  /// Begins to look.
  func start() {
    let thread = Thread { [self] in
      while wait() {
        let changed = look()
        if !changed.isEmpty { tell(changed) }
      }
    }
    thread.name = "nnbook watcher"
    thread.start()
  }

  /// Ends the thread at once.
  func stop() {
    lock.withLock {
      isStopped = true
      lock.broadcast()
    }
  }

  /// Waits until it is time to look again; false if it was stopped.
  private func wait() -> Bool {
    lock.withLock {
      let isPending = files.values.contains { $0.isPending }
      let end = Date(timeIntervalSinceNow: isPending ? Self.shortInterval : Self.interval)
      while !isStopped, lock.wait(until: end) {}
      return !isStopped
    }
  }

  private func look() -> Set<String> {
    lock.withLock {
      let now = ContinuousClock.now
      return Set(files.keys.filter { files[$0]?.hasChanged(at: now) == true })
    }
  }
}
