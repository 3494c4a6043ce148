import Foundation
import Testing

/// A browser that shows a page and runs scripts in it.
protocol Viewer: Actor {
  /// Whether scripts of the open page run.
  var runsScripts: Bool { get }

  /// The text that a script, or the promise it ends with, comes to.
  func text(of script: String) throws -> String

  /// What the console has said since the last time.
  func log() throws -> [String]
}

extension Viewer {
  /// Runs JavaScript, without its value.
  func run(_ script: String) throws { _ = try text(of: "\(script)\n;''") }

  /// The value of a JavaScript expression, which may be a promise.
  @discardableResult
  func value<Value: Decodable & Sendable>(
    _ expression: String, as type: Value.Type = Value.self
  ) throws -> Value {
    // Where no scripts run, no promise is kept either.
    let text = try text(
      of: runsScripts
        ? "(\(patient(expression))).then(value => JSON.stringify({ value: value ?? null }))"
        : "JSON.stringify({ value: (\(expression)) ?? null })")
    return try JSONDecoder().decode(Reply<Value>.self, from: Data(text.utf8)).value
  }

  private func patient(_ expression: String) -> String {
    """
    Promise.race([(async () => (\(expression)))(),
      new Promise((_, fail) => setTimeout(() => fail(Error('no answer in 60 s')), 60000))])
    """
  }

  /// Waits until what was asked for is painted.
  func settle() throws {
    let frames = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
    _ = try value(frames, as: Double.self)
  }

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

private struct Reply<Value: Decodable>: Decodable {
  let value: Value
}
