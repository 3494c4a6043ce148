import Foundation

/// A program that runs to its end: the validator, the reader of PDF files, nnbook.
struct Tool {
  let output: Data
  let errors: String
  let status: Int32

  /// Runs a program that is found on the path.
  init(_ arguments: [String]) throws {
    let process = Process()
    let (output, errors) = (Pipe(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // The short one second: nothing here fills a pipe with errors.
    self.output = output.fileHandleForReading.readDataToEndOfFile()
    self.errors = String(
      decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
  }
}
