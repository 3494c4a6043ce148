import Foundation

/// A preview that runs, and ends with the test.
final class PreviewProcess {
  let running: Running
  /// The port that it printed.
  let port: Int
  /// Kept as long as the preview runs.
  private let folder: TemporaryFolder

  /// Starts a preview on any free port and waits for its address.
  init(_ path: String, in folder: TemporaryFolder, _ options: [String] = ["--port", "0"]) throws {
    self.folder = folder
    running = try Command.start(["preview", path, "--no-browser"] + options, in: folder.url)
    let line = Self.firstLine(of: running.output.fileHandleForReading)
    let digits = line.split(separator: ":").last?.prefix { $0.isNumber } ?? ""
    guard line.hasPrefix("preview: http://127.0.0.1:"), let port = Int(digits) else {
      running.process.terminate()
      throw Connection.Silence(awaited: "an address", heard: line)
    }
    self.port = port
  }

  deinit {
    running.process.terminate()
    running.process.waitUntilExit()
  }

  private static func firstLine(of file: FileHandle) -> String {
    var line = Data()
    while let byte = try? file.read(upToCount: 1), !byte.isEmpty, byte[0] != 10 { line += byte }
    return String(decoding: line, as: UTF8.self)
  }

  /// The answer to a request, headers included.
  ///
  /// - Parameter host: the Host header; this preview's by default, none if it is empty.
  func answer(_ method: String = "GET", _ target: String, host: String? = nil) throws -> String {
    let connection = try Connection(port: port)
    let name = host ?? "127.0.0.1:\(port)"
    let header = name.isEmpty ? "" : "Host: \(name)\r\n"
    connection.send("\(method) \(target) HTTP/1.1\r\n\(header)Connection: close\r\n\r\n")
    return try connection.all()
  }

  /// A connection that hears the events from now on, and first how all pages stand.
  func events() throws -> Connection {
    let connection = try Connection(port: port)
    connection.send("GET /events HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n")
    return connection
  }

  /// Events, after the page at `path` has been shown without errors.
  func eventsAfterFirstRun(of path: String = "/a.html") throws -> Connection {
    let events = try events()
    try events.wait(for: Self.good(path))
    return events
  }

  /// What the event of a page without errors begins with.
  static func good(_ path: String = "/a.html") -> String {
    "{\"errors\":[],\"isGood\":true,\"path\":\"\(path)\""
  }
}
