import Foundation
import TestSupport
import Testing

@testable import NotebookRunner

@Suite("The store of results")
struct ResultCacheTests {
  let folder = FileManager.default.temporaryDirectory.appending(path: "nnbook-\(UUID().uuidString)")

  func key(_ name: String) -> CacheKey { CacheKey([KeyPart(name: "name", value: name)]) }

  func file(_ cache: ResultCache, _ key: CacheKey) -> URL {
    cache.folder.appending(path: "records").appending(path: key.digest)
  }

  @Test("gives back what was stored, and nothing under another key")
  func roundTrip() {
    let cache = ResultCache(folder: folder)
    #expect(cache.read(.records, key("a")) == nil)
    cache.write(.records, key("a"), [1, 2, 3])
    cache.write(.records, key("empty"), [])
    #expect(cache.read(.records, key("a")) == [1, 2, 3])
    #expect(cache.read(.records, key("empty")) == [])
    #expect(cache.read(.drawings, key("a")) == nil)
    #expect(cache.read(.records, key("b")) == nil)
    #expect(ResultCache(folder: folder, ignoresOld: true).read(.records, key("a")) == nil)
  }

  @Test("notices a flipped bit anywhere and a cut at any place")
  func corruption() throws {
    let cache = ResultCache(folder: folder)
    let content = (0..<40).map { UInt8($0) }
    cache.write(.records, key("a"), content)
    let whole = try Data(contentsOf: file(cache, key("a")))
    for place in 0..<whole.count {
      var damaged = whole
      damaged[place] ^= 1 << UInt8(place % 8)
      try damaged.write(to: file(cache, key("a")))
      #expect(cache.read(.records, key("a")) == nil)
      #expect(!cache.has(.records, key("a")), "a damaged file is taken away")
      try whole.prefix(place).write(to: file(cache, key("a")))
      #expect(cache.read(.records, key("a")) == nil)
    }
    cache.write(.records, key("a"), content)
    #expect(cache.read(.records, key("a")) == content)
  }

  @Test("drops what was used longest ago, whatever the clock says")
  func eviction() throws {
    let cache = ResultCache(folder: folder, limit: 4000)
    for name in ["a", "b", "c"] {
      cache.write(.records, key(name), Array(repeating: 0, count: 900))
    }
    let old = Date(timeIntervalSince1970: 0)
    let future = Date(timeIntervalSinceNow: 1e9)
    for (name, date) in [("a", future), ("b", old), ("c", Date.now)] {
      try FileManager.default.setAttributes(
        [.modificationDate: date], ofItemAtPath: file(cache, key(name)).path)
    }
    cache.write(.records, key("d"), Array(repeating: 1, count: 1800))
    #expect(!cache.has(.records, key("b")))
    #expect(cache.has(.records, key("a")))
    #expect(cache.has(.records, key("d")))
    #expect(cache.size.bytes <= 4000)
    cache.write(.records, key("huge"), Array(repeating: 1, count: 5000))
    #expect(!cache.has(.records, key("huge")), "what exceeds the limit alone is not stored")
  }

  @Test("can be written and read by many at once")
  func concurrency() {
    let folder = folder
    DispatchQueue.concurrentPerform(iterations: 64) { number in
      let cache = ResultCache(folder: folder)
      let name = "\(number % 4)"
      let content = Array(repeating: UInt8(number % 4), count: 20_000)
      cache.write(.records, CacheKey([KeyPart(name: "name", value: name)]), content)
      let read = cache.read(.records, CacheKey([KeyPart(name: "name", value: name)]))
      #expect(read == content)
    }
    #expect(ResultCache(folder: folder).size.files == 4)
  }

  @Test("that cannot be written only costs time")
  func unwritable() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "nnbook-\(UUID().uuidString)")
    try Data("a file".utf8).write(to: file)
    let cache = ResultCache(folder: file.appending(path: "below"))
    cache.write(.records, key("a"), [1])
    #expect(cache.read(.records, key("a")) == nil)
    #expect(cache.size.files == 0)
    try cache.clean()
  }

  @Test("hides from git and goes away as a whole")
  func cleaning() throws {
    let cache = ResultCache(folder: folder)
    cache.write(.drawings, key("a"), [1])
    let ignored = try String(contentsOf: folder.appending(path: ".gitignore"), encoding: .utf8)
    #expect(ignored == "*\n")
    try cache.clean()
    #expect(!FileManager.default.fileExists(atPath: folder.path))
    try cache.clean()
  }
}

@Suite("Cache keys")
struct CacheKeyTests {
  @Test("tell apart parts that are the same bytes in a row")
  func separation() {
    let a = CacheKey([KeyPart(name: "ab", value: "c")])
    let b = CacheKey([KeyPart(name: "a", value: "bc")])
    let c = CacheKey([KeyPart(name: "ab", value: "c"), KeyPart(name: "", value: "")])
    #expect(Set([a, b, c].map { $0.digest }).count == 3)
    #expect(a.digest.count == 64)
  }

  @Test("hold the build identifier that the linker wrote")
  func engine() throws {
    // A minimal ELF file: header, one program header of notes, a note of another owner, the note.
    var file = Data([0x7F, 0x45, 0x4C, 0x46, 2, 1]) + Data(repeating: 0, count: 58)
    file[32] = 64
    file[54] = 56
    file[56] = 1
    var entry = Data(repeating: 0, count: 56)
    entry[0] = 4
    entry[8] = 120
    let other =
      Data([4, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0]) + Data("ABC\0".utf8) + Data([9, 9, 0, 0])
    let note =
      Data([4, 0, 0, 0, 3, 0, 0, 0, 3, 0, 0, 0]) + Data("GNU\0".utf8) + Data([1, 2, 255, 0])
    entry[32] = UInt8(other.count + note.count)
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try (file + entry + other + note).write(to: path)
    #expect(EngineIdentity.buildIdentifier(ofFile: path.path) == "0102ff")
    try (file + entry + other).write(to: path)
    #expect(EngineIdentity.buildIdentifier(ofFile: path.path) == nil)
    #expect(EngineIdentity.buildIdentifier(ofFile: "/no/such/file") == nil)
    #expect(!EngineIdentity.current.isEmpty)
  }
}
