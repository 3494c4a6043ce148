import Foundation
import Testing

extension Browser {
  /// Expects that a check of Checks/ finds nothing wrong with the open page.
  ///
  /// - Parameters:
  ///   - arguments: of the check, in JavaScript.
  ///   - view: how the page is looked at, for the message.
  func expectNone(
    _ check: String, _ arguments: String = "", _ view: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = Folder.checks.appending(path: "\(check).js")
    let problems: [String] = try value(
      "(\(String(contentsOf: file, encoding: .utf8)))(\(arguments))")
    guard !problems.isEmpty else { return }
    let rest = problems.count > 12 ? ["and \(problems.count - 12) more"] : []
    let list = (problems.prefix(12) + rest).joined(separator: "\n  ")
    Issue.record("\(view)\n  \(list)", sourceLocation: sourceLocation)
  }
}
