import Foundation

/// A file that is either the previous one or the complete new one, at every moment.
struct ReportFile {
  private let url: URL

  /// Without the hint Foundation looks for a folder there, and traps on a link to itself.
  init(_ path: String) { url = URL(filePath: path, directoryHint: .notDirectory) }

  /// Writes `data` beside the file and renames it into place; makes missing folders.
  func write(_ data: Data) throws {
    let folder = url.deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try data.write(to: url, options: .atomic)
  }

  /// Why a file could not be written, in the system's words.
  static func reason(_ error: any Error) -> String {
    let error = error as NSError
    let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError
    if let cause, cause.domain == NSPOSIXErrorDomain {
      return String(cString: strerror(Int32(cause.code))).lowercased()
    }
    let isFull = error.domain == NSCocoaErrorDomain && error.code == NSFileWriteOutOfSpaceError
    return isFull ? "no space left on device" : error.localizedDescription
  }
}
