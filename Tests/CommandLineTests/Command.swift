import Foundation
import TestSupport

/// One run of the program as a user starts it.
struct Command {
  let status: Int32
  let output: String
  let errors: String

  /// The program that was built with the tests.
  static var program: URL { builtProgram("nnbook") }

  init(_ arguments: [String], in folder: URL, environment: [String: String] = [:]) throws {
    let process = try Self.start(arguments, in: folder, environment)
    let (output, errors) = (process.output.readToEnd(), process.errors.readToEnd())
    process.process.waitUntilExit()
    status = process.process.terminationStatus
    self.output = output
    self.errors = errors
  }

  /// Starts the program and returns at once.
  static func start(
    _ arguments: [String], in folder: URL, _ environment: [String: String] = [:]
  ) throws -> Running {
    let running = Running()
    running.process.executableURL = program
    running.process.arguments = arguments
    running.process.currentDirectoryURL = folder
    running.process.environment =
      ProcessInfo.processInfo.environment.filter { $0.key != "GITHUB_ACTIONS" }
      .merging(environment) { _, new in new }
    running.process.standardOutput = running.output
    running.process.standardError = running.errors
    try running.process.run()
    return running
  }
}

/// A program that has been started.
final class Running {
  let process = Process()
  let output = Pipe()
  let errors = Pipe()
}

extension Pipe {
  /// All that is written until the other end closes.
  fileprivate func readToEnd() -> String {
    String(decoding: fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  }
}

/// A folder that is gone after the test.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "nnbook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: url.appending(path: name))
  }

  func read(_ name: String) -> String? {
    try? String(contentsOf: url.appending(path: name), encoding: .utf8)
  }
}
