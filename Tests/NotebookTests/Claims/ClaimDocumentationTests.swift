import Foundation
import Notebook
import Testing

/// docs/claims.md, where it can be run.
struct ClaimDocumentationTests {
  static let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../docs/claims.md")

  /// The first cell of each row of its table.
  static var claims: [String] {
    let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { $0.hasPrefix("| `") }
      .compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
  }

  @Test("The claims of the table are claims", arguments: claims)
  func table(claim: String) {
    let (notebook, diagnostics) = NotebookReader.read(
      source: "```{train}\nexpect:\n  - \(claim)\n```\n", path: "a.md")
    #expect(diagnostics == [])
    #expect(notebook.blocks.first?.claims.first?.text == claim)
  }

  @Test("The table was found") func found() { #expect(Self.claims.count >= 15) }

  @Test("The page names every function, relation and spelling")
  func complete() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let functions = Claim.Function.allCases.map { "`\($0)(" }
    let relations = Claim.Relation.allCases.map { "`\($0.rawValue)`" }
    for word in functions + relations + ["`+-`", "`+/-`"] { #expect(text.contains(word)) }
  }
}
