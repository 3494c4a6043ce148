import Foundation

/// What open pages are told.
enum PreviewEvent {
  /// How a page stands now.
  case page(PreviewPage)
  /// Blocks run: how many are done, how many there are, which one was last heard of.
  case progress(done: Int, count: Int, name: String)
  /// No blocks run.
  case idle

  private struct Page: Encodable {
    let path: String
    let version: String
    let errors: [String]
    let isGood: Bool
  }

  private struct Progress: Encodable {
    let done: Int
    let count: Int
    let name: String
  }

  /// The event in the form of server-sent events.
  var bytes: [UInt8] {
    switch self {
    case .page(let page):
      Self.bytes(
        "page",
        Page(path: page.path, version: page.version, errors: page.errors, isGood: page.isGood))
    case .progress(let done, let count, let name):
      Self.bytes("progress", Progress(done: done, count: count, name: name))
    case .idle: Self.bytes("idle", [String]())
    }
  }

  private static func bytes(_ name: String, _ data: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // None of these types has a value that cannot be written.
    let json = (try? encoder.encode(data)) ?? Data("null".utf8)
    return Array("event: \(name)\ndata: ".utf8) + json + Array("\n\n".utf8)
  }
}
