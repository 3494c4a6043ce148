import Foundation
import Notebook
import NotebookRunner
import Reports

/// The report of a run with all that is wrong with it: what render writes, and check compares.
struct ReportPage {
  let run: NotebookRun
  let report: Report
  /// Of the reader, the run, the references and the links, in the order of the file.
  let diagnostics: [Diagnostic]

  /// The page of a run, with what was found in it.
  ///
  /// - Parameter links: what is wrong with its links.
  init(_ run: NotebookRun, _ report: Report, links: [Diagnostic]) {
    self.run = run
    self.report = report
    diagnostics = (run.allDiagnostics + report.validate() + links).inFileOrder
    isExcused = run.hasAllowedErrors && run.succeeded && links.allSatisfy { $0.severity != .error }
  }

  /// Whether the errors are those of blocks that are meant to fail.
  private let isExcused: Bool

  /// Whether there are errors besides those of blocks that are meant to fail.
  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } && !isExcused }

  /// The page.
  func bytes() -> Data { Data(HTMLReport.render(report).utf8) }

  /// Where the block stands that has this id in the page.
  func place(ofBlock anchor: String) -> (path: String, position: SourcePosition)? {
    guard let index = report.blockAnchors.firstIndex(of: anchor) else { return nil }
    let position = run.notebook.blocks[index].kindPosition
    return (run.notebook.path(of: position), position)
  }
}
