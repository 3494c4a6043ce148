import Notebook
import Testing

/// Places of notebooks that are read from several files.
struct FileTests {
  private let notebook = Notebook(
    files: [
      NotebookFile(path: "a.md", source: "first\nsecond\n"),
      NotebookFile(path: "shared/b.md", source: "other\n"),
    ],
    frontMatter: FrontMatter(), elements: [], blocks: [])

  @Test("A place belongs to the file that it names; no place to the notebook")
  func paths() {
    #expect(notebook.path(of: SourcePosition(line: 1, column: 1)) == "a.md")
    #expect(notebook.path(of: SourcePosition(line: 9, column: 1, file: 1)) == "shared/b.md")
    #expect(notebook.path(of: nil) == "a.md")
    #expect(notebook.path == "a.md")
    #expect(notebook.source == "first\nsecond\n")
  }

  @Test("Places are in order by file, line and column")
  func order() {
    let places = [
      SourcePosition(line: 1, column: 9), SourcePosition(line: 2, column: 1),
      SourcePosition(line: 1, column: 1, file: 1), SourcePosition(line: 1, column: 2, file: 1),
    ]
    #expect(places.reversed().sorted() == places)
  }

  @Test("An excerpt is taken from the file of the place; none from a file that is unknown")
  func excerpts() {
    let renderer = DiagnosticRenderer(notebook)
    func excerpt(line: Int, file: Int) -> String? {
      let position = SourcePosition(line: line, column: 1, file: file)
      return renderer.excerpt(of: Diagnostic(path: "", position: position, message: ""))?.line
    }
    #expect(excerpt(line: 1, file: 0) == "first")
    #expect(excerpt(line: 1, file: 1) == "other")
    #expect(excerpt(line: 3, file: 1) == nil)
    #expect(excerpt(line: 1, file: 2) == nil)
  }
}
