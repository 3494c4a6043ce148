import NotebookRunner
import Synchronization

/// Counts the blocks of a run that are done, and says so at most ten times a second.
final class RunProgress: Sendable {
  private struct State {
    var done: Set<Int> = []
    var said: ContinuousClock.Instant?
  }

  private let state = Mutex(State())
  private let shelf: PageShelf

  /// Progress that the pages of `shelf` are told of.
  init(shelf: PageShelf) { self.shelf = shelf }

  /// Begins another run.
  func begin() { state.withLock { $0 = State() } }

  /// Notes how far a block has come.
  func note(_ progress: BlockProgress) {
    let now = ContinuousClock.now
    let done = state.withLock { state -> Int? in
      if progress.share >= 1 { state.done.insert(progress.index) }
      if let said = state.said, now - said < .milliseconds(100) { return nil }
      state.said = now
      return state.done.count
    }
    guard let done else { return }
    shelf.send(.progress(done: done, count: progress.count, name: progress.name))
  }
}
