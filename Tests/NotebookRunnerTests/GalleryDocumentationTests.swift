import Experiments
import Foundation
import Notebook
import NotebookRunner
import Testing

/// The examples of docs/gallery.md.
@Suite("The page on figures")
struct GalleryDocumentationTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test("has examples that run as they stand")
  func examples() throws {
    let page = try String(
      contentsOf: Self.root.appending(path: "docs/gallery.md"), encoding: .utf8)
    let bodies = page.matches(of: /```yaml\n((?:.*\n)*?)```/).map { String($0.output.1) }
    #expect(bodies.count >= 6)
    let source = bodies.map { body in
      "```{\(body.contains("marks:") ? "plot" : "heatmap")}\n\(body)```\n"
    }
    let (notebook, found) = NotebookReader.read(
      source: source.joined(separator: "\n"),
      path: Self.root.appending(path: "Notebooks/examples.md").path)
    let run = NotebookRunner(jobs: 1).run(notebook, found: found)
    #expect(run.allDiagnostics.map { $0.line } == [])
    #expect(run.blocks.allSatisfy { $0.result?.figures.count == 1 })
  }
}
