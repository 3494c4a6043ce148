import Foundation

/// A program of this machine, found on the PATH.
struct Program {
  private let path: URL

  /// The program of that name, or nil if there is none.
  init?(_ name: String) {
    let folders = ProcessInfo.processInfo.environment["PATH", default: ""].split(separator: ":")
    let paths = folders.map { URL(filePath: String($0)).appending(path: name) }
    guard let path = paths.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) })
    else { return nil }
    self.path = path
  }

  /// What the program writes to its standard output.
  ///
  /// - Parameter input: what it finds on its standard input.
  func output(_ arguments: [String], input: Data = Data()) throws -> Data {
    let process = Process(), pipe = Pipe()
    let file = FileManager.default.temporaryDirectory.appending(path: "input-\(UUID().uuidString)")
    try input.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    process.standardInput = try FileHandle(forReadingFrom: file)
    process.executableURL = path
    process.arguments = arguments
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(program: path.path) }
    return output
  }

  struct Failure: Error {
    let program: String
  }
}
