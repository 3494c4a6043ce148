import Notebook
import Testing

struct NotebookSetTests {
  private let files = [
    "book/nnbook.yml": "chapters: [b.md, sub/c.md]\n", "book/a.md": "", "book/b.md": "",
    "book/sub/c.md": "", "book/sub/d.md": "", "book/README.md": "", "loose/a.md": "",
    "loose/README.md": "", "loose/notes.txt": "", "plain/nnbook.yml": "title: P\n",
    "plain/a.md": "", "plain/b.md": "",
  ]

  private func set(_ path: String) -> NotebookSet {
    NotebookSet.read(path, files: .memory(files)).0
  }

  @Test(
    "A project's folder or file means its chapters, in their order",
    arguments: ["book", "book/", "book/nnbook.yml", "./book"])
  func project(path: String) {
    let set = set(path)
    #expect(set.notebooks == ["book/b.md", "book/sub/c.md"])
    #expect(set.members == set.notebooks)
    #expect(set.project?.path == (path.hasSuffix(".yml") ? path : "book/nnbook.yml"))
  }

  @Test("A notebook of a project means itself, and the chapters belong to it")
  func notebook() {
    #expect(set("book/b.md").notebooks == ["book/b.md"])
    #expect(set("book/b.md").members == ["book/b.md", "book/sub/c.md"])
    #expect(set("book/a.md").members == ["book/b.md", "book/sub/c.md", "book/a.md"])
  }

  @Test("A folder means its notebooks by name, without the README")
  func folder() {
    #expect(set("loose").notebooks == ["loose/a.md"])
    #expect(set("loose").project == nil)
    #expect(set("book/sub").notebooks == ["book/sub/c.md", "book/sub/d.md"])
    #expect(
      set("book/sub").members == ["book/b.md", "book/sub/c.md", "book/sub/d.md"])
    #expect(set("plain").notebooks == ["plain/a.md", "plain/b.md"])
    #expect(set("plain/a.md").members == ["plain/a.md", "plain/b.md"])
  }

  @Test("A lone file belongs to nothing, whether it is there or not")
  func lone() {
    #expect(set("loose/a.md").members == ["loose/a.md"])
    #expect(set("none.md").notebooks == ["none.md"])
  }

  @Test("What is wrong with the project file is told")
  func errors() {
    let (_, diagnostics) = NotebookSet.read(
      "a.md", files: .memory(["nnbook.yml": "x: 1\n", "a.md": ""]))
    #expect(diagnostics.map(\.path) == ["nnbook.yml"])
  }
}
