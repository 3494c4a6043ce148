import Foundation
import Notebook
import NotebookRunner
import Testing

/// The examples of docs/notebooks.md and docs/prose.md: fences of four backticks, each with a language
/// and a file.
@Suite("Examples of the page about notebooks")
struct NotebooksPageTests {
  static let examples = ["notebooks.md", "prose.md"].map { files(of: docs.appending(path: $0)) }
    .reduce([:]) { $0.merging($1) { $1 } }

  private static let docs = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs")

  /// The text of each example by the name of its file.
  private static func files(of page: URL) -> [String: String] {
    guard let text = try? String(contentsOf: page, encoding: .utf8) else { return [:] }
    var files: [String: String] = [:]
    for match in text.matches(of: /(?m)^````(?:markdown|yaml|bibtex) (\S+)\n((?s).*?)^````$/) {
      files[String(match.output.1)] = String(match.output.2)
    }
    return files
  }

  static let notebooks = examples.keys.filter {
    $0.hasSuffix(".md") && !$0.hasPrefix("shared/")
  }.sorted()

  @Test("are there")
  func found() { #expect(Self.notebooks.count >= 5) }

  @Test("read and run without an error or a warning", arguments: notebooks)
  func run(name: String) async {
    let (notebook, found) = NotebookReader.read(
      contentsOf: name, files: .memory(Self.examples))
    let run = NotebookRunner(jobs: 2).run(notebook, found: found)
    #expect(run.allDiagnostics.map(\.line) == [])
    #expect(run.succeeded)
  }

  @Test("of variants read with the values of each")
  func variants() {
    let files = FileReader.memory(Self.examples)
    let variants = NotebookReader.read(contentsOf: "variants.md", files: files).0
      .frontMatter.matrix.variants
    #expect(variants.count == 6)
    for variant in variants {
      let (_, found) = NotebookReader.read(
        contentsOf: "variants.md", parameters: variant, files: files)
      #expect(found == [])
    }
  }

  @Test("of other files are what they say")
  func otherFiles() {
    let files = FileReader.memory(Self.examples)
    let (project, found) = ProjectReader.read(contentsOf: "nnbook.yml", files: files)
    #expect(found == [])
    #expect(project.notebooks.count == 5)
    let (values, problems) = ParameterFile.read(contentsOf: "values.yml", files: files)
    let (notebook, undeclared) = NotebookReader.read(
      contentsOf: "study.md", parameterFile: values, files: files)
    #expect(problems + undeclared == [])
    #expect(notebook.frontMatter.title == "A study of 32 units")
  }
}
