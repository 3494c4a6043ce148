import ArgumentParser
import Notebook

/// A notebook and where its report goes.
struct RenderTask {
  let notebook: String
  let report: String
  /// The site whose chapter it is, an index into those of the sources; nil for none.
  var site: Int?

  /// The tasks for what the paths on the command line mean, and the sites among these paths: a project
  /// is a site if it is meant as a whole and no single report was asked for.
  static func tasks(
    for sets: [NotebookSet], output: String?, outputDirectory: String?
  ) throws -> (tasks: [RenderTask], sites: [SiteTask]) {
    for set in sets where set.notebooks.isEmpty {
      throw ValidationError("no notebook (*.md) in \(set.path)")
    }
    let count = sets.reduce(0) { $0 + $1.notebooks.count }
    guard output == nil || count == 1 else {
      throw ValidationError("-o names one report, but there are \(count) notebooks")
    }
    var (tasks, sites): ([RenderTask], [SiteTask]) = ([], [])
    for set in sets {
      if output == nil, let site = SiteTask(set, outputDirectory: outputDirectory) {
        tasks += site.tasks(number: sites.count)
        sites.append(site)
      } else {
        tasks += set.notebooks.map {
          RenderTask(notebook: $0, report: output ?? report(of: $0, in: outputDirectory))
        }
      }
    }
    try refuseShared(tasks)
    return (tasks, sites)
  }

  private static func refuseShared(_ tasks: [RenderTask]) throws {
    var owners: [String: String] = [:]
    for task in tasks {
      if let other = owners.updateValue(task.notebook, forKey: task.report) {
        throw ValidationError("\(other) and \(task.notebook) would both be \(task.report)")
      }
    }
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
