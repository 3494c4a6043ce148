import Foundation
import Interchange
import TestSupport
import Testing

/// A small file that NumPy or safetensors wrote, as `References/files.py` recorded it.
struct ReferenceFile: Decodable {
  struct Numbers: Decodable {
    let shape: [Int]
    let values: [Float]
  }

  private let bytesInBase64: Data
  let arrays: [String: Numbers]
  let input: [Float]?
  let output: [Float]?

  private enum CodingKeys: String, CodingKey {
    case bytesInBase64 = "bytes"
    case arrays, input, output
  }

  /// The bytes of the file.
  var bytes: [UInt8] { [UInt8](bytesInBase64) }

  /// All files by name.
  static let all: [String: ReferenceFile] = {
    let url = goldenFolder("References").appendingPathComponent("files.json")
    guard let data = try? Data(contentsOf: url),
      let list = try? JSONDecoder().decode(List.self, from: data)
    else { return [:] }
    return list.files
  }()

  private struct List: Decodable {
    let files: [String: ReferenceFile]
  }

  static func named(_ name: String) throws -> ReferenceFile { try #require(all[name]) }

  /// The names that begin with `prefix`, sorted.
  static func names(_ prefix: String) -> [String] {
    all.keys.filter { $0.hasPrefix(prefix) }.sorted()
  }

  /// Compares with what the library had in its arrays, to the bit.
  func expectSame(_ found: [NamedArray], sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(found.map(\.name).sorted() == arrays.keys.sorted(), sourceLocation: sourceLocation)
    for item in found {
      let known = arrays[item.name]
      #expect(item.array.shape == known?.shape, "\(item.name)", sourceLocation: sourceLocation)
      #expect(item.array.values == known?.values, "\(item.name)", sourceLocation: sourceLocation)
    }
  }
}
