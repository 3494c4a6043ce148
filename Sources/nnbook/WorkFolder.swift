import Foundation
import Notebook
import NotebookRunner

/// Where nnbook keeps what it need not do again: `.nnbook` beside the notebooks.
struct WorkFolder {
  /// The environment variable that names another folder.
  static let variable = "NNBOOK_CACHE"

  let url: URL

  /// The folder for what a path means: in that of its project file, else in the folder itself or
  /// beside the notebook.
  init(for path: String) {
    if let own = ProcessInfo.processInfo.environment[Self.variable], !own.isEmpty {
      url = URL(filePath: own)
      return
    }
    let home = Project.find(from: path) ?? path
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: home, isDirectory: &isFolder)
    let folder = exists && isFolder.boolValue ? home : FilePath.folder(of: home)
    let start = folder.isEmpty ? "." : folder
    // The hint keeps Foundation from looking at the path, which may be a circle of links.
    url = URL(filePath: start, directoryHint: .isDirectory).appending(path: ".nnbook")
  }

  /// Stored results.
  func cache(ignoresOld: Bool = false) -> ResultCache {
    ResultCache(folder: url, ignoresOld: ignoresOld)
  }

  /// What the last run of each block depended on.
  var log: RunLog { RunLog(folder: url.appending(path: "log")) }
}
