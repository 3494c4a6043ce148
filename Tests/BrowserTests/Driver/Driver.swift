import Foundation

/// A Python process of Scripts/ that drives a browser. Each request is a line of JSON, and so is
/// each answer; the process ends with the tests, and its browser with it.
final class Driver {
  /// A request that failed, in the browser's words.
  struct Problem: Error, CustomStringConvertible {
    let description: String
  }

  private let requests: FileHandle
  private let replies: FileHandle
  private var unread = Data()

  /// Starts a script, with `variables` added to its environment.
  init(_ script: String, _ variables: [String: String] = [:]) throws {
    guard let installation = Installation.found else {
      throw Problem(description: "scripts/install-browser-tests has not run")
    }
    // If the driver dies, writing to it fails; it must not end the tests.
    signal(SIGPIPE, SIG_IGN)
    let process = Process()
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = installation.python
    process.arguments = [Folder.scripts.appending(path: script).path]
    process.environment = ProcessInfo.processInfo.environment.merging(variables) { $1 }
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    requests = input.fileHandleForWriting
    replies = output.fileHandleForReading
  }

  /// What the script answers.
  func reply(to request: [String: Any]) throws -> Any? {
    let line = try JSONSerialization.data(withJSONObject: request, options: .withoutEscapingSlashes)
    try requests.write(contentsOf: line + Data("\n".utf8))
    let reply = try JSONSerialization.jsonObject(with: nextLine()) as? [String: Any]
    if let problem = reply?["problem"] { throw Problem(description: "\(problem)") }
    return reply?["value"]
  }

  private func nextLine() throws -> Data {
    while true {
      if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
        defer { unread = Data(unread[unread.index(after: end)...]) }
        return Data(unread[..<end])
      }
      let more = replies.availableData
      guard !more.isEmpty else { throw Problem(description: "the browser has gone") }
      unread += more
    }
  }
}
