/// Writes a zip archive whose members are stored as they are.
struct ZipWriter {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  /// 1980-01-01, the first date that zip knows: archives tell contents, not clocks.
  private static let date: UInt16 = 1 << 5 | 1
  /// Features of version 2.0 are needed to unpack.
  private static let version: UInt16 = 20
  /// Names are UTF-8.
  private static let flags: UInt16 = 1 << 11

  /// Adds a member.
  ///
  /// - Throws: `tooLarge` where zip needs 64 bits.
  mutating func add(_ name: String, _ content: [UInt8]) throws(InterchangeError) {
    let end = bytes.count + content.count + directory.count + 4096
    guard end < Int(UInt32.max), count < UInt16.max - 1 else {
      throw .tooLarge(part: "the archive", found: UInt64(end), limit: Int(UInt32.max))
    }
    let start = UInt32(bytes.count)
    let fields = Self.fields(name, content)
    bytes.append(littleEndian: 0x0403_4B50 as UInt32)
    bytes += fields + Array(name.utf8) + content
    directory.append(littleEndian: 0x0201_4B50 as UInt32)
    directory.append(littleEndian: Self.version)
    directory += fields
    // No comment; one disk; no attributes within and without.
    directory += [UInt8](repeating: 0, count: 2 + 2 + 2 + 4)
    directory.append(littleEndian: start)
    directory += Array(name.utf8)
    count += 1
  }

  /// What a member's header and its entry in the directory have in common.
  private static func fields(_ name: String, _ content: [UInt8]) -> [UInt8] {
    var fields: [UInt8] = []
    for number in [version, flags, 0, 0, date] { fields.append(littleEndian: number) }
    fields.append(littleEndian: Deflate.checksum(content))
    for _ in 0..<2 { fields.append(littleEndian: UInt32(content.count)) }
    fields.append(littleEndian: UInt16(name.utf8.count))
    fields.append(littleEndian: 0 as UInt16)
    return fields
  }

  /// The archive with its directory.
  var finished: [UInt8] {
    var end: [UInt8] = []
    end.append(littleEndian: 0x0605_4B50 as UInt32)
    for number in [0, 0, count, count] { end.append(littleEndian: number) }
    end.append(littleEndian: UInt32(directory.count))
    end.append(littleEndian: UInt32(bytes.count))
    end.append(littleEndian: 0 as UInt16)
    return bytes + directory + end
  }
}
