import Foundation

/// A file that is there while a test runs.
final class TemporaryFile {
  let path: String

  init(_ bytes: [UInt8], name: String = "data") throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("nnbook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appendingPathComponent(name)
    try Data(bytes).write(to: file)
    path = file.path
  }

  convenience init(_ text: String) throws {
    try self.init(Array(text.utf8), name: "data.csv")
  }

  deinit {
    try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent)
  }
}

/// A gzip file with one stored block: RFC 1952 around RFC 1951.
func gzip(_ bytes: [UInt8]) -> [UInt8] {
  let size = littleEndian(UInt32(bytes.count))
  let block = [1] + size.prefix(2) + size.prefix(2).map { ~$0 } + bytes
  return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF] + block + littleEndian(crc32(bytes)) + size
}

private func littleEndian(_ value: UInt32) -> [UInt8] {
  (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
}

private func crc32(_ bytes: [UInt8]) -> UInt32 {
  ~bytes.reduce(~0) { crc, byte in
    (0..<8).reduce(crc ^ UInt32(byte)) { crc, _ in crc >> 1 ^ (crc & 1 == 1 ? 0xEDB8_8320 : 0) }
  }
}
