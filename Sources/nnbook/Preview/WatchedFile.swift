import Crypto
import Foundation

/// A file, or a folder of notebooks, whose content is compared each time that it seems to have changed.
struct WatchedFile {
  /// What a look at the file shows without reading it.
  struct Look: Equatable {
    let size: Int64
    let seconds: Int
    let nanoseconds: Int
    /// Another file of the same name is another one, also at the same time and of the same size.
    let number: UInt64
  }

  /// How long a file must stay the same before it is read: 50 ms, in which an editor writes the rest.
  static let calm = Duration.milliseconds(50)
  /// How long for one that is gone or empty: 400 ms, as some editors save by renaming.
  static let calmWithoutContent = Duration.milliseconds(400)

  let path: String
  private var look: Look?
  private var content: String?
  private var pending: (look: Look?, since: ContinuousClock.Instant)?

  /// A file as it is now.
  init(_ path: String) {
    self.path = path
    look = Self.look(path)
    content = Self.content(path)
  }

  /// Whether it looks different and may still be written to.
  var isPending: Bool { pending != nil }

  /// Looks at the file; true once for each change of content, when it has been calm since.
  mutating func hasChanged(at now: ContinuousClock.Instant) -> Bool {
    let current = Self.look(path)
    guard current != look else {
      pending = nil
      return false
    }
    guard let pending, pending.look == current else {
      pending = (current, now)
      return false
    }
    let isEmpty = current.map { $0.size == 0 } ?? true
    guard now - pending.since >= (isEmpty ? Self.calmWithoutContent : Self.calm) else {
      return false
    }
    self.pending = nil
    look = current
    let old = content
    content = Self.content(path)
    return content != old
  }
}

extension WatchedFile {
  private static func look(_ path: String) -> Look? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return Look(
      size: Int64(status.st_size), seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec),
      number: UInt64(status.st_ino))
  }

  /// A digest of the file, or the names of the notebooks in the folder; nil if there is neither.
  private static func content(_ path: String) -> String? {
    if let names = try? FileManager.default.contentsOfDirectory(atPath: path) {
      return names.filter { $0.hasSuffix(".md") }.sorted().joined(separator: "\n")
    }
    return digest(path)
  }

  /// Read piece by piece and not mapped, as the file may shrink meanwhile.
  private static func digest(_ path: String) -> String? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    var hash = SHA256()
    while let piece = try? file.read(upToCount: 1 << 20), !piece.isEmpty {
      hash.update(data: piece)
    }
    return Data(hash.finalize()).base64EncodedString()
  }
}
