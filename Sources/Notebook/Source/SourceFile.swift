import Foundation

extension NotebookReader {
  /// Reads a notebook from a file.
  ///
  /// - Parameters:
  ///   - path: the file, as the user named it.
  ///   - parameters: as in `read(source:path:parameters:)`.
  /// - Returns: the notebook and what is wrong with it. A file that is missing, too large, binary
  ///   or not UTF-8 gives an empty notebook and one error.
  public static func read(
    contentsOf path: String, parameters: [(name: String, value: String)] = []
  ) -> (Notebook, [Diagnostic]) {
    do throws(SourceFileError) {
      let source = try text(ofFile: path)
      return read(source: source, path: path, parameters: parameters)
    } catch {
      return failure(error.problem, path)
    }
  }

  private static func text(ofFile path: String) throws(SourceFileError) -> String {
    let data = try bytes(ofFile: path)
    guard data.count <= sizeLimit else { throw SourceFileError(.tooLarge(sizeLimit)) }
    guard !data.contains(0) else { throw SourceFileError(.binary) }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw SourceFileError(.notUTF8(offset: firstInvalidByte(data)))
    }
    return text
  }

  /// At most one byte more than the limit: a mistaken path does not fill the memory.
  private static func bytes(ofFile path: String) throws(SourceFileError) -> Data {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw SourceFileError(.missingFile)
    }
    guard !isDirectory.boolValue else { throw SourceFileError(.isDirectory) }
    do {
      let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      return try file.read(upToCount: sizeLimit + 1) ?? Data()
    } catch {
      throw SourceFileError(.unreadable(error.localizedDescription))
    }
  }

  private static func firstInvalidByte(_ data: Data) -> Int {
    var (decoder, bytes, offset) = (Unicode.UTF8(), data.makeIterator(), 0)
    while case .scalarValue(let scalar) = decoder.decode(&bytes) {
      offset += UTF8.width(scalar)
    }
    return offset
  }
}

/// Why a file could not be read.
private struct SourceFileError: Error {
  let problem: Problem

  init(_ problem: Problem) {
    self.problem = problem
  }
}
