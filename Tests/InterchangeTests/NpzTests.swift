import Testing

@testable import Interchange

/// Archives of arrays.
struct NpzTests {
  @Test("archives that NumPy wrote are read", arguments: ReferenceFile.names("npz"))
  func numpy(name: String) throws {
    let file = try ReferenceFile.named(name)
    file.expectSame(try Npz.arrays(from: file.bytes))
  }

  private static func arrays() throws -> [NamedArray] {
    [
      NamedArray("b/weights", try NumberArray(shape: [2], values: [1, 2])),
      NamedArray("größe", try NumberArray(shape: [], values: [3])),
    ]
  }

  @Test("arrays come back as they went, in their order; the same arrays give the same bytes")
  func roundTrip() throws {
    let arrays = try Self.arrays(), bytes = try Npz.bytes(of: arrays)
    #expect(try Npz.arrays(from: bytes) == arrays)
    #expect(try Npz.bytes(of: arrays) == bytes)
    #expect(try Npz.arrays(from: Npz.bytes(of: [])) == [])
  }

  @Test("a comment at the end of the archive is allowed")
  func comment() throws {
    var bytes = try Npz.bytes(of: Self.arrays())
    bytes[bytes.count - 2] = 3
    #expect(try Npz.arrays(from: bytes + Array("abc".utf8)) == Self.arrays())
  }

  @Test(
    "names that lead out of an archive are neither written nor read",
    arguments: ["../a", "/a", "a/../b", "a\\b", "", "C:a", "a//b", "a\u{0}b", "./a"])
  func unsafeNames(name: String) throws {
    let array = try NumberArray(shape: [], values: [3])
    #expect(throws: InterchangeError.unsafeName(name)) {
      try Npz.bytes(of: [NamedArray(name, array)])
    }
    var writer = ZipWriter()
    try writer.add(name + ".npy", Npy.bytes(of: array))
    #expect(throws: InterchangeError.unsafeName(name)) { try Npz.arrays(from: writer.finished) }
  }

  @Test("two arrays of one name are refused")
  func duplicates() throws {
    let array = try NumberArray(shape: [], values: [3]), item = NamedArray("a", array)
    #expect(throws: InterchangeError.duplicateName("a")) { try Npz.bytes(of: [item, item]) }
    var writer = ZipWriter()
    for _ in 0..<2 { try writer.add("a.npy", Npy.bytes(of: array)) }
    #expect(throws: InterchangeError.duplicateName("a")) { try Npz.arrays(from: writer.finished) }
  }

  @Test("what is not read of the zip format is told")
  func unsupported() throws {
    let whole = try Npz.bytes(of: [Self.arrays()[0]])
    let directory = try #require(whole.firstRange(of: [0x50, 0x4B, 1, 2])).lowerBound
    func expect(_ error: InterchangeError, at offset: Int, _ bytes: [UInt8]) {
      var changed = whole
      changed.replaceSubrange(directory + offset..<directory + offset + bytes.count, with: bytes)
      #expect(throws: error) { try Npz.arrays(from: changed) }
    }
    let name = "b/weights.npy", zip64: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF]
    expect(.unsupportedZip(member: name, .encryption), at: 8, [1])
    expect(.unsupportedZip(member: name, .method(12)), at: 10, [12])
    expect(.unsupportedZip(member: name, .zip64), at: 20, zip64)
    expect(.unsupportedZip(member: name, .zip64), at: 24, zip64)
    expect(.damaged(member: name, .size(expected: 135, found: 136)), at: 24, [135])
    expect(
      .damaged(
        member: name,
        .checksum(
          expected: 0,
          found: Deflate.checksum(
            Npy.bytes(of: try Self.arrays()[0].array)))), at: 16, [0, 0, 0, 0])
    let end = whole.count - 22 - directory
    expect(.unsupportedZip(member: nil, .zip64), at: end + 16, zip64)
    expect(.unsupportedZip(member: nil, .severalDisks), at: end + 4, [1])
    #expect(throws: InterchangeError.notFormat(format: "zip", found: [1])) {
      try Npz.arrays(from: [1])
    }
  }

  @Test("a member that is no array is told")
  func otherMembers() throws {
    var writer = ZipWriter()
    try writer.add("read.me", [1])
    #expect(throws: InterchangeError.notArray(member: "read.me")) {
      try Npz.arrays(from: writer.finished)
    }
    writer = ZipWriter()
    try writer.add("a.npy", [1])
    let reason = InterchangeError.notFormat(format: "npy", found: [1])
    #expect(throws: InterchangeError.inFile(path: "a.npy", reason)) {
      try Npz.arrays(from: writer.finished)
    }
  }

  @Test("an archive that unpacks to more than the limit is refused before it is unpacked")
  func limit() throws {
    let bytes = try ReferenceFile.named("npz deflated").bytes
    #expect(throws: InterchangeError.tooLarge(part: "the archive", found: 24_424, limit: 20_000)) {
      try Npz.arrays(from: bytes, limit: 20_000)
    }
  }
}
