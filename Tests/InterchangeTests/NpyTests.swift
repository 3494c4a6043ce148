import Testing

@testable import Interchange

/// Arrays in files of NumPy.
struct NpyTests {
  @Test("arrays that NumPy wrote are read", arguments: ReferenceFile.names("npy"))
  func numpy(name: String) throws {
    let file = try ReferenceFile.named(name)
    file.expectSame([NamedArray("array", try Npy.array(from: file.bytes))])
  }

  @Test("every type, byte order, version and order of axes is among them")
  func completeness() {
    let names = ReferenceFile.names("npy")
    #expect(names.count == 26)
    for type in ElementType.allCases.compactMap(\.npyName) {
      #expect(names.contains("npy <\(type)"))
    }
  }

  @Test("what is written has the bytes that NumPy writes")
  func sameBytes() throws {
    let numbers: [Float] = [0, 1, -2.5, 100, 0.15625, -3]
    let array = try NumberArray(shape: [2, 3], values: numbers)
    #expect(Npy.bytes(of: array) == (try ReferenceFile.named("npy <f4")).bytes)
  }

  @Test("arrays come back as they went", arguments: [[], [0], [5], [2, 3], [2, 1, 3, 2]])
  func roundTrip(shape: [Int]) throws {
    let count = shape.reduce(1, *)
    let array = try NumberArray(shape: shape, values: (0..<count).map { Float($0) - 0.5 })
    let bytes = Npy.bytes(of: array)
    #expect(bytes.count % 64 == 4 * count % 64)
    #expect(try Npy.array(from: bytes) == array)
  }

  static let headers: [(header: String, error: InterchangeError)] = [
    ("", .badHeader(offset: 0, expected: "'{'")),
    (
      "{'descr': '<f4', 'shape': (1,), }",
      .badHeader(offset: 33, expected: "'fortran_order' before the end")
    ),
    (
      "{'descr': '<f4', 'descr': '<f4'}",
      .badHeader(offset: 24, expected: "each of 'descr', 'fortran_order', 'shape' once")
    ),
    ("{'descr': '<f4', 'fortran_order': 1}", .badHeader(offset: 34, expected: "True or False")),
    ("{'shape': (-1,)}", .badHeader(offset: 11, expected: "a whole number below 2^63")),
    (
      "{'shape': (9223372036854775808,)}",
      .badHeader(offset: 11, expected: "a whole number below 2^63")
    ),
    ("{'shape': (3 4)}", .badHeader(offset: 13, expected: "')'")),
    ("{'descr", .badHeader(offset: 1, expected: "text without escapes and its closing quote")),
    ("{'descr': '<c8'}", unsupported("<c8")), ("{'descr': '|O'}", unsupported("|O")),
    ("{'descr': '=f4'}", unsupported("=f4")),
    ("{'descr': [('a', '<f4')]}", unsupported("structured")),
    (
      "{'descr': '<f4', 'fortran_order': False, 'shape': (4294967296, 4294967296, 4)}",
      .tooManyElements(array: "array", shape: [4_294_967_296, 4_294_967_296, 4])
    ),
    (
      "{'descr': '<f4', 'fortran_order': False, 'shape': (1000000000000,)}",
      .truncated(part: "the data", expected: 4_000_000_000_000, found: 0)
    ),
    (
      "{'descr': '<f4', 'fortran_order': False, 'shape': ()} x",
      .badHeader(offset: 54, expected: "nothing after '}'")
    ),
  ]

  static func unsupported(_ type: String) -> InterchangeError {
    let known = ElementType.allCases.compactMap(\.npyName)
    return .unsupportedElements(array: "array", type: type, known: known)
  }

  @Test("a header that is wrong is told", arguments: headers.indices)
  func badHeader(index: Int) {
    let (header, error) = Self.headers[index]
    var bytes = Npy.magic + [1, 0]
    bytes.append(littleEndian: UInt16(header.utf8.count))
    #expect(throws: error) { try Npy.array(from: bytes + Array(header.utf8)) }
  }

  @Test("files of another kind, version or length are told")
  func badFile() throws {
    let whole = Npy.bytes(of: try NumberArray(shape: [2], values: [1, 2]))
    #expect(throws: InterchangeError.notFormat(format: "npy", found: [0x50, 0x4B])) {
      try Npy.array(from: [0x50, 0x4B])
    }
    #expect(throws: InterchangeError.unsupportedVersion(major: 4, minor: 0)) {
      try Npy.array(from: Npy.magic + [4, 0])
    }
    #expect(throws: InterchangeError.truncated(part: "the data", expected: 8, found: 7)) {
      try Npy.array(from: whole.dropLast())
    }
    #expect(throws: InterchangeError.surplus(part: "the data", count: 1)) {
      try Npy.array(from: whole + [0])
    }
    #expect(throws: InterchangeError.wrongCount(array: "array", shape: [2], found: 3)) {
      try NumberArray(shape: [2], values: [1, 2, 3])
    }
  }
}
