import Foundation
import Notebook
import NotebookRunner
import Reports
import Synchronization

/// Keeps the pages of a preview up to date: reads and runs what a change touches, on a thread of its
/// own.
final class PreviewSession: Sendable {
  /// The pages as they stand.
  let shelf: PageShelf
  private let inbox: ChangeInbox
  private let sources: Mutex<PreviewSources>
  private let run: PreviewRun
  private let folder: String?
  private let hasEnded = DispatchSemaphore(value: 0)
  private let watcher: Mutex<FileWatcher?> = Mutex(nil)

  /// A session that has not begun.
  init(_ sources: PreviewSources, runner: NotebookRunner, terminal: Terminal) {
    folder = sources.folder
    shelf = PageShelf(listTitle: folder == nil ? nil : sources.title)
    inbox = ChangeInbox()
    run = PreviewRun(runner, shelf: shelf, inbox: inbox, terminal: terminal)
    self.sources = Mutex(sources)
    arrange(sources.shown)
  }

  /// Begins to watch and to run.
  func start() {
    let watcher = FileWatcher { [weak self] changed in self?.note(changed) }
    self.watcher.withLock { $0 = watcher }
    watcher.watch(sources.withLock { $0.watched })
    watcher.start()
    let thread = Thread { [self] in
      work()
      hasEnded.signal()
    }
    thread.stackSize = 8 << 20
    thread.name = "nnbook preview"
    thread.start()
  }

  /// Ends everything; waits for a run in flight, but at most 400 ms.
  func stop() {
    watcher.withLock { $0?.stop() }
    inbox.close()
    shelf.close()
    _ = hasEnded.wait(timeout: .now() + 0.4)
  }

  /// Hands changes over. Words alone do not end a run in flight: it would have to begin anew.
  private func note(_ changed: Set<String>) {
    let interrupting = !inbox.isIdle && sources.withLock { $0.changesBlocks(changed) }
    inbox.add(changed, interrupting: interrupting)
  }

  private func arrange(_ notebooks: [String]) {
    shelf.arrange(
      notebooks.map {
        PreviewPage.waiting(path: PreviewPage.path(of: $0, in: folder), notebook: $0)
      })
  }
}

// MARK: - The thread

extension PreviewSession {
  /// Groups of notebooks wait for their run: those that changed, each alone, then all others
  /// together, as they may use definitions of those.
  private func work() {
    var groups = update([], after: [], isFirst: true)
    while let changed = inbox.take(waiting: groups.isEmpty) {
      if !changed.isEmpty { groups = update(groups, after: changed) }
      guard let group = groups.first else { continue }
      let sources = sources.withLock { $0 }
      if run(group, of: sources) { groups.removeFirst() }
    }
  }

  private func update(
    _ groups: [[String]], after changed: Set<String>, isFirst: Bool = false
  ) -> [[String]] {
    let (affected, all) = sources.withLock { sources in
      let affected = sources.refresh(changed)
      watcher.withLock { $0?.watch(sources.watched) }
      return (affected, sources.shown)
    }
    arrange(all)
    guard !affected.isEmpty else { return groups }
    let first = all.filter { affected.contains($0) }
    // What was never shown goes alone, so that each page comes as soon as it can.
    let unseen = groups.filter { $0.count == 1 }.flatMap { $0 }
      .filter { all.contains($0) && !first.contains($0) }
    let others = all.filter { !first.contains($0) && !unseen.contains($0) }
    return (first + unseen).map { [$0] } + (others.isEmpty ? [] : [others])
  }

  private func run(_ group: [String], of sources: PreviewSources) -> Bool {
    run.run(group, of: sources) { PreviewPage.path(of: $0, in: folder) }
  }
}
