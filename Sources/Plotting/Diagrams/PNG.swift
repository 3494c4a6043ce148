/// A grey image as the bytes of a PNG file: 8 bits a pixel, not compressed, so that a few lines
/// write it anywhere.
///
/// Source: Portable Network Graphics, W3C Recommendation, third edition (2025); RFC 1950 (zlib) and
/// RFC 1951 (deflate), section 3.2.4.
enum PNG {
  /// The file of an image of `width · height` brightness values, 0 black and 1 white; values that
  /// are missing are black, others are clamped.
  static func grey(_ pixels: [Float], width: Int, height: Int) -> [UInt8] {
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let (bitDepth, greyscale): (UInt8, UInt8) = (8, 0)
    appendChunk(
      "IHDR",
      bigEndian(UInt32(width)) + bigEndian(UInt32(height)) + [bitDepth, greyscale, 0, 0, 0],
      to: &file)
    appendChunk("IDAT", zlib(scanlines(pixels, width: width, height: height)), to: &file)
    appendChunk("IEND", [], to: &file)
    return file
  }

  /// Each row of pixels after a filter byte of 0, "none".
  private static func scanlines(_ pixels: [Float], width: Int, height: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity((width + 1) * height)
    for row in 0..<height {
      bytes.append(0)
      for column in 0..<width {
        let index = row * width + column
        let pixel = index < pixels.count ? pixels[index] : 0
        // A comparison with NaN is false, so that it becomes black and never traps.
        let level = pixel > 0 ? min(pixel, 1) * 255 : 0
        bytes.append(UInt8(level.rounded(.toNearestOrEven)))
      }
    }
    return bytes
  }

  private static func appendChunk(_ type: StaticString, _ data: [UInt8], to file: inout [UInt8]) {
    var checked = Text(stringLiteral: type).bytes
    checked += data
    file += bigEndian(UInt32(data.count))
    file += checked
    file += bigEndian(crc32(checked))
  }
}

// MARK: - Checksums and blocks

extension PNG {
  /// `bytes` as a zlib stream of stored blocks.
  static func zlib(_ bytes: [UInt8]) -> [UInt8] {
    let (deflateWithWindow32K, fastestWithCheck): (UInt8, UInt8) = (0x78, 0x01)
    var stream = [deflateWithWindow32K, fastestWithCheck]
    let longest = 0xFFFF
    var start = 0
    repeat {
      let end = min(start + longest, bytes.count)
      let length = UInt16(end - start)
      stream.append(end == bytes.count ? 1 : 0)
      stream += littleEndian(length) + littleEndian(~length)
      stream += bytes[start..<end]
      start = end
    } while start < bytes.count
    return stream + bigEndian(adler32(bytes))
  }

  /// The cyclic redundancy check of PNG chunks: polynomial `0xEDB88320`, reflected.
  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var register: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      register ^= UInt32(byte)
      for _ in 0..<8 { register = register >> 1 ^ (register & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return ~register
  }

  /// The checksum of zlib streams: two sums modulo 65 521.
  static func adler32(_ bytes: [UInt8]) -> UInt32 {
    var (sum, sumOfSums): (UInt32, UInt32) = (1, 0)
    for byte in bytes {
      sum = (sum + UInt32(byte)) % 65_521
      sumOfSums = (sumOfSums + sum) % 65_521
    }
    return sumOfSums << 16 | sum
  }

  private static func bigEndian(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  private static func littleEndian(_ number: UInt16) -> [UInt8] {
    [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
  }
}
