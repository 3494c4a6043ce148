import Notebook

/// The numbers of a notebook's blocks as a file for people and for git.
///
/// Blocks are sorted by name; a metric and a row of a table take a line each. Numbers have the
/// shortest decimals that are the same `Double` again. The build of nnbook is not in it, so that
/// the same numbers are the same file.
public struct ResultsFile: Equatable, Sendable {
  static let format = "nnbook results 1"

  /// Sorted by name.
  public let blocks: [BlockNumbers]

  /// A file with these blocks.
  public init(_ blocks: [BlockNumbers]) {
    self.blocks = blocks.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The numbers of a run: of every block that has a result.
  public init(_ run: NotebookRun) {
    let blocks = zip(run.blockNames, run.blocks).compactMap { name, block in
      block.result.map {
        BlockNumbers(name: name, dependencies: block.lastingDependencies, $0)
      }
    }
    self.init(blocks)
  }

  /// The whole file.
  public var text: String {
    let members = blocks.map { JSONValue.Member(name: $0.name, value: $0.json) }
    return JSONWriter.file(
      JSONValue(
        .object([
          .init(name: "format", value: JSONValue(.text(Self.format))),
          .init(name: "blocks", value: JSONValue(.object(members))),
        ])))
  }

  /// Reads a file.
  ///
  /// - Throws: `ResultsProblem` if it is none, or a merge in it is not settled.
  public init(text: String) throws(ResultsProblem) {
    let value = try JSONReader.readFile(text, format: Self.format)
    var blocks: [BlockNumbers] = []
    for member in try value.object("blocks") {
      blocks.append(try BlockNumbers(name: member.name, json: member.value))
    }
    self.init(blocks)
  }
}

extension JSONReader {
  /// The value of a file that nnbook wrote in a format.
  static func readFile(_ text: String, format: String) throws(ResultsProblem) -> JSONValue {
    if let marker = ResultsProblem.mergeMarker(in: text) { throw marker }
    let value = try read(text)
    guard value["format"]?.text == format else {
      throw ResultsProblem("this is no file of nnbook, expected \"format\": \"\(format)\"", line: 1)
    }
    return value
  }
}

extension NotebookRun {
  /// What each block is called in files: its label, or its kind and number.
  var blockNames: [String] {
    notebook.blocks.enumerated().map { index, block in
      block.options.label ?? "\(block.kind) \(index + 1)"
    }
  }
}
