import Foundation

/// Folders of this target.
enum Folder {
  private static let tests = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()

  static let scripts = tests.appending(path: "Scripts")
  static let checks = tests.appending(path: "Checks")
  static let fonts = tests.appending(path: "Fonts")
  static let notebooks = tests.appending(path: "Notebooks")
  static let repository = tests.deletingLastPathComponent().deletingLastPathComponent()
}
