import Foundation
import Testing

/// A WebAssembly module of the live engine as a file, removed when it is no longer used.
final class ModuleFile {
  /// Where it lies.
  let path: String
  /// Its size in bytes, when it is put together.
  let size: Int
  /// The size of the gzip file that a report carries, in bytes.
  let compressedSize: Int

  /// Unpacks base64 of gzip.
  init(_ encoded: StaticString) throws {
    let compressed = try #require(Data(base64Encoded: String(describing: encoded)))
    let folder = FileManager.default.temporaryDirectory
    let archive = folder.appending(path: "live-\(UUID().uuidString).wasm.gz")
    try compressed.write(to: archive)
    defer { try? FileManager.default.removeItem(at: archive) }
    let module = try #require(Program("gzip")).output(["--decompress", "--stdout", archive.path])
    path = archive.deletingPathExtension().path
    size = module.starts(with: Self.magicNumber) ? module.count : Self.number(module)
    compressedSize = compressed.count
    try module.write(to: URL(filePath: path))
  }

  private static let magicNumber = Data("\0asm".utf8)

  // A sorted module begins with its size, in LEB128.
  private static func number(_ bytes: Data) -> Int {
    let size = (bytes.firstIndex { $0 < 0x80 } ?? 0) + 1
    return bytes.prefix(size).reversed().reduce(0) { $0 << 7 | Int($1 & 0x7f) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
