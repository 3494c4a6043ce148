import Foundation
import Synchronization

/// What has changed since somebody last looked, handed from the watcher's thread to the session's.
final class ChangeInbox: @unchecked Sendable {
  private let interruption = Atomic(false)
  // Everything below is only touched while the lock is held.
  private let lock = NSCondition()
  private var changed: Set<String> = []
  private var isClosed = false
  private var waits = false

  /// Whether the run in flight should end: a change concerns it, or everything ends. It is asked
  /// between steps of training.
  var interrupts: Bool { interruption.load(ordering: .relaxed) }

  /// Whether nothing runs, so that there is nothing to interrupt.
  var isIdle: Bool { lock.withLock { waits } }

  /// Notes changes.
  ///
  /// - Parameter interrupting: whether the run in flight cannot be of use any more.
  func add(_ paths: Set<String>, interrupting: Bool) {
    lock.withLock {
      changed.formUnion(paths)
      if interrupting { interruption.store(true, ordering: .relaxed) }
      lock.broadcast()
    }
  }

  /// Ends the run in flight and all waiting.
  func close() {
    lock.withLock {
      isClosed = true
      interruption.store(true, ordering: .relaxed)
      lock.broadcast()
    }
  }

  /// Takes all changes out; none if there are none and `waiting` is false.
  ///
  /// - Returns: nil if the inbox is closed.
  func take(waiting: Bool) -> Set<String>? {
    lock.withLock {
      waits = waiting
      while waiting, changed.isEmpty, !isClosed { lock.wait() }
      waits = false
      guard !isClosed else { return nil }
      interruption.store(false, ordering: .relaxed)
      defer { changed = [] }
      return changed
    }
  }
}
