/// Named arrays and notes, as a safetensors file holds them.
///
/// A file is the length of the header (8 bytes, little-endian), the header (JSON: type, shape and
/// offsets of each tensor) and the numbers, without holes.
///
/// - Source: https://huggingface.co/docs/safetensors, "Format"; limits are those of its reference
///   implementation.
public struct Safetensors: Equatable, Sendable {
  /// The arrays, in the order of their numbers.
  public var tensors: [NamedArray]
  /// Notes of whoever wrote the file.
  public var metadata: [String: String]

  /// Arrays and notes to be written.
  ///
  /// - Throws: `duplicateName` if two arrays have one name.
  public init(
    _ tensors: [NamedArray], metadata: [String: String] = [:]
  ) throws(InterchangeError) {
    try tensors.requireUniqueNames()
    self.init(unique: tensors, metadata: metadata)
  }

  /// The caller knows that no name comes twice.
  init(unique tensors: [NamedArray], metadata: [String: String]) {
    self.tensors = tensors
    self.metadata = metadata
  }

  /// The largest header that is read, in bytes.
  public static let headerLimit = 100_000_000

  static let metadataKey = "__metadata__"
}

// MARK: - Files

extension Safetensors {
  /// Reads a file.
  ///
  /// - Throws: `InterchangeError.inFile` with the path.
  public init(contentsOf path: String) throws(InterchangeError) {
    self = try InterchangeFile.read(path) { bytes throws(InterchangeError) in
      try Safetensors(bytes: bytes)
    }
  }

  /// Writes a file, whole or not at all.
  ///
  /// - Throws: `InterchangeError.inFile` with the path.
  public func write(to path: String) throws(InterchangeError) {
    try InterchangeFile.write(bytes, to: path)
  }
}
