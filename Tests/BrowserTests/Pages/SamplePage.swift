import Foundation
import Synchronization
import TestSupport
import Testing

/// A notebook whose report is looked at, rendered once in a test run: all of Notebooks/, and two
/// of what people should not write.
enum SamplePage: String, CaseIterable, CustomTestStringConvertible {
  /// Four experiments, the report that the README shows.
  case firstLook = "first-look"
  /// Every mark and kind of figure.
  case gallery
  /// All experiments that can be live.
  case live
  /// The playground alone.
  case playground
  case writing, optimizers, runs, parts, images, sequences, fashion
  /// What authors should not write, but do: wide tables, long words, other scripts.
  case odd
  /// Words that try to become markup or a script, in every place that an author can fill.
  case hostile

  var testDescription: String { rawValue }

  private var notebook: URL {
    let own = Folder.notebooks.appending(path: "\(rawValue).md")
    guard !FileManager.default.fileExists(atPath: own.path) else { return own }
    return Folder.repository.appending(path: "Notebooks/\(rawValue).md")
  }

  /// Where reports of this test run lie.
  static func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "nnbook-browser-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// One report is rendered at a time.
  private static let rendering = Mutex(())

  /// The report.
  func report() throws -> URL {
    try Self.rendering.withLock { _ in
      let report = try Self.folder().appending(path: "\(rawValue).html")
      guard !FileManager.default.fileExists(atPath: report.path) else { return report }
      // Errors of the notebook stand in the report, where they are wanted here.
      let run = try Tool(
        [
          builtProgram("nnbook").path, "render", notebook.path, "-o", report.path, "--no-cache",
          "--keep-going",
        ] + (self == .fashion ? ["--profile", "quick"] : []))
      guard FileManager.default.fileExists(atPath: report.path) else {
        throw Driver.Problem(description: run.errors)
      }
      return report
    }
  }
}
