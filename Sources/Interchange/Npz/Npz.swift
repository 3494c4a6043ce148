/// Several arrays with names, as NumPy keeps them: a zip archive of npy files.
public enum Npz {
  /// Bytes that an archive may unpack to.
  public static let limit = 1 << 30

  /// The arrays in the bytes of an archive, in its order, without ".npy" in their names.
  ///
  /// Members may be stored or deflated; their checksums are verified.
  ///
  /// - Parameter limit: bytes that all members may unpack to; default 1 GiB.
  /// - Throws: `InterchangeError`: what is wrong with it.
  public static func arrays(
    from bytes: [UInt8], limit: Int = limit
  ) throws(InterchangeError) -> [NamedArray] {
    var arrays: [NamedArray] = [], left = limit
    for member in try ZipArchive(bytes).members {
      guard member.name.hasSuffix(suffix) else { throw .notArray(member: member.name) }
      let name = String(member.name.dropLast(suffix.count))
      try requireSafe(name)
      guard member.size <= left else {
        throw .tooLarge(
          part: "the archive", found: UInt64(limit - left + member.size), limit: limit)
      }
      left -= member.size
      let content = try member.content()
      do throws(InterchangeError) {
        arrays.append(NamedArray(name, try Npy.array(from: content, named: name)))
      } catch {
        throw .inFile(path: member.name, error)
      }
    }
    try arrays.requireUniqueNames()
    return arrays
  }

  /// The bytes of an archive: members stored, of one fixed date, so that the same arrays give the
  /// same bytes.
  ///
  /// - Throws: `duplicateName`; `unsafeName`; `tooLarge` for more than zip without zip64 can hold.
  public static func bytes(of arrays: [NamedArray]) throws(InterchangeError) -> [UInt8] {
    try arrays.requireUniqueNames()
    var writer = ZipWriter()
    for item in arrays {
      try requireSafe(item.name)
      try writer.add(item.name + suffix, Npy.bytes(of: item.array))
    }
    return writer.finished
  }

  /// Reads a file.
  ///
  /// - Throws: `InterchangeError.inFile` with the path.
  public static func arrays(contentsOf path: String) throws(InterchangeError) -> [NamedArray] {
    try InterchangeFile.read(path) { bytes throws(InterchangeError) in try arrays(from: bytes) }
  }

  /// Writes a file, whole or not at all.
  ///
  /// - Throws: as `bytes`; `InterchangeError.inFile` with the path.
  public static func write(_ arrays: [NamedArray], to path: String) throws(InterchangeError) {
    try InterchangeFile.write(bytes(of: arrays), to: path)
  }

  private static let suffix = ".npy"

  /// Names become paths when others unpack the archive: none may lead out of it.
  private static func requireSafe(_ name: String) throws(InterchangeError) {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let isSafe =
      !parts.contains { $0.isEmpty || $0 == "." || $0 == ".." }
      && !name.unicodeScalars.contains { $0 == "\\" || $0 == ":" || $0.value < 0x20 }
      && name.utf8.count <= 1024
    guard isSafe else { throw .unsafeName(name) }
  }
}
