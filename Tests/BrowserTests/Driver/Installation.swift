import Foundation

/// What scripts/install-browser-tests has installed.
struct Installation {
  /// Its folder.
  let folder: URL

  /// The Python that has selenium.
  var python: URL { folder.appending(path: "bin/python") }

  /// The accessibility checker.
  var axe: URL { folder.appending(path: "axe.min.js") }

  /// The HTML validator, a Java archive.
  var validator: URL { folder.appending(path: "vnu.jar") }

  /// Whether Firefox is there.
  var hasFirefox: Bool { ["firefox-esr", "firefox"].contains(where: Self.has) }

  /// The installation, if it is complete.
  static let found: Installation? = {
    let variables = ProcessInfo.processInfo.environment
    let home = FileManager.default.homeDirectoryForCurrentUser
    let folder =
      variables["NNBOOK_BROWSER_TESTS"].map { URL(filePath: $0) }
      ?? home.appending(path: ".cache/nnbook/browser")
    let mark = folder.appending(path: "installed").path
    let isComplete = has("chromedriver") && FileManager.default.fileExists(atPath: mark)
    return isComplete ? Installation(folder: folder) : nil
  }()

  private static func has(_ program: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
  }
}
