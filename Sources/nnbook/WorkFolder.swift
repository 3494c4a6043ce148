import Foundation
import NotebookRunner

/// Where nnbook keeps what it need not do again: `.nnbook` beside the notebooks.
struct WorkFolder {
  /// The environment variable that names another folder.
  static let variable = "NNBOOK_CACHE"

  let url: URL

  /// The folder for a notebook, or for a folder of notebooks.
  init(for path: String) {
    let environment = ProcessInfo.processInfo.environment
    if let own = environment[Self.variable], !own.isEmpty {
      url = URL(filePath: own)
      return
    }
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    let place = URL(filePath: path)
    let home = exists && isFolder.boolValue ? place : place.deletingLastPathComponent()
    url = home.appending(path: ".nnbook")
  }

  /// Stored results.
  func cache(ignoresOld: Bool = false) -> ResultCache {
    ResultCache(folder: url, ignoresOld: ignoresOld)
  }

  /// What the last run of each block depended on.
  var log: RunLog { RunLog(folder: url.appending(path: "log")) }
}
