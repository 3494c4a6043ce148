import Foundation

/// A Chromium that tests drive by the DevTools protocol.
actor Browser: Viewer {
  private let driver: Driver
  /// Whether scripts of the open page run.
  var runsScripts = true

  /// The one of this test run; it ends with it.
  static func shared() throws -> Browser { try started.get() }

  /// The one that finds no font but DejaVu.
  static func bare() throws -> Browser { try startedBare.get() }

  private static let started = Result { try Browser() }

  private static let startedBare = Result {
    try Browser(["FONTCONFIG_FILE": Folder.fonts.appending(path: "bare.conf").path])
  }

  private init(_ variables: [String: String] = [:]) throws {
    driver = try Driver("chromium.py", variables)
  }

  /// Opens a page and waits until it is loaded.
  func get(_ address: String) throws { _ = try driver.reply(to: ["get": address]) }

  /// What the console has said since the last time: errors, violations of the policy.
  func log() throws -> [String] { try driver.reply(to: ["log": true]) as? [String] ?? [] }

  /// Sends a command of the DevTools protocol.
  @discardableResult
  func command(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    let request: [String: Any] = ["command": method, "with": parameters]
    return try driver.reply(to: request) as? [String: Any] ?? [:]
  }

  func text(of script: String) throws -> String {
    let reply = try command(
      "Runtime.evaluate",
      ["expression": script, "awaitPromise": true, "returnByValue": true, "userGesture": true])
    if let exception = reply["exceptionDetails"] as? [String: Any] {
      let thrown = exception["exception"] as? [String: Any]
      throw Driver.Problem(description: "\(thrown?["description"] ?? exception)")
    }
    let result = reply["result"] as? [String: Any]
    return result?["value"] as? String ?? ""
  }
}
