import Foundation

/// A file that is written whole beside its place and waits to be put there.
struct StagedFile {
  private let place: URL
  private let temporary: URL

  /// Writes `data` into the folder of `path`; makes missing folders.
  init(_ data: Data, for path: String) throws {
    place = URL(filePath: path, directoryHint: .notDirectory)
    let folder = place.deletingLastPathComponent()
    let start = ".\(place.lastPathComponent).nnbook-"
    temporary = folder.appending(path: "\(start)\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    Self.removeLeftovers(start, in: folder)
    do {
      try data.write(to: temporary)
    } catch {
      discard()
      throw error
    }
  }

  /// Removes what processes left that were killed before they put it in its place.
  private static func removeLeftovers(_ start: String, in folder: URL) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for name in names where name.hasPrefix(start) {
      guard let process = pid_t(name.dropFirst(start.count)), process > 0,
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      try? FileManager.default.removeItem(at: folder.appending(path: name))
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
