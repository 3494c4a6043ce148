import Foundation
import Testing

/// The source tree that these tests belong to.
enum Repository {
  /// Its folder.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The files below a folder whose names end in one of `suffixes`, sorted by path.
  static func files(below folder: String, _ suffixes: String...) throws -> [SourceFile] {
    let start = root.appending(path: folder).resolvingSymlinksInPath()
    return try FileManager.default.subpathsOfDirectory(atPath: start.path).sorted()
      .filter { suffixes.contains(URL(filePath: $0).pathExtension) && !$0.contains(".build/") }
      .map { try SourceFile(path: "\(folder)/\($0)", url: start.appending(path: $0)) }
  }

  /// The names of the folders in a folder, sorted.
  static func folders(in folder: String) throws -> [String] {
    let start = root.appending(path: folder).resolvingSymlinksInPath()
    return try FileManager.default
      .contentsOfDirectory(at: start, includingPropertiesForKeys: [.isDirectoryKey])
      .filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true }
      .map(\.lastPathComponent).sorted()
  }

  /// A file of the top folder or below, or nil if there is none.
  static func file(_ path: String) -> SourceFile? {
    try? SourceFile(path: path, url: root.appending(path: path))
  }
}
