import Foundation
import Notebook
import Testing

/// What a notebook may read.
struct ProjectFolderTests {
  @Test(
    "Only what lies in the folder or below, wherever the path takes its way",
    arguments: [
      ("book/a.md", true), ("book/sub/a.md", true), ("book/sub/../a.md", true),
      ("book/none/../a.md", true), ("book", true), ("book/../book/a.md", true),
      ("book/../other/a.md", false), ("book/sub/../../other/a.md", false), ("bookish/a.md", false),
      ("book/none/../../other/a.md", false), ("other/a.md", false), ("", false),
      ("book/way-out/a.md", false), ("book/way-out/none.md", false), ("book/passwd", false),
      ("book/way-in/a.md", true), ("book/loop", true), ("other/way-back/a.md", true),
    ])
  func contains(path: String, expected: Bool) throws {
    let scratch = try ScratchFolder()
    for name in ["book/a.md", "book/sub/a.md", "other/a.md", "bookish/a.md"] {
      try scratch.write("", to: name)
    }
    try scratch.link("book/way-out", to: "../other")
    try scratch.link("book/way-in", to: "sub")
    try scratch.link("book/passwd", to: "/etc/passwd")
    try scratch.link("book/loop", to: "loop")
    try scratch.link("other/way-back", to: scratch.path + "/book")
    let folder = ProjectFolder("\(scratch.path)/book")
    #expect(folder.contains("\(scratch.path)/\(path)") == expected)
    #expect(!folder.contains("/etc/passwd"))
    #expect(!folder.contains("/"))
  }

  @Test("It is the project's, where there is a project file, else the notebook's own")
  func ofNotebook() throws {
    let scratch = try ScratchFolder()
    let notebook = try scratch.write("", to: "book/part/a.md")
    #expect(ProjectFolder(ofNotebook: notebook).path == "\(scratch.path)/book/part")
    try scratch.write("", to: "book/nnbook.yml")
    #expect(ProjectFolder(ofNotebook: notebook).path == "\(scratch.path)/book")
    try scratch.link("alias", to: "book/part")
    let alias = ProjectFolder(ofNotebook: "\(scratch.path)/alias/a.md")
    #expect(alias.path == "\(scratch.path)/book")
  }

  @Test("The root and the home of the user are no projects")
  func home() {
    var files = FileReader.memory(["/nnbook.yml": "", "/u/nnbook.yml": "", "/u/a/b/c.md": ""])
    files.home = "/u"
    #expect(Project.find(from: "/u/a/b/c.md", files: files) == nil)
    #expect(Project.find(from: "/u/c.md", files: files) == "u/nnbook.yml")
    #expect(Project.find(from: "/v/c.md", files: files) == nil)
    #expect(ProjectFolder(ofNotebook: "/u/a/b/c.md", files: files).path == "/u/a/b")
  }
}
