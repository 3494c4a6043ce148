import Foundation

/// A file's path in the repository and its lines.
struct SourceFile {
  /// The path from the top folder.
  let path: String
  /// The text without line ends; the last line is not an empty one.
  let lines: [Substring]

  init(path: String, url: URL) throws {
    self.init(path: path, text: try String(contentsOf: url, encoding: .utf8))
  }

  init(path: String, text: String) {
    self.path = path
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    self.lines = lines
  }

  /// The places, as `path:line: text`, whose line contains one of the words.
  func places(of words: String...) -> [String] {
    let patterns = words.map { Array($0.utf8) }
    return lines.enumerated()
      .filter { line in patterns.contains { line.element.utf8.contains($0) } }
      .map { "\(path):\($0.offset + 1): \($0.element)" }
  }
}

// MARK: - What a file needs

extension SourceFile {
  /// The names of the modules that a Swift file imports.
  var imports: [String] {
    lines.filter { $0.contains("import ") }.compactMap { line in
      let words = line.split(separator: " ").drop {
        $0.hasPrefix("@") || Self.accessLevels.contains(String($0))
      }
      guard words.first == "import" else { return nil }
      // `import struct Foundation.Data` names a module, too.
      return words.last.map { String($0.prefix { $0 != "." }) }
    }
  }

  /// The names of the headers that a C file includes, without their folders.
  var includes: [String] {
    lines.filter { $0.hasPrefix("#") && $0.contains("include") }.compactMap { line in
      line.split { "<>\"".contains($0) }.dropFirst().first.map {
        URL(filePath: String($0)).lastPathComponent
      }
    }
  }

  private static let accessLevels: Set<String> = [
    "public", "package", "internal", "fileprivate", "private",
  ]
}

extension Substring.UTF8View {
  /// Whether these bytes occur; the loop is quick also in debug builds.
  fileprivate func contains(_ pattern: [UInt8]) -> Bool {
    guard let first = pattern.first else { return true }
    var rest = self[...]
    while let start = rest.firstIndex(of: first) {
      if rest[start...].starts(with: pattern) { return true }
      rest = rest[rest.index(after: start)...]
    }
    return false
  }
}
