import Foundation
import TestSupport
import Testing

@testable import Interchange

/// Words of all errors.
struct ErrorWordsTests {
  static let errors: [InterchangeError] = [
    .missingFile, .isFolder, .unreadable(reason: "Permission denied"),
    .unwritable(reason: "No space left"), .inFile(path: "a.npy", .missingFile),
    .truncated(part: "the header", expected: 118, found: 7), .surplus(part: "the data", count: 2),
    .tooLarge(part: "the header", found: 1 << 60, limit: 100_000_000),
    .badHeader(offset: 12, expected: "':'"),
    .unsupportedElements(array: "a", type: "<c8", known: ["f4", "f8"]),
    .tooManyElements(array: "a", shape: [1 << 40, 1 << 40]),
    .wrongCount(array: "a", shape: [2, 3], found: 5), .duplicateName("0.weight"),
    .badField(tensor: "0.weight", field: "shape", expected: "whole numbers"),
    .badOffsets(tensor: "0.weight", begin: 8, expected: 4),
    .badOffsets(tensor: "0.weight", begin: 2, expected: 4),
    .wrongSize(tensor: "0.weight", type: "F32", shape: [2], expected: 8, found: 4),
    .notFormat(format: "npy", found: [0x50, 0x4B, 0x03]),
    .unsupportedVersion(major: 4, minor: 0), .unsupportedZip(member: nil, .zip64),
    .unsupportedZip(member: "a.npy", .encryption), .unsupportedZip(member: nil, .severalDisks),
    .unsupportedZip(member: "a.npy", .method(12)),
    .damaged(member: "a.npy", .checksum(expected: 0xAB, found: 0xCD)),
    .damaged(member: "a.npy", .deflate),
    .damaged(member: "a.npy", .size(expected: 128, found: 127)), .unsafeName("../a"),
    .notArray(member: "read.me"),
    .inFile(
      path: "model.safetensors",
      .mismatches([
        .missing(name: "0.weight", shape: [4, 3], nearest: "0.weights"),
        .missing(name: "0.bias", shape: [4], nearest: nil),
        .type(name: "1.bias", found: .int32),
        .shape(name: "2.weight", expected: [2, 4], found: [4, 2]),
        .unexpected(name: "0.weights", shape: [4, 3], nearest: "0.weight"),
        .unexpected(name: "extra", shape: [], nearest: nil),
      ])),
    .mismatches((0..<22).map { .unexpected(name: "\($0)", shape: [1], nearest: nil) }),
  ]

  @Test("every error says what was found and what was expected")
  func words() {
    let text = Self.errors.map { "\($0)\n" }.joined()
    expectGolden(text, goldenFolder().appendingPathComponent("errors.txt"))
  }
}
