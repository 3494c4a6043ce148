import TestSupport
import Testing

@testable import Interchange

/// Readers get damaged files: they throw, or read something; they do not crash and do not allocate
/// by what a file only promises.
struct FuzzTests {
  private func read(_ name: String, _ bytes: [UInt8]) throws(InterchangeError) {
    if name.hasPrefix("npy") {
      _ = try Npy.array(from: bytes)
    } else if name.hasPrefix("npz") {
      _ = try Npz.arrays(from: bytes, limit: 1 << 20)
    } else {
      _ = try Safetensors(bytes: bytes)
    }
  }

  @Test("every truncation of a file is refused", arguments: ReferenceFile.all.keys.sorted())
  func truncations(name: String) throws {
    let bytes = try ReferenceFile.named(name).bytes
    for count in 0..<bytes.count {
      #expect(throws: InterchangeError.self, "\(count) bytes") {
        try read(name, Array(bytes.prefix(count)))
      }
    }
  }

  @Test("flipped bits and changed bytes do no harm", arguments: ReferenceFile.all.keys.sorted())
  func changes(name: String) throws {
    let bytes = try ReferenceFile.named(name).bytes
    var random = SplitMix(seed: UInt64(name.utf8.reduce(0) { $0 &* 31 &+ Int($1) }.magnitude))
    var refused = 0
    for _ in 0..<400 {
      var changed = bytes
      for _ in 0...random.next(below: 3) {
        // The fields that matter lie at the start, and in archives at the end.
        let reach = random.next(below: 2) == 0 ? bytes.count : min(bytes.count, 200)
        let offset = random.next(below: reach)
        let index = name.hasPrefix("npz") ? bytes.count - 1 - offset : offset
        changed[index] =
          switch random.next(below: 3) {
          case 0: changed[index] ^ UInt8(1 << random.next(below: 8))
          case 1: UInt8(random.next(below: 256))
          default: [0, 0xFF, UInt8(ascii: "9"), UInt8(ascii: "}")][random.next(below: 4)]
          }
      }
      do {
        try read(name, changed)
      } catch {
        refused += 1
      }
    }
    #expect(refused > 100)
  }

  @Test("bytes at random are refused")
  func noise() throws {
    var random = SplitMix(seed: 11)
    for name in ["npy", "npz", "safetensors"] {
      for _ in 0..<500 {
        let bytes = (0..<random.next(below: 300)).map { _ in UInt8(random.next(below: 256)) }
        #expect(throws: InterchangeError.self) { try read(name, bytes) }
      }
    }
  }
}
