import Notebook
import Testing

struct ProjectReaderTests {
  private func read(_ project: String, files: [String: String] = [:]) -> (Project, [String]) {
    let all = files.merging(["book/nnbook.yml": project]) { $1 }
    let (read, diagnostics) = ProjectReader.read(
      contentsOf: "book/nnbook.yml", files: .memory(all))
    return (read, diagnostics.map(\.line))
  }

  private let files = ["book/a.md": "", "book/sub/b.md": "", "book/c.md": "", "other.md": ""]

  @Test("Every key is read, and paths are as the user sees them")
  func all() {
    let (project, lines) = read(
      """
      title: The Book
      output-dir: ../site
      theme: plain
      repository: https://example.org/book/
      base-url: https://example.org/~me/book
      description: What it is about.
      lang: de
      number-chapters: false
      data: [tables, texts/]
      chapters:
        - a.md
        - part: Basics
          chapters: [sub/b.md, ./c.md]
      """, files: files)
    #expect(lines == [])
    #expect(project.title == "The Book")
    #expect(project.outputDirectory == "site")
    #expect(project.theme == "plain")
    #expect(project.repository == "https://example.org/book")
    #expect(project.baseURL == "https://example.org/~me/book")
    #expect(project.description == "What it is about.")
    #expect(project.language == "de")
    #expect(!project.numbersChapters)
    #expect(project.data == ["book/tables", "book/texts"])
    #expect(project.notebooks == ["book/a.md", "book/sub/b.md", "book/c.md"])
    guard case .part("Basics", let chapters) = project.chapters.last else {
      Issue.record("the part is missing: \(project.chapters)")
      return
    }
    #expect(chapters.first?.position == SourcePosition(line: 13, column: 16))
  }

  @Test("All that is wrong comes at once, each at its place")
  func errors() {
    let (_, lines) = read(
      """
      titel: x
      theme: [1]
      chapters:
        - b.md
        - c.mb
        - a.md
        - ../other.md
        - /etc/passwd
        - {part: P, chapters: [a.md], level: 2}
        - {chapters: [c.md]}
        - [c.md]
        - part: Q
          chapters: c.md
      """, files: files)
    #expect(
      lines == [
        "book/nnbook.yml:1:1: error: unknown key 'titel' in the project file; did you mean "
          + "'title'? Known: title, description, lang, output-dir, chapters, number-chapters, "
          + "theme, template, repository, base-url, data",
        "book/nnbook.yml:2:8: error: 'theme' must be text; found a list",
        "book/nnbook.yml:4:5: error: there is no chapter 'b.md'; did you mean 'a.md'?",
        "book/nnbook.yml:5:5: error: there is no chapter 'c.mb'; did you mean 'c.md'?",
        "book/nnbook.yml:7:5: error: '../other.md' lies outside of the project; chapters lie in "
          + "the project file's folder or below",
        "book/nnbook.yml:8:5: error: '/etc/passwd' lies outside of the project; chapters lie in "
          + "the project file's folder or below",
        "book/nnbook.yml:9:26: error: chapter 'a.md' is already listed in line 6",
        "book/nnbook.yml:9:33: error: unknown key 'level' in the project file; known: part, "
          + "chapters",
        "book/nnbook.yml:10:5: error: 'chapters' must be a notebook, or a part: '{part: title, "
          + "chapters: […]}'; found a map",
        "book/nnbook.yml:11:5: error: 'chapters' must be the path of a notebook; found a list",
        "book/nnbook.yml:13:15: error: 'chapters' must be a list of notebooks and parts; found "
          + "'c.md'",
      ])
  }

  @Test(
    "An address that is none of the web is refused",
    arguments: ["book", "ftp://example.org", "https://", "'javascript:alert(1)'", "[a]"])
  func addresses(_ written: String) {
    let lines = read("base-url: \(written)\nrepository: \(written)\n").1
    #expect(lines.count == 2)
    for line in lines {
      #expect(line.contains("must be an address such as 'https://example.org/book'; found"))
    }
  }

  @Test("A file that is no map or no YAML is one error, an empty one none")
  func broken() {
    #expect(
      read("- a.md\n").1 == [
        "book/nnbook.yml:1:1: error: the project file must be 'name: value' lines; found a list"
      ])
    #expect(read("").1 == [])
    let (_, missing) = ProjectReader.read(contentsOf: "nnbook.yml", files: .none)
    #expect(missing.map(\.line) == ["nnbook.yml: error: there is no such file"])
  }
}
