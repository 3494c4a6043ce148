import Foundation
import Reports
import Synchronization

/// The pages that a preview serves at this moment, and those who are told when they change.
final class PageShelf: Sendable {
  private struct State {
    var pages: [PreviewPage] = []
    var index: PreviewPage?
    var files: [String: PreviewFile] = [:]
    var streams = EventStreams()
    var versions = 0
  }

  private let state: Mutex<State>
  /// So that versions of two previews differ.
  private let session = String(UInt64.random(in: 0...UInt64.max), radix: 36)

  /// The shelf of a preview.
  ///
  /// - Parameter listTitle: the title of a page that lists the others; nil for a single notebook,
  ///   whose page is then the first one.
  init(listTitle: String?) {
    let index = listTitle.map { PreviewPage(path: "/", notebook: $0) }
    state = Mutex(State(index: index))
    state.withLock { renderIndex(&$0) }
  }

  /// A version that no other page has.
  func newVersion() -> String { state.withLock { newVersion(&$0) } }

  private func newVersion(_ state: inout State) -> String {
    state.versions += 1
    return "\(session).\(state.versions)"
  }
}

// MARK: - Looking

extension PageShelf {
  /// The page that is served at a path, decoded; nil if there is none.
  func page(at path: String) -> PreviewPage? {
    state.withLock { state in
      if path == "/" { return state.index ?? state.pages.first }
      return state.pages.first { $0.path == path }
    }
  }

  /// What else is served at a path, decoded; nil if there is nothing.
  func file(at path: String) -> PreviewFile? { state.withLock { $0.files[path] } }

  /// A stream that begins with how all pages stand.
  func openStream() -> EventStream {
    state.withLock { state in
      let all = ([state.index].compactMap { $0 } + state.pages).map { PreviewEvent.page($0).bytes }
      return state.streams.open(first: [Array("retry: 500\n\n".utf8)] + all)
    }
  }
}

// MARK: - Changing

extension PageShelf {
  /// Tells all listeners.
  func send(_ event: PreviewEvent) { state.withLock { $0.streams.send(event.bytes) } }

  /// Sends what means nothing, so that connections whose other end is gone are noticed.
  func sendHeartbeat() { state.withLock { $0.streams.send(Array(": \n\n".utf8)) } }

  /// Ends all streams.
  func close() { state.withLock { $0.streams.close() } }

  /// Takes other notebooks, in this order; pages of those that stay are kept.
  func arrange(_ pages: [PreviewPage]) {
    state.withLock { state in
      let old = state.pages
      state.pages = pages.map { page in old.first { $0.path == page.path } ?? page }
      renderIndex(&state)
    }
  }

  /// Takes other files besides the pages.
  func take(_ files: [String: PreviewFile]) { state.withLock { $0.files = files } }

  /// Changes a page and tells all listeners.
  func change(_ path: String, _ body: (inout PreviewPage) -> Void) {
    state.withLock { state in
      guard let place = state.pages.firstIndex(where: { $0.path == path }) else { return }
      let entry = state.pages[place].entry
      body(&state.pages[place])
      state.streams.send(PreviewEvent.page(state.pages[place]).bytes)
      if state.pages[place].entry != entry { renderIndex(&state) }
    }
  }

  private func renderIndex(_ state: inout State) {
    guard var index = state.index else { return }
    index.version = newVersion(&state)
    let count = state.pages.count
    let list = IndexPage(
      title: index.notebook,
      lede: count == 1 ? "1 notebook" : "\(count) notebooks", entries: state.pages.map(\.entry))
    index.html = Data(
      list.render(adding: .preview(path: index.path, version: index.version)).utf8)
    state.index = index
    state.streams.send(PreviewEvent.page(index).bytes)
  }
}
