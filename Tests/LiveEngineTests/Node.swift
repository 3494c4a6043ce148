import Foundation
import LiveEngine
import Testing

/// The module under Node.
enum Node {
  static let isThere = Program("node") != nil

  /// A script of these tests.
  static func script(_ name: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Scripts/\(name)")
  }

  /// What the module answers.
  struct Answer: Decodable {
    var code: Int?
    var problem: String?
    var result: String?
    var figures: [String]?
    var trap: String?
  }

  /// Answers to requests, each from an instance of its own; requests without a byte are left out.
  ///
  /// - Parameter hasLimit: whether each does a few steps only.
  static func answers(
    _ requests: [[UInt8]], of module: StaticString = LiveModule.simd, hasLimit: Bool = false
  ) throws -> [Answer] {
    let module = try ModuleFile(module)
    let script = script("requests.js")
    let lines = requests.map { request in
      request.isEmpty ? "\n" : (hasLimit ? "!" : "") + Data(request).base64EncodedString() + "\n"
    }.joined()
    let output = try #require(Program("node")).output(
      [script.path, module.path], input: Data(lines.utf8))
    return try output.split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(Answer.self, from: Data($0))
    }
  }
}
