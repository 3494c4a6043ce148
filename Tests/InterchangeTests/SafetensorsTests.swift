import Foundation
import Testing

@testable import Interchange

/// Files of tensors.
struct SafetensorsTests {
  @Test(
    "files that the reference implementation wrote are read",
    arguments: ReferenceFile.names("safetensors"))
  func reference(name: String) throws {
    let file = try ReferenceFile.named(name)
    file.expectSame(try Safetensors(bytes: file.bytes).tensors)
  }

  @Test("notes and types are kept")
  func metadata() throws {
    let file = try Safetensors(bytes: ReferenceFile.named("safetensors types").bytes)
    #expect(file.metadata == ["made by": "a \"test\"\nfür 2 Zeilen"])
    let types = file.tensors.map { "\($0.name) \($0.array.type)" }.sorted()
    #expect(
      types == [
        "bfloat16 bfloat16", "empty float32", "float16 float16", "float32 float32",
        "float64 float64", "int64 int64", "scalar int64", "uint8 uint8",
      ])
  }

  @Test("arrays and notes come back as they went")
  func roundTrip() throws {
    let file = try Safetensors(
      [
        NamedArray("count", NumberArray(shape: [], values: [12], type: .int64)),
        NamedArray(
          "a \"name\"\u{1}\\ö", NumberArray(shape: [2, 2], values: [1, -0.5, 1e-38, .infinity])),
        NamedArray("none", NumberArray(shape: [0, 3], values: [])),
      ], metadata: ["b": "2", "a": "line\n\"1\""])
    #expect(try Safetensors(bytes: file.bytes) == file)
    let length = file.bytes.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
    #expect(length % 8 == 0 && file.bytes[8] == UInt8(ascii: "{"))
  }

  @Test("a file is written whole or not at all, and errors name it")
  func files() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("a.safetensors").path
    let file = try Safetensors([NamedArray("a", NumberArray(shape: [1], values: [1]))])
    try file.write(to: path)
    try file.write(to: path)
    #expect(try Safetensors(contentsOf: path) == file)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.safetensors"])
    #expect(throws: InterchangeError.inFile(path: path + "x", .missingFile)) {
      try Safetensors(contentsOf: path + "x")
    }
    #expect(throws: InterchangeError.inFile(path: folder.path, .isFolder)) {
      try Safetensors(contentsOf: folder.path)
    }
    #expect(throws: InterchangeError.self) { try file.write(to: path + "/b") }
  }

  private static func file(_ header: String, data: Int = 0) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(littleEndian: UInt64(header.utf8.count))
    return bytes + Array(header.utf8) + [UInt8](repeating: 0, count: data)
  }

  private static func tensor(
    _ name: String, _ begin: Int, _ end: Int, shape: String = "[1]", type: String = "F32"
  ) -> String {
    "\"\(name)\":{\"dtype\":\"\(type)\",\"shape\":\(shape),\"data_offsets\":[\(begin),\(end)]}"
  }

  static let known = ElementType.allCases.map(\.safetensorsName)
  static let bad: [(bytes: [UInt8], error: InterchangeError)] = [
    ([1, 2], .truncated(part: "the length of the header", expected: 8, found: 2)),
    ([9, 0, 0, 0, 0, 0, 0, 0, 1], .truncated(part: "the header", expected: 9, found: 1)),
    (
      [UInt8](repeating: 255, count: 20),
      .tooLarge(part: "the header", found: .max, limit: 100_000_000)
    ),
    (file("[]"), .badHeader(offset: 0, expected: "'{'")),
    (file(" {}"), .badHeader(offset: 0, expected: "'{'")),
    (file("{}x"), .badHeader(offset: 2, expected: "the end of the header")),
    (
      file("{\"a\":null}"),
      .badHeader(offset: 5, expected: "an object, a list, text or a whole number")
    ),
    (file("{\"a\":01}"), .badHeader(offset: 5, expected: "a whole number below 2^63")),
    (file("{\"a\":\"\\x\"}"), .badHeader(offset: 7, expected: "an escape of JSON")),
    (file("{\"a\":\"\\ud800\"}"), .badHeader(offset: 12, expected: "UTF-16")),
    (
      file("{\"a\":" + String(repeating: "[", count: 50)),
      .badHeader(offset: 12, expected: "less than 8 levels")
    ),
    (file("{\"a\":5}"), .badField(tensor: "a", field: "tensor", expected: "an object")),
    (file("{\"a\":{}}"), .badField(tensor: "a", field: "dtype", expected: "text, once")),
    (
      file("{\"__metadata__\":{\"a\":1}}"),
      .badField(tensor: "__metadata__", field: "metadata", expected: "text")
    ),
    (file("{\(tensor("a", 0, 4)),\(tensor("a", 4, 8))}", data: 8), .duplicateName("a")),
    (
      file("{\(tensor("a", 0, 4, type: "F8_E4M3"))}", data: 4),
      .unsupportedElements(array: "a", type: "F8_E4M3", known: known)
    ),
    (
      file("{\(tensor("a", 0, 4)),\(tensor("b", 8, 12))}", data: 12),
      .badOffsets(tensor: "b", begin: 8, expected: 4)
    ),
    (
      file("{\(tensor("a", 0, 4)),\(tensor("b", 2, 6))}", data: 6),
      .badOffsets(tensor: "b", begin: 2, expected: 4)
    ),
    (file("{\(tensor("a", 4, 8))}", data: 8), .badOffsets(tensor: "a", begin: 4, expected: 0)),
    (file("{\(tensor("a", 0, 4))}", data: 5), .surplus(part: "the last tensor", count: 1)),
    (
      file("{\(tensor("a", 0, 4))}", data: 3),
      .truncated(part: "the data", expected: 4, found: 3)
    ),
    (
      file("{\(tensor("a", 0, 4, shape: "[2]"))}", data: 4),
      .wrongSize(tensor: "a", type: "F32", shape: [2], expected: 8, found: 4)
    ),
    (
      file("{\(tensor("a", 0, 4, shape: "[4294967296,4294967296]"))}", data: 4),
      .tooManyElements(array: "a", shape: [4_294_967_296, 4_294_967_296])
    ),
    (
      file("{\(tensor("a", 0, 4_000_000_000_000, shape: "[1000000000000]"))}", data: 4),
      .truncated(part: "the data", expected: 4_000_000_000_000, found: 4)
    ),
  ]

  @Test("what is wrong with a file is told", arguments: bad.indices)
  func badFiles(index: Int) {
    #expect(throws: Self.bad[index].error) { try Safetensors(bytes: Self.bad[index].bytes) }
  }
}
