import ArgumentParser
import Experiments
import Plotting
import Reports

/// `nnbook schema [PART [KIND]]`: JSON Schemas for editors.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print JSON Schemas of block bodies, front matter and the project file.",
    discussion: """
      Without arguments: of everything, as one document. The schemas follow draft 2020-12 and come \
      from the declarations that also validate notebooks.
      """)

  /// What a schema can be of.
  enum Part: String, ExpressibleByArgument, CaseIterable {
    /// The body of a kind of block.
    case block
    /// The `#|` lines of a block.
    case cellOptions = "cell-options"
    /// What stands between the `---` lines.
    case frontMatter = "front-matter"
    /// `nnbook.yml`.
    case project
    /// What `render --to json` writes.
    case results
  }

  @Argument(
    help: "block, cell-options, front-matter, project or results; without it what notebooks have.")
  var part: Part?

  @Argument(help: "The kind of block, such as train.")
  var kind: String?

  func validate() throws {
    guard part != .block || kind != nil else { throw ValidationError("block needs a kind") }
    guard part == .block || kind == nil else {
      throw ValidationError("only block takes a kind, not '\(kind ?? "")'")
    }
  }

  func run() throws {
    print(try document().document, terminator: "")
  }

  private func document() throws -> JSONValue {
    switch part {
    case nil: return Self.root("nnbook", Self.everything)
    case .block: return Self.root("nnbook: {\(kind ?? "")}", try block(kind ?? ""))
    case .cellOptions: return Self.root("nnbook: #| options", DocumentSchema.cellOptions)
    case .frontMatter: return Self.root("nnbook: front matter", DocumentSchema.frontMatter)
    case .project: return Self.root("nnbook: nnbook.yml", DocumentSchema.project)
    case .results: return Self.root("nnbook: results", ResultsSchema.document)
    }
  }

  private func block(_ kind: String) throws -> JSONValue {
    let all = BlockSchema.all
    if let found = all.first(where: { $0.key == kind }) { return found.value }
    let note = suggestion(for: Text(Array(kind.utf8)), among: all.map { Text(Array($0.key.utf8)) })
    let words = note.map { "; " + String($0) } ?? ""
    throw ValidationError("no kind of block is called '\(kind)'\(words)")
  }

  /// Kinds of block with their bodies, and what stands around them.
  private static var everything: JSONValue {
    let blocks: JSONValue = ["type": "object", "properties": .object(BlockSchema.all)]
    return [
      "type": "object",
      "properties": [
        "blocks": blocks, "cell-options": DocumentSchema.cellOptions,
        "front-matter": DocumentSchema.frontMatter, "project": DocumentSchema.project,
      ],
      "additionalProperties": false,
    ]
  }

  private static func root(_ title: String, _ schema: JSONValue) -> JSONValue {
    guard case .object(let entries) = schema else { return schema }
    let head: JSONValue.Entries = [
      ("$schema", "https://json-schema.org/draft/2020-12/schema"), ("title", .text(title)),
    ]
    let definitions: JSONValue.Entries = [("$defs", .object(SchemaCatalogue.definitions))]
    return .object(head + entries + definitions)
  }
}
