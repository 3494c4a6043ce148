/// What can be said about paths without looking at the disk.
public enum FilePath {
  /// The folder of a file as it was named; empty for a bare name.
  ///
  /// Foundation's `deletingLastPathComponent` traps on a name of one letter.
  public static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A path as a file in `folder` means it.
  static func joined(_ folder: String, _ path: String) -> String {
    if path.hasPrefix("/") || folder.isEmpty { return path }
    return folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
  }

  /// The path without `.`, empty components, and each `..` that follows a name.
  static func simplified(_ path: String) -> String {
    var components: [Substring] = []
    for component in path.split(separator: "/") where component != "." {
      let isUp = component == ".."
      if isUp, let last = components.last, last != ".." {
        components.removeLast()
      } else if !(isUp && components.isEmpty && path.hasPrefix("/")) {
        components.append(component)
      }
    }
    let joined = components.joined(separator: "/")
    if path.hasPrefix("/") { return "/" + joined }
    return joined.isEmpty ? "." : joined
  }

  /// A path that begins at the root, without `.` and `..`.
  public static func absolute(_ path: String, in folder: String) -> String {
    simplified(joined(folder, path))
  }

  /// The component of an absolute path that lies in a folder above it.
  static func firstName(of path: String, below folder: String) -> String {
    String(path.dropFirst(folder.count).drop { $0 == "/" }.prefix { $0 != "/" })
  }

  /// An absolute path as somebody names it who stands in `folder`: from there if it lies below, by
  /// `..` if it lies in a folder above, else as it is.
  static func name(of path: String, seenFrom folder: String) -> String {
    if contains(folder, path) { return String(path.dropFirst(folder.count).drop { $0 == "/" }) }
    let parent = Self.folder(of: path)
    guard parent != "/", contains(parent, folder) else { return path }
    let steps = folder.dropFirst(parent.count).split(separator: "/").count
    return String(repeating: "../", count: steps) + path.dropFirst(parent.count).drop { $0 == "/" }
  }

  /// Whether an absolute path is `folder` or lies below it; both without `.` and `..`.
  public static func contains(_ folder: String, _ path: String) -> Bool {
    folder == path || path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }
}
