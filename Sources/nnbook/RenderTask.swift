import ArgumentParser
import Notebook

/// A notebook and where its report goes.
struct RenderTask {
  let notebook: String
  let report: String

  /// The tasks for what the paths on the command line mean.
  static func tasks(
    for sets: [NotebookSet], output: String?, outputDirectory: String?
  ) throws -> [RenderTask] {
    for set in sets where set.notebooks.isEmpty {
      throw ValidationError("no notebook (*.md) in \(set.path)")
    }
    let count = sets.reduce(0) { $0 + $1.notebooks.count }
    guard output == nil || count == 1 else {
      throw ValidationError("-o names one report, but there are \(count) notebooks")
    }
    let tasks = sets.flatMap { set in
      set.notebooks.map { notebook in
        let directory = outputDirectory ?? set.project?.outputDirectory
        return RenderTask(notebook: notebook, report: output ?? report(of: notebook, in: directory))
      }
    }
    var owners: [String: String] = [:]
    for task in tasks {
      if let other = owners.updateValue(task.notebook, forKey: task.report) {
        throw ValidationError("\(other) and \(task.notebook) would both be \(task.report)")
      }
    }
    return tasks
  }

  private static func report(of notebook: String, in directory: String?) -> String {
    let folder = directory ?? FilePath.folder(of: notebook)
    let file = name(of: notebook) + ".html"
    return folder.isEmpty ? file : folder.hasSuffix("/") ? folder + file : "\(folder)/\(file)"
  }

  /// The last component of a path without its extension.
  private static func name(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? "notebook"
    guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return file }
    return String(file[..<dot])
  }
}
