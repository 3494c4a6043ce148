import Foundation
import Testing

/// How a page is looked at.
struct View {
  var width = 1400
  var height = 1000
  var isDark = false
  /// Whether it is a screen that is touched.
  var isTouched = false
  /// Whether it is seen as it will be on paper.
  var isPaper = false
  /// Further media features: `prefers-reduced-motion`, `forced-colors`.
  var features: [String: String] = [:]
  /// Whether scripts of the page run.
  var runsScripts = true
}

extension View: CustomStringConvertible {
  var description: String { "\(width) px, \(isDark ? "dark" : "light")" }
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
    try command(
      "Emulation.setEmulatedMedia",
      ["media": view.isPaper ? "print" : "", "features": features])
  }

  /// Shows the open page in a view and expects that everything keeps to its place.
  func expectLayout(_ view: View, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try show(view)
    try expectNone(
      "layout", "\(Widths.leastText(view.width))", view.description,
      sourceLocation: sourceLocation)
  }

  /// The open page as a PDF file.
  func print() throws -> Data {
    let reply = try command(
      "Page.printToPDF", ["preferCSSPageSize": true, "printBackground": false])
    return Data(base64Encoded: reply["data"] as? String ?? "") ?? Data()
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
}
