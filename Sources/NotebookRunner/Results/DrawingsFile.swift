import Crypto
import Foundation

/// The drawn results of a notebook's blocks as a file: what a report needs besides the numbers.
///
/// A block takes a line. It holds the bytes of `DrawnResult` in base 64, and their SHA-256.
struct DrawingsFile: Sendable {
  static let format = "nnbook drawings 1"

  /// The bytes by the name of the block.
  let drawings: [String: [UInt8]]

  init(_ run: NotebookRun) {
    var drawings: [String: [UInt8]] = [:]
    for (name, block) in zip(run.blockNames, run.blocks) {
      if let result = block.result { drawings[name] = DrawnResult.bytes(result) }
    }
    self.drawings = drawings
  }

  var text: String {
    let names = drawings.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let members = names.map { name in
      JSONValue.Member(name: name, value: Self.json(drawings[name] ?? []))
    }
    return JSONWriter.file(
      JSONValue(
        .object([
          .init(name: "format", value: JSONValue(.text(Self.format))),
          .init(name: "blocks", value: JSONValue(.object(members))),
        ])))
  }

  private static func json(_ bytes: [UInt8]) -> JSONValue {
    JSONValue(
      .row([
        JSONValue(.text(SHA256.hash(data: Data(bytes)).hexadecimal)),
        JSONValue(.text(Data(bytes).base64EncodedString())),
      ]))
  }

  /// Reads a file.
  ///
  /// - Throws: `ResultsProblem` if it is none, a merge in it is not settled, or a line is damaged.
  init(text: String) throws(ResultsProblem) {
    let value = try JSONReader.readFile(text, format: Self.format)
    var drawings: [String: [UInt8]] = [:]
    for member in try value.object("blocks") {
      drawings[member.name] = try Self.bytes(member.value, of: member.name)
    }
    self.drawings = drawings
  }

  private static func bytes(_ json: JSONValue, of name: String) throws(ResultsProblem) -> [UInt8] {
    let texts = (json.items ?? []).compactMap { $0.text }
    guard texts.count == 2, let data = Data(base64Encoded: texts[1]),
      SHA256.hash(data: data).hexadecimal == texts[0]
    else {
      throw ResultsProblem(
        "the drawings of '\(name)' are damaged", line: json.line,
        note: "render the notebook with --freeze, which writes the file anew")
    }
    return [UInt8](data)
  }
}
