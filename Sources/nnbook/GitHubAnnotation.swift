import Foundation
import Notebook

/// A diagnostic as GitHub shows it beside the line, by a workflow command on standard output.
///
/// - Source: "Workflow commands for GitHub Actions"; the escapes are those of its toolkit.
enum GitHubAnnotation {
  /// Whether the program runs in a job of GitHub Actions.
  static let isWanted = ProcessInfo.processInfo.environment["GITHUB_ACTIONS"] == "true"

  /// `::error file=notes.md,line=3,col=5::message`.
  static func command(_ diagnostic: Diagnostic) -> String {
    var properties = ["file=" + property(diagnostic.path)]
    if let position = diagnostic.position {
      properties += ["line=\(position.line)", "col=\(position.column)"]
    }
    let note = diagnostic.note.map { "; \($0)" } ?? ""
    return "::\(diagnostic.severity.rawValue) \(properties.joined(separator: ","))::"
      + data(diagnostic.message + note)
  }

  private static func data(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r\n", with: "%0D%0A")
      .replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
