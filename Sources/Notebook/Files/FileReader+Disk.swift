import Foundation

extension FileReader {
  /// The files of this machine; relative paths begin at the working directory.
  public static let disk = FileReader(
    bytes: { DiskFile.bytes(of: $0, limit: $1) }, realPath: { DiskFile.realPath($0) },
    exists: { FileManager.default.fileExists(atPath: $0) },
    names: { try? FileManager.default.contentsOfDirectory(atPath: $0) },
    home: DiskFile.realPath(FileManager.default.homeDirectoryForCurrentUser.path))
}

private enum DiskFile {
  /// The bytes as they are at one moment: the file is opened once and read to its end.
  ///
  /// At most one byte more than the limit: a mistaken path does not fill the memory.
  static func bytes(of path: String, limit: Int) -> Result<[UInt8], FileProblem> {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      return .failure(isLoop(path) ? .linkLoop : .missing)
    }
    guard !isDirectory.boolValue else { return .failure(.directory) }
    do {
      let file = try FileHandle(forReadingFrom: URL(filePath: path, directoryHint: .notDirectory))
      return .success(Array(try file.read(upToCount: limit + 1) ?? Data()))
    } catch {
      return .failure(.unreadable(error.localizedDescription))
    }
  }

  private static func isLoop(_ path: String) -> Bool {
    access(path, F_OK) != 0 && errno == ELOOP
  }

  /// The system's answer for the part of the path that exists, and the rest as it is written.
  static func realPath(_ path: String) -> String {
    var existing = FilePath.joined(FileManager.default.currentDirectoryPath, path)
    var rest = ""
    while existing != "/", !existing.isEmpty {
      if let real = systemRealPath(existing) { return FilePath.absolute(rest, in: real) }
      let folder = FilePath.folder(of: existing)
      rest = FilePath.joined(String(existing.dropFirst(folder.count).drop { $0 == "/" }), rest)
      existing = folder
    }
    return FilePath.absolute(rest, in: "/")
  }

  private static func systemRealPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
