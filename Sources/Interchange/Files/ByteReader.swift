/// Reads bytes from front to back, and never beyond the last.
struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  private(set) var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// The bytes that are left.
  var rest: ArraySlice<UInt8> { bytes[position...] }

  /// The next bytes; `part` is what the error calls them.
  mutating func take(_ count: Int, _ part: String) throws(InterchangeError) -> ArraySlice<UInt8> {
    guard count >= 0, count <= rest.count else {
      throw .truncated(part: part, expected: count, found: rest.count)
    }
    defer { position += count }
    return bytes[position..<position + count]
  }

  /// The next bytes as a little-endian number.
  mutating func integer<Number: FixedWidthInteger & UnsignedInteger>(
    _ type: Number.Type, _ part: String
  ) throws(InterchangeError) -> Number {
    try take(MemoryLayout<Number>.size, part).reversed().reduce(0) { $0 << 8 | Number($1) }
  }
}

extension [UInt8] {
  /// Appends a number, its lowest byte first.
  mutating func append<Number: FixedWidthInteger>(littleEndian number: Number) {
    for shift in stride(from: 0, to: Number.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: number >> Number(shift)))
    }
  }
}
