/// The members of a zip archive, by its directory at the end.
///
/// - Source: PKWARE, ".ZIP File Format Specification" 6.3.10, sections 4.3.7, 4.3.12, 4.3.16.
struct ZipArchive {
  let members: [ZipMember]

  private static let endSize = 22
  private static let endMark: [UInt8] = [0x50, 0x4B, 0x05, 0x06]

  /// - Throws: `notFormat`, `unsupportedZip`, or `truncated` where the directory does not hold.
  init(_ bytes: [UInt8]) throws(InterchangeError) {
    let end = try Self.endRecord(bytes)
    var reader = ByteReader(bytes[end...])
    _ = try reader.take(Self.endMark.count, "the end record")
    let disks = try (0..<2).map { _ throws(InterchangeError) in
      try reader.integer(UInt16.self, "the end record")
    }
    guard disks == [0, 0] else { throw .unsupportedZip(member: nil, .severalDisks) }
    let counts = try (0..<2).map { _ throws(InterchangeError) in
      try reader.integer(UInt16.self, "the end record")
    }
    let size = try reader.integer(UInt32.self, "the end record")
    let start = try reader.integer(UInt32.self, "the end record")
    guard counts[1] < .max, size < .max, start < .max else {
      throw .unsupportedZip(member: nil, .zip64)
    }
    guard counts[0] == counts[1] else { throw .unsupportedZip(member: nil, .severalDisks) }
    guard Int(start) + Int(size) <= end else {
      throw .truncated(part: "the directory", expected: Int(start) + Int(size), found: end)
    }
    var directory = ByteReader(bytes[Int(start)..<Int(start) + Int(size)])
    var members: [ZipMember] = []
    for _ in 0..<counts[0] { members.append(try ZipMember(&directory, of: bytes[..<Int(start)])) }
    guard directory.rest.isEmpty else {
      throw .surplus(part: "the directory", count: directory.rest.count)
    }
    self.members = members
  }

  /// Where the end record begins: it is the last thing but for a comment, whose length it tells.
  private static func endRecord(_ bytes: [UInt8]) throws(InterchangeError) -> Int {
    var start = bytes.count - endSize
    while start >= max(0, bytes.count - endSize - Int(UInt16.max)) {
      let comment = bytes.count - start - endSize
      if bytes[start...].starts(with: endMark),
        Int(bytes[start + 20]) | Int(bytes[start + 21]) << 8 == comment
      {
        return start
      }
      start -= 1
    }
    throw .notFormat(format: "zip", found: Array(bytes.prefix(endMark.count)))
  }
}

/// An entry of the directory, and where its data lie.
struct ZipMember {
  let name: String
  /// Bytes of its content.
  let size: Int
  private let method: UInt16
  private let checksum: UInt32
  private let packed: ArraySlice<UInt8>

  /// Reads the next entry of a directory.
  ///
  /// - Parameter bytes: the archive up to its directory.
  init(
    _ directory: inout ByteReader, of bytes: ArraySlice<UInt8>
  ) throws(InterchangeError) {
    let part = "the directory"
    guard try directory.integer(UInt32.self, part) == 0x0201_4B50 else {
      throw .notFormat(format: "zip", found: Array(bytes.prefix(4)))
    }
    _ = try directory.take(4, part)
    let flags = try directory.integer(UInt16.self, part)
    method = try directory.integer(UInt16.self, part)
    _ = try directory.take(4, part)
    checksum = try directory.integer(UInt32.self, part)
    let packedSize = try directory.integer(UInt32.self, part)
    let wholeSize = try directory.integer(UInt32.self, part)
    let nameLength = try directory.integer(UInt16.self, part)
    let extraLength = try directory.integer(UInt16.self, part)
    let commentLength = try directory.integer(UInt16.self, part)
    _ = try directory.take(8, part)
    let start = try directory.integer(UInt32.self, part)
    let nameBytes = try directory.take(Int(nameLength), part)
    _ = try directory.take(Int(extraLength) + Int(commentLength), part)
    name = String(decoding: nameBytes, as: UTF8.self)
    size = Int(wholeSize)
    guard packedSize < .max, wholeSize < .max, start < .max else {
      throw .unsupportedZip(member: name, .zip64)
    }
    guard flags & 1 == 0 else { throw .unsupportedZip(member: name, .encryption) }
    guard method == 0 || method == 8 else { throw .unsupportedZip(member: name, .method(method)) }
    packed = try Self.data(bytes.dropFirst(Int(start)), nameBytes, count: Int(packedSize))
  }

  /// The data follow a header of their own. Its sizes are not read: NumPy writes zip64 ones there,
  /// even where the directory needs none.
  private static func data(
    _ bytes: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>, count: Int
  ) throws(InterchangeError) -> ArraySlice<UInt8> {
    var reader = ByteReader(bytes)
    let part = "the header of member '\(String(decoding: name, as: UTF8.self))'"
    guard try reader.integer(UInt32.self, part) == 0x0403_4B50 else {
      throw .notFormat(format: "zip", found: Array(bytes.prefix(4)))
    }
    _ = try reader.take(22, part)
    let nameLength = try reader.integer(UInt16.self, part)
    let extraLength = try reader.integer(UInt16.self, part)
    guard try reader.take(Int(nameLength), part) == name else {
      throw .unsafeName(String(decoding: name, as: UTF8.self))
    }
    _ = try reader.take(Int(extraLength), part)
    return try reader.take(count, "member '\(String(decoding: name, as: UTF8.self))'")
  }

  /// What was packed.
  ///
  /// - Throws: `damaged` if it does not unpack, or to something else.
  func content() throws(InterchangeError) -> [UInt8] {
    let content = method == 0 ? Array(packed) : Deflate.unpacked(packed, count: size)
    guard let content else { throw .damaged(member: name, .deflate) }
    guard content.count == size else {
      throw .damaged(member: name, .size(expected: size, found: content.count))
    }
    let found = Deflate.checksum(content)
    guard found == checksum else {
      throw .damaged(member: name, .checksum(expected: checksum, found: found))
    }
    return content
  }
}
