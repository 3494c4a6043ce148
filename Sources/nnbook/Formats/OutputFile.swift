import ArgumentParser
import Foundation
import Notebook
import Reports

/// A file as it is to be on disk.
struct OutputFile {
  /// As the user would name it.
  let path: String
  let data: Data

  init(path: String, data: Data) {
    self.path = path
    self.data = data
  }

  init(path: String, text: String) { self.init(path: path, data: Data(text.utf8)) }
}

extension OutputFile {
  /// Writes the file.
  ///
  /// - Throws: a diagnostic with the system's reason.
  func write() throws(Diagnostic) {
    do {
      try ReportFile(path).write(data)
    } catch {
      throw Diagnostic(
        path: path, position: nil, message: "cannot be written: \(ReportFile.reason(error))")
    }
  }

  /// Writes files for the user to go on with, none of which may be there already; tells what is
  /// wrong and ends the command if that fails.
  static func writeNew(_ files: [OutputFile]) throws {
    do throws(Diagnostic) {
      if let present = files.first(where: { FileManager.default.fileExists(atPath: $0.path) }) {
        throw Diagnostic(path: present.path, position: nil, message: "is there already")
      }
      for file in files { try file.write() }
    } catch {
      Terminal(quiet: false).print([error])
      throw ExitCode(1)
    }
  }
}
