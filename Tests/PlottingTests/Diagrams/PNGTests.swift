import Testing

@testable import Plotting

@Suite("PNG files")
struct PNGTests {
  /// A chunk of a file: its type and its data.
  private struct Chunk: Equatable {
    var type: String
    var data: [UInt8]
  }

  @Test("hold a header, one image and an end, each with its checksum")
  func chunks() throws {
    let chunks = try chunks(PNG.grey([0, 1], width: 2, height: 1))
    #expect(chunks.map(\.type) == ["IHDR", "IDAT", "IEND"])
    // Width, height, 8 bits, grey, and the only methods there are.
    #expect(chunks[0].data == [0, 0, 0, 2, 0, 0, 0, 1, 8, 0, 0, 0, 0])
    #expect(chunks[2].data.isEmpty)
  }

  @Test("give back the pixels", arguments: [(1, 1), (28, 28), (3, 7), (300, 300)])
  func pixels(width: Int, height: Int) throws {
    var random = SeededGenerator(7)
    let levels = (0..<(width * height)).map { _ in UInt8.random(in: 0...255, using: &random) }
    let file = PNG.grey(levels.map { Float($0) / 255 }, width: width, height: height)
    let lines = try inflated(try chunks(file)[1].data)
    #expect(lines.count == (width + 1) * height)
    for row in 0..<height {
      let line = lines[(row * (width + 1))..<((row + 1) * (width + 1))]
      #expect(line.first == 0, "the filter of row \(row)")
      #expect(Array(line.dropFirst()) == Array(levels[(row * width)..<((row + 1) * width)]))
    }
  }

  @Test("clamp brightness, and take what is missing or no number as black")
  func clamped() throws {
    let file = PNG.grey([-1, 2, .nan, .infinity, 0.5], width: 6, height: 1)
    #expect(try inflated(try chunks(file)[1].data) == [0, 0, 255, 0, 255, 128, 0])
  }

  @Test("check with CRC-32 and Adler-32")
  func checksums() {
    // The check values of both algorithms, and the CRC of an empty IEND chunk.
    #expect(PNG.crc32([UInt8]("123456789".utf8)) == 0xCBF4_3926)
    #expect(PNG.crc32([UInt8]("IEND".utf8)) == 0xAE42_6082)
    #expect(PNG.adler32([UInt8]("Wikipedia".utf8)) == 0x11E6_0398)
    #expect(PNG.adler32([]) == 1)
  }

  @Test(
    "split streams into stored blocks of at most 65 535 bytes", arguments: [0, 1, 65_535, 65_536])
  func blocks(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
    let stream = PNG.zlib(bytes)
    #expect(try inflated(stream) == bytes)
    #expect(stream.count == count + 6 + 5 * max(1, (count + 65_534) / 65_535))
    #expect((Int(stream[0]) << 8 + Int(stream[1])) % 31 == 0)
  }

  /// The chunks of a file, their checksums verified.
  private func chunks(_ file: [UInt8]) throws -> [Chunk] {
    #expect(Array(file.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    var chunks: [Chunk] = []
    var rest = file.dropFirst(8)
    while !rest.isEmpty {
      let length = Int(number(rest.prefix(4)))
      let body = rest.dropFirst(4).prefix(4 + length)
      try #require(body.count == 4 + length)
      #expect(number(rest.dropFirst(8 + length).prefix(4)) == PNG.crc32(Array(body)))
      chunks.append(
        Chunk(type: String(decoding: body.prefix(4), as: UTF8.self), data: Array(body.dropFirst(4)))
      )
      rest = rest.dropFirst(12 + length)
    }
    return chunks
  }

  /// The bytes of a zlib stream of stored blocks, their checksum verified.
  private func inflated(_ stream: [UInt8]) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = stream.dropFirst(2)
    var isLast = false
    while !isLast {
      let header = Array(rest.prefix(5))
      try #require(header.count == 5 && header[0] <= 1)
      isLast = header[0] == 1
      let length = Int(header[1]) + Int(header[2]) << 8
      #expect(length ^ 0xFFFF == Int(header[3]) + Int(header[4]) << 8)
      bytes += rest.dropFirst(5).prefix(length)
      rest = rest.dropFirst(5 + length)
    }
    #expect(number(rest) == PNG.adler32(bytes))
    return bytes
  }

  private func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.reduce(0) { $0 << 8 | UInt32($1) }
  }
}
