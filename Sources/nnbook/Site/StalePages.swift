import Foundation
import Notebook

/// Pages that an earlier site had and this one has not: of chapters that were removed or renamed.
struct StalePages {
  /// As the user would name them, sorted.
  let paths: [String]

  /// Looks through the folder of a site.
  ///
  /// - Parameter files: what belongs there.
  init(_ task: SiteTask, files: [OutputFile]) {
    let known = Set(files.map { $0.path })
    let root = URL(filePath: task.shownRoot, directoryHint: .isDirectory)
    let found = FileManager.default.enumerator(atPath: root.path)
    var paths: [String] = []
    while let name = found?.nextObject() as? String {
      let path = task.path(name)
      if name.hasSuffix(".html"), !known.contains(path), Self.isPage(root.appending(path: name)) {
        paths.append(path)
      }
    }
    self.paths = paths.sorted()
  }

  /// An error for each.
  var diagnostics: [Diagnostic] {
    paths.map {
      Diagnostic(
        path: $0, position: nil, message: "no chapter of the site has this page",
        note: "remove the file, or name its notebook in the project file")
    }
  }

  /// Whether a file is a page of a site: those share their style.
  private static func isPage(_ file: URL) -> Bool {
    guard let page = try? FileHandle(forReadingFrom: file) else { return false }
    defer { try? page.close() }
    let head = (try? page.read(upToCount: 4096)) ?? Data()
    return head.range(of: Data("assets/nnbook.css?".utf8)) != nil
  }
}
