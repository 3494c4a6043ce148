import ArgumentParser
import Foundation

/// A notebook and where its report goes.
struct RenderTask {
  let notebook: String
  let report: String

  /// The tasks for the paths on the command line: files, and all `.md` files of folders by name.
  static func tasks(for paths: [String], output: String?, outputDirectory: String?) throws
    -> [RenderTask]
  {
    let notebooks = try paths.flatMap(notebooks(at:))
    guard output == nil || notebooks.count == 1 else {
      throw ValidationError("-o names one report, but there are \(notebooks.count) notebooks")
    }
    let tasks = notebooks.map { notebook in
      RenderTask(
        notebook: notebook, report: output ?? report(of: notebook, in: outputDirectory))
    }
    var owners: [String: String] = [:]
    for task in tasks {
      if let other = owners.updateValue(task.notebook, forKey: task.report) {
        throw ValidationError("\(other) and \(task.notebook) would both be \(task.report)")
      }
    }
    return tasks
  }

  private static func notebooks(at path: String) throws -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
    else { return [path] }
    let names = try FileManager.default.contentsOfDirectory(atPath: path)
      .filter { $0.hasSuffix(".md") && $0 != "README.md" }.sorted()
    guard !names.isEmpty else { throw ValidationError("no notebook (*.md) in \(path)") }
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    return names.map { "\(folder)/\($0)" }
  }

  private static func report(of notebook: String, in directory: String?) -> String {
    let file = URL(filePath: notebook).deletingPathExtension().lastPathComponent + ".html"
    if let directory { return directory.hasSuffix("/") ? directory + file : "\(directory)/\(file)" }
    let folder = (notebook as NSString).deletingLastPathComponent
    return folder.isEmpty ? file : "\(folder)/\(file)"
  }
}
