import Foundation

/// Whole files, read and written.
enum InterchangeFile {
  /// Reads a file with a reader of its bytes; errors name the file.
  static func read<Result>(
    _ path: String, _ reader: ([UInt8]) throws(InterchangeError) -> Result
  ) throws(InterchangeError) -> Result {
    do throws(InterchangeError) {
      return try reader(bytes(path))
    } catch {
      throw .inFile(path: path, error)
    }
  }

  /// Writes a file beside its target and renames it into place, so that a killed run leaves the old
  /// one whole.
  static func write(_ bytes: [UInt8], to path: String) throws(InterchangeError) {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw .inFile(path: path, .unwritable(reason: error.localizedDescription))
    }
  }

  private static func bytes(_ path: String) throws(InterchangeError) -> [UInt8] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .missingFile
    }
    guard !isFolder.boolValue else { throw .isFolder }
    do {
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw .unreadable(reason: error.localizedDescription)
    }
  }
}
