import Datasets
import Foundation
import TestSupport
import Testing

struct IDXFileTests {
  let elements: [UInt8] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 255]

  @Test("Dimensions and elements are read, compressed or not", arguments: [false, true])
  func reads(compressed: Bool) throws {
    let bytes = idx([2, 2, 3], elements)
    let file = try TemporaryFile(compressed ? gzip(bytes) : bytes)
    let idx = try IDXFile(file.path, rank: 3)
    #expect(idx.dimensions == [2, 2, 3])
    #expect(idx.elements == elements)
  }

  @Test("A limit shortens the first dimension, never lengthens it")
  func limits() throws {
    let file = try TemporaryFile(idx([2, 2, 3], elements))
    let first = try IDXFile(file.path, limit: 1)
    #expect(first.dimensions == [1, 2, 3])
    #expect(first.elements == Array(elements.prefix(6)))
    #expect(try IDXFile(file.path, limit: 9).dimensions == [2, 2, 3])
    #expect(throws: DatasetError.badLimit(0)) { try IDXFile(file.path, limit: 0) }
  }

  @Test("Text, other element types and other ranks are refused")
  func checksHeader() throws {
    let text = try TemporaryFile("sepal,petal\n1,2\n")
    #expect(throws: DatasetError.notIDX(path: text.path, magic: 0x7365_7061)) {
      try IDXFile(text.path)
    }
    let floats = try TemporaryFile(idx([1], [0, 0, 0, 0], type: 0x0D))
    #expect(throws: DatasetError.unsupportedElements(path: floats.path, code: 0x0D)) {
      try IDXFile(floats.path)
    }
    let labels = try TemporaryFile(idx([3], [1, 2, 3]))
    #expect(throws: DatasetError.wrongDimensions(path: labels.path, expected: 3, found: [3])) {
      try IDXFile(labels.path, rank: 3)
    }
  }

  @Test("A file shorter than its header promises is refused")
  func checksLength() throws {
    let short = try TemporaryFile(idx([2, 2, 3], Array(elements.prefix(7))))
    #expect(throws: DatasetError.truncated(path: short.path, expected: 12, found: 7)) {
      try IDXFile(short.path)
    }
    let header = try TemporaryFile([0, 0, 8, 3, 0, 0])
    #expect(throws: DatasetError.truncated(path: header.path, expected: 4, found: 2)) {
      try IDXFile(header.path)
    }
  }

  @Test("A file longer than its header promises is refused")
  func checksEnd() throws {
    let long = try TemporaryFile(gzip(idx([1, 2, 3], elements)))
    #expect(throws: DatasetError.surplus(path: long.path, expected: 6)) { try IDXFile(long.path) }
  }

  @Test("A header that promises gigabytes costs no memory")
  func checksPromise() throws {
    let large = try TemporaryFile(idx([60_000, 28, 28], []))
    #expect(throws: DatasetError.truncated(path: large.path, expected: 47_040_000, found: 16)) {
      try IDXFile(large.path)
    }
    let overflow = try TemporaryFile(idx([.max, .max, .max], []))
    #expect(throws: DatasetError.tooLarge(path: overflow.path, limit: IDXFile.sizeLimit)) {
      try IDXFile(overflow.path)
    }
  }

  @Test("A damaged or cut gzip file is refused")
  func checksStream() throws {
    var bytes = gzip(idx([2, 2, 3], elements))
    let cut = try TemporaryFile(Array(bytes.prefix(30)))
    #expect(throws: DatasetError.damaged(path: cut.path)) { try IDXFile(cut.path) }
    bytes[bytes.count - 6] ^= 1
    let flipped = try TemporaryFile(bytes)
    #expect(throws: DatasetError.damaged(path: flipped.path)) { try IDXFile(flipped.path) }
  }

  @Test("A missing file and a folder are told apart")
  func checksFile() throws {
    #expect(throws: DatasetError.missingFile(path: "/no/such")) { try IDXFile("/no/such") }
    let folder = FileManager.default.temporaryDirectory.path
    #expect(throws: DatasetError.isFolder(path: folder)) { try IDXFile(folder) }
  }

  @Test("No bytes crash the reader", arguments: 0..<200)
  func survivesAnything(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    var bytes = seed.isMultiple(of: 2) ? idx([2, 2, 3], elements) : gzip(idx([2, 2, 3], elements))
    for _ in 0..<3 { bytes[random.next(below: bytes.count)] = UInt8(random.next(below: 256)) }
    let file = try TemporaryFile(Array(bytes.prefix(1 + random.next(below: bytes.count))))
    let idx = try? IDXFile(file.path)
    #expect(idx.map { $0.elements.count <= 1 << 12 } ?? true)
  }
}
