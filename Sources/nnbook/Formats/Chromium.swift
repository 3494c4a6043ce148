import Foundation

/// The browser that prints pages.
struct Chromium {
  /// The environment variable that names the program.
  static let variable = "NNBOOK_CHROMIUM"
  /// What it is called, the first that is there.
  static let names = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
  ]
  /// The seconds after which a page that is not printed never will be.
  static let patience = 120.0

  /// Why nothing was printed.
  enum Problem: Error {
    /// There is no such program.
    case missing
    /// It said this, or nothing.
    case failed(String)
    /// It did not end.
    case slow

    /// One sentence without a full stop.
    var words: String {
      switch self {
      case .missing:
        "PDF is printed by Chromium, and none of \(Chromium.names.joined(separator: ", ")) is on "
          + "the path; install it or set \(Chromium.variable) to the program"
      case .failed(let words): "Chromium printed nothing" + (words.isEmpty ? "" : ": \(words)")
      case .slow: "Chromium did not print the page within \(Int(Chromium.patience)) seconds"
      }
    }
  }

  private let program: URL

  /// The program that the user named, else the first on the path.
  init() throws(Problem) {
    let environment = ProcessInfo.processInfo.environment
    let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let named = environment[Self.variable].map { [$0] }
    let candidates = named ?? Self.names.flatMap { name in folders.map { "\($0)/\(name)" } }
    guard
      let found = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0) })
    else { throw .missing }
    program = URL(filePath: found, directoryHint: .notDirectory)
  }

  /// The page on paper.
  func pdf(of page: Data) throws -> Data {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "nnbook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (source, target) = (folder.appending(path: "page.html"), folder.appending(path: "page.pdf"))
    try page.write(to: source)
    let words = try run([
      "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions",
      "--user-data-dir=\(folder.appending(path: "profile").path)", "--no-pdf-header-footer",
      "--generate-pdf-document-outline",
      "--print-to-pdf=\(target.path)", source.absoluteString,
    ])
    guard let printed = try? Data(contentsOf: target), !printed.isEmpty else {
      throw Problem.failed(words)
    }
    return PrintedPages.withoutDates(printed)
  }

  /// Runs the program to its end.
  ///
  /// - Returns: the last thing that it complained of.
  private func run(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = program
    // Its sandbox refuses to work for the superuser; the page runs no script but its own.
    process.arguments = (geteuid() == 0 ? ["--no-sandbox"] : []) + arguments
    let errors = FileManager.default.temporaryDirectory.appending(
      path: "nnbook-\(UUID().uuidString)")
    try Data().write(to: errors)
    defer { try? FileManager.default.removeItem(at: errors) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    let end = Date(timeIntervalSinceNow: Self.patience)
    while process.isRunning {
      guard Date() < end else {
        process.terminate()
        throw Problem.slow
      }
      usleep(20_000)
    }
    let said = (try? String(contentsOf: errors, encoding: .utf8)) ?? ""
    return said.split(separator: "\n").last.map(String.init) ?? ""
  }
}
