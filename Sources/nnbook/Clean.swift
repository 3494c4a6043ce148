import ArgumentParser
import Foundation
import Notebook
import NotebookRunner

/// `nnbook clean [PATH]`: removes stored results.
struct Clean: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Remove the stored results of a folder of notebooks.")

  @Argument(help: "A notebook, or a folder of notebooks.")
  var path = "."

  func run() throws {
    let folder = WorkFolder(for: path)
    let size = folder.cache().size
    do {
      try folder.cache().clean()
    } catch {
      let reason = "cannot be removed: \(ReportFile.reason(error))"
      Terminal(quiet: false).print([
        Diagnostic(path: folder.url.path, position: nil, message: reason)
      ])
      throw ExitCode(1)
    }
    print("removed \(size.files) results, \((size.bytes + 500_000) / 1_000_000) MB")
  }
}
