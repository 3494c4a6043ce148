import Foundation

/// A file that is written whole beside its place and waits to be put there.
struct StagedFile {
  private let place: URL
  private let temporary: URL

  /// Writes `data` into the folder of `path`; makes missing folders.
  init(_ data: Data, for path: String) throws {
    place = URL(filePath: path, directoryHint: .notDirectory)
    let folder = place.deletingLastPathComponent()
    temporary = folder.appending(path: ".\(place.lastPathComponent).nnbook-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    do {
      try data.write(to: temporary)
    } catch {
      discard()
      throw error
    }
  }

  /// Puts it in its place, where another file may be.
  func commit() throws {
    guard rename(temporary.path, place.path) == 0 else {
      let reason = POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
      discard()
      throw reason
    }
  }

  /// Takes it away again.
  func discard() { try? FileManager.default.removeItem(at: temporary) }
}
