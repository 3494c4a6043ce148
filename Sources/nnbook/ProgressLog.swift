import NotebookRunner
import Synchronization

/// Turns shares of work into the two moments of a block that a machine wants to know.
final class ProgressLog: Sendable {
  private let started = Mutex<Set<Int>>([])
  private let finished = Mutex<Set<Int>>([])

  /// "started" the first time that a block is heard of, "finished" the first time that all of it is
  /// done, nil between.
  func state(_ progress: BlockProgress) -> String? {
    if started.withLock({ $0.insert(progress.index).inserted }) { return "started" }
    guard progress.share >= 1 else { return nil }
    return finished.withLock { $0.insert(progress.index).inserted } ? "finished" : nil
  }
}
