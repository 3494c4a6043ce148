import Foundation

/// A Chromium that tests drive by the DevTools protocol, through a Python process with selenium.
actor Browser {
  /// A request that failed, in the browser's words.
  struct Problem: Error, CustomStringConvertible {
    let description: String
  }

  private let requests: FileHandle
  private let replies: FileHandle
  private var unread = Data()
  /// Whether scripts of the open page run.
  var runsScripts = true

  /// The one of this test run; it ends with it.
  static func shared() throws -> Browser { try started.get() }

  private static let started = Result { try Browser() }

  private init() throws {
    guard let installation = Installation.found else {
      throw Problem(description: "scripts/install-browser-tests has not run")
    }
    // If the driver dies, writing to it fails; it must not end the tests.
    signal(SIGPIPE, SIG_IGN)
    let process = Process()
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = installation.python
    process.arguments = [Folder.scripts.appending(path: "driver.py").path]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    requests = input.fileHandleForWriting
    replies = output.fileHandleForReading
  }

  /// Opens a page and waits until it is loaded.
  func get(_ address: String) throws { _ = try reply(to: ["get": address]) }

  /// What the console has said since the last time: errors, violations of the policy.
  func log() throws -> [String] { try reply(to: ["log": true]) as? [String] ?? [] }

  /// Sends a command of the DevTools protocol.
  @discardableResult
  func command(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    try reply(to: ["command": method, "with": parameters]) as? [String: Any] ?? [:]
  }

  private func reply(to request: [String: Any]) throws -> Any? {
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
