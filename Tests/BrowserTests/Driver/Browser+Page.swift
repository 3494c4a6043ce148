import Foundation

/// How a page is looked at.
struct View {
  var width = 1400
  var height = 1000
  var isDark = false
  /// Whether it is a screen that is touched.
  var isTouched = false
  /// Further media features: `prefers-reduced-motion`, `forced-colors`.
  var features: [String: String] = [:]
  /// Whether scripts of the page run.
  var runsScripts = true
}

extension Browser {
  /// Opens a page in a view; what the console said before is forgotten.
  ///
  /// - Parameter script: runs before all scripts of the page.
  func open(_ page: URL, _ view: View = View(), after script: String = "") throws {
    let added = try command("Page.addScriptToEvaluateOnNewDocument", ["source": script])
    defer { _ = try? command("Page.removeScriptToEvaluateOnNewDocument", added) }
    try show(view)
    runsScripts = view.runsScripts
    try command("Emulation.setScriptExecutionDisabled", ["value": !runsScripts])
    // Away first: an address that differs by its fragment only loads nothing.
    try get("about:blank")
    _ = try log()
    try get(page.absoluteString)
  }

  /// Shows the open page in a view.
  func show(_ view: View) throws {
    try command(
      "Emulation.setDeviceMetricsOverride",
      [
        "width": view.width, "height": view.height, "deviceScaleFactor": 1,
        "mobile": view.isTouched,
      ])
    try command(
      "Emulation.setTouchEmulationEnabled", ["enabled": view.isTouched, "maxTouchPoints": 1])
    let scheme = ["prefers-color-scheme": view.isDark ? "dark" : "light"]
    let features = scheme.merging(view.features) { $1 }
      .map { ["name": $0.key, "value": $0.value] }
    try command("Emulation.setEmulatedMedia", ["features": features])
  }

  /// The open page as a PDF file.
  func print() throws -> Data {
    let reply = try command(
      "Page.printToPDF", ["preferCSSPageSize": true, "printBackground": false])
    return Data(base64Encoded: reply["data"] as? String ?? "") ?? Data()
  }

  /// Waits until what was asked for is painted.
  func settle() throws {
    let frames = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
    _ = try value(frames, as: Double.self)
  }

  /// Runs JavaScript, without its value.
  func run(_ script: String) throws { _ = try evaluate("\(script)\n;0") }

  private func patient(_ expression: String) -> String {
    """
    Promise.race([(async () => (\(expression)))(),
      new Promise((_, fail) => setTimeout(() => fail(Error('no answer in 60 s')), 60000))])
    """
  }

  private func evaluate(_ script: String) throws -> [String: Any]? {
    let reply = try command(
      "Runtime.evaluate",
      ["expression": script, "awaitPromise": true, "returnByValue": true, "userGesture": true])
    if let exception = reply["exceptionDetails"] as? [String: Any] {
      let thrown = exception["exception"] as? [String: Any]
      throw Problem(description: "\(thrown?["description"] ?? exception)")
    }
    return reply["result"] as? [String: Any]
  }

  /// The value of an expression in each frame of the page, all of them at once.
  func values(inFrames expression: String) throws -> [String] {
    let tree = try command("Page.getFrameTree")["frameTree"] as? [String: Any]
    let frames = (tree?["childFrames"] as? [[String: Any]] ?? [])
      .compactMap { ($0["frame"] as? [String: Any])?["id"] as? String }
    let contexts = try frames.map { frame in
      try command("Page.createIsolatedWorld", ["frameId": frame])["executionContextId"] ?? 0
    }
    // Begin all, then wait for each.
    for context in contexts {
      try command(
        "Runtime.evaluate",
        ["expression": "globalThis.answer = \(expression); 0", "contextId": context])
    }
    return try contexts.map { context in
      let reply = try command(
        "Runtime.evaluate",
        ["expression": "answer", "contextId": context, "awaitPromise": true, "returnByValue": true])
      return (reply["result"] as? [String: Any])?["value"] as? String ?? "\(reply)"
    }
  }

  /// The value of a JavaScript expression, which may be a promise.
  @discardableResult
  func value<Value: Decodable & Sendable>(
    _ expression: String, as type: Value.Type = Value.self
  ) throws -> Value {
    // Where no scripts run, no promise is kept either.
    let result = try evaluate(runsScripts ? patient(expression) : expression)
    let json = try JSONSerialization.data(withJSONObject: ["value": result?["value"] ?? NSNull()])
    return try JSONDecoder().decode(Reply<Value>.self, from: json).value
  }
}

private struct Reply<Value: Decodable>: Decodable {
  let value: Value
}

/// Folders of this target.
enum Folder {
  private static let tests = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()

  static let scripts = tests.appending(path: "Scripts")
  static let checks = tests.appending(path: "Checks")
  static let notebooks = tests.appending(path: "Notebooks")
  static let repository = tests.deletingLastPathComponent().deletingLastPathComponent()
}
