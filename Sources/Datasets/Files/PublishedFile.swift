public import Foundation

/// A file that everybody has the same of: its name, size and digest.
public struct PublishedFile: Sendable, Equatable {
  /// The name within its folder.
  public let name: String
  /// Bytes on disk.
  public let size: Int
  /// SHA-256 of these bytes, in hexadecimal digits.
  public let sha256: String

  /// Describes a file.
  public init(name: String, size: Int, sha256: String) {
    self.name = name
    self.size = size
    self.sha256 = sha256
  }

  /// The file in a folder.
  public func path(in folder: String) -> String { "\(folder)/\(name)" }

  /// Compares the size, which costs nothing.
  ///
  /// - Throws: `missingFile` or `wrongSize`.
  public func checkSize(in folder: String) throws(DatasetError) {
    let path = path(in: folder)
    guard let found = DataFile.size(of: path) else { throw .missingFile(path: path) }
    guard found == size else { throw .wrongSize(path: path, expected: size, found: found) }
  }

  /// Compares the digest.
  ///
  /// - Parameter sha256: the digest of bytes in hexadecimal digits, such as swift-crypto's.
  /// - Throws: `missingFile` or `wrongDigest`.
  public func checkDigest(
    in folder: String, sha256 digest: (Data) -> String
  ) throws(DatasetError) {
    let path = path(in: folder)
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw .missingFile(path: path)
    }
    let found = digest(bytes)
    guard found == sha256 else {
      throw .wrongDigest(path: path, expected: sha256, found: found)
    }
  }
}
