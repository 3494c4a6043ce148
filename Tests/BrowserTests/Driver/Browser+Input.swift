/// Keys and the pointer, as a reader uses them.
extension Browser {
  /// Presses keys one after another.
  func press(_ keys: Key..., shift: Bool = false) throws {
    for key in keys {
      var event: [String: Any] = [
        "key": key.rawValue, "code": key.rawValue, "windowsVirtualKeyCode": key.windowsCode,
        "modifiers": shift ? 8 : 0,
      ]
      let type = key.text == nil ? "rawKeyDown" : "keyDown"
      if let text = key.text { event["text"] = text }
      try command("Input.dispatchKeyEvent", event.merging(["type": type]) { $1 })
      try command("Input.dispatchKeyEvent", event.merging(["type": "keyUp"]) { $1 })
    }
  }

  /// Types a text into what has the focus.
  func type(_ text: String) throws { try command("Input.insertText", ["text": text]) }

  /// Moves the pointer to a place of the window, in CSS pixels.
  func hover(_ x: Double, _ y: Double) throws { try mouse("mouseMoved", x, y, button: "none") }

  /// Presses the pointer's first button and lets it go.
  func click(_ x: Double, _ y: Double, count: Int = 1) throws {
    try hover(x, y)
    for number in 1...count {
      try mouse("mousePressed", x, y, count: number)
      try mouse("mouseReleased", x, y, count: number)
    }
  }

  /// Draws the pointer from one place to another with its first button pressed.
  func drag(from start: (x: Double, y: Double), to end: (x: Double, y: Double)) throws {
    try hover(start.x, start.y)
    try mouse("mousePressed", start.x, start.y)
    try mouse("mouseMoved", (start.x + end.x) / 2, (start.y + end.y) / 2)
    try mouse("mouseMoved", end.x, end.y)
    try mouse("mouseReleased", end.x, end.y)
  }

  /// Draws a finger from one place to another; it takes a fifth of a second.
  func swipe(from start: (x: Double, y: Double), by way: (x: Double, y: Double)) async throws {
    try touch("touchStart", [start])
    for step in stride(from: 0.1, through: 1, by: 0.1) {
      try touch("touchMove", [(start.x + way.x * step, start.y + way.y * step)])
      try await Task.sleep(for: .milliseconds(20))
    }
    try touch("touchEnd", [])
  }

  private func touch(_ type: String, _ points: [(x: Double, y: Double)]) throws {
    try command(
      "Input.dispatchTouchEvent",
      ["type": type, "touchPoints": points.map { ["x": $0.x, "y": $0.y] }])
  }

  /// Turns the wheel at a place.
  func wheel(_ x: Double, _ y: Double, _ down: Double, withControl: Bool) throws {
    try hover(x, y)
    try command(
      "Input.dispatchMouseEvent",
      [
        "type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": down,
        "modifiers": withControl ? 2 : 0,
      ])
  }

  private func mouse(
    _ type: String, _ x: Double, _ y: Double, button: String = "left", count: Int = 1
  ) throws {
    try command(
      "Input.dispatchMouseEvent",
      ["type": type, "x": x, "y": y, "button": button, "clickCount": count])
  }
}
