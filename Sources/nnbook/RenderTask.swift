import ArgumentParser
import Foundation
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
    let file = URL(filePath: notebook).deletingPathExtension().lastPathComponent + ".html"
    if let directory { return directory.hasSuffix("/") ? directory + file : "\(directory)/\(file)" }
    let folder = (notebook as NSString).deletingLastPathComponent
    return folder.isEmpty ? file : "\(folder)/\(file)"
  }
}
