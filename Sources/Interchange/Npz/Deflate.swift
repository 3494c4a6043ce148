import CZlib

/// Unpacking and checksums by zlib; the only file of this module that knows it.
enum Deflate {
  /// The content of raw deflated bytes, at most `count` bytes of it; nil if they are not whole.
  ///
  /// Memory grows with what is unpacked, not with what the file promises.
  static func unpacked(_ packed: ArraySlice<UInt8>, count: Int) -> [UInt8]? {
    // zlib remembers where its stream lies.
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    defer { stream.deallocate() }
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(stream, -MAX_WBITS, ZLIB_VERSION, size) == Z_OK else { return nil }
    defer { inflateEnd(stream) }
    var source = Array(packed)
    return source.withUnsafeMutableBufferPointer { source in
      stream.pointee.next_in = source.baseAddress
      stream.pointee.avail_in = UInt32(source.count)
      return content(of: stream, count: count)
    }
  }

  private static func content(
    of stream: UnsafeMutablePointer<z_stream>, count: Int
  ) -> [UInt8]? {
    var content: [UInt8] = [], chunk = [UInt8](repeating: 0, count: 1 << 16)
    var result = Z_OK
    while result == Z_OK, content.count <= count {
      let filled = chunk.withUnsafeMutableBufferPointer { chunk in
        stream.pointee.next_out = chunk.baseAddress
        stream.pointee.avail_out = UInt32(chunk.count)
        result = inflate(stream, Z_NO_FLUSH)
        return chunk.count - Int(stream.pointee.avail_out)
      }
      content += chunk[..<filled]
    }
    // More than promised is a wrong size rather than a broken stream.
    return result == Z_STREAM_END || content.count > count ? content : nil
  }

  /// CRC-32 as zip has it.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var checksum = crc32(0, nil, 0)
    bytes.withUnsafeBufferPointer { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let part = UnsafeBufferPointer(rebasing: rest.prefix(1 << 30))
        checksum = crc32(checksum, part.baseAddress, UInt32(part.count))
        rest = rest.dropFirst(part.count)
      }
    }
    return UInt32(checksum)
  }
}
