import Foundation

/// A Firefox that tests drive by WebDriver BiDi: what readers see there, and use.
actor Firefox: Viewer {
  private let driver: Driver
  let runsScripts = true

  /// The one of this test run; it ends with it.
  static func shared() throws -> Firefox { try started.get() }

  private static let started = Result { try Firefox() }

  private init() throws {
    let driver = try Driver("firefox.py")
    // The console of Firefox keeps violations of the policy from those who ask.
    let listen = """
      () => {
        window.violations = [];
        addEventListener('securitypolicyviolation',
          (event) => violations.push(`${event.violatedDirective}: ${event.blockedURI}`));
      }
      """
    let request: [String: Any] = [
      "command": "script.addPreloadScript", "with": ["functionDeclaration": listen],
    ]
    _ = try driver.reply(to: request)
    self.driver = driver
  }

  /// Opens a page; what the console said before is forgotten.
  func open(_ page: URL, width: Int = 1400) throws {
    try show(width: width)
    // Away first: an address that differs by its fragment only loads nothing.
    _ = try driver.reply(to: ["get": "about:blank"])
    _ = try driver.reply(to: ["log": true])
    _ = try driver.reply(to: ["get": page.absoluteString])
  }

  /// Shows the open page in a window of another width.
  func show(width: Int) throws {
    try command("browsingContext.setViewport", ["viewport": ["width": width, "height": 1000]])
  }

  /// What the console has said since the last time, and what violated the policy.
  func log() throws -> [String] {
    let said = try driver.reply(to: ["log": true]) as? [String] ?? []
    return said + (try value("violations"))
  }

  func text(of script: String) throws -> String {
    let reply = try command(
      "script.evaluate", ["expression": script, "awaitPromise": true, "userActivation": true])
    if let exception = reply["exceptionDetails"] as? [String: Any] {
      throw Driver.Problem(description: "\(exception["text"] ?? exception)")
    }
    let result = reply["result"] as? [String: Any]
    return result?["value"] as? String ?? ""
  }

  /// Presses keys one after another.
  func press(_ keys: Key...) throws { try type(keys.map(\.webDriverCode).joined()) }

  /// Types a text into what has the focus.
  func type(_ text: String) throws {
    try act(
      "key",
      text.flatMap { key in
        ["keyDown", "keyUp"].map { ["type": $0, "value": String(key)] }
      })
  }

  /// Moves the pointer to a place of the window, in CSS pixels.
  func hover(_ x: Double, _ y: Double) throws { try act("pointer", [move(x, y)]) }

  /// Presses the pointer's first button and lets it go.
  func click(_ x: Double, _ y: Double) throws {
    let press = ["pointerDown", "pointerUp"].map { ["type": $0, "button": 0] as [String: Any] }
    try act("pointer", [move(x, y)] + press)
  }

  /// Draws the pointer from one place to another with its first button pressed.
  func drag(from start: (x: Double, y: Double), to end: (x: Double, y: Double)) throws {
    let (press, release) = (
      ["type": "pointerDown", "button": 0], ["type": "pointerUp", "button": 0]
    )
    let middle = move((start.x + end.x) / 2, (start.y + end.y) / 2)
    try act("pointer", [move(start.x, start.y), press, middle, move(end.x, end.y), release])
  }

  private func move(_ x: Double, _ y: Double) -> [String: Any] {
    ["type": "pointerMove", "x": Int(x), "y": Int(y)]
  }

  private func act(_ device: String, _ actions: [[String: Any]]) throws {
    let source: [String: Any] = ["type": device, "id": device, "actions": actions]
    try command("input.performActions", ["actions": [source]])
  }

  @discardableResult
  private func command(_ method: String, _ parameters: [String: Any]) throws -> [String: Any] {
    let request: [String: Any] = ["command": method, "with": parameters]
    return try driver.reply(to: request) as? [String: Any] ?? [:]
  }
}
