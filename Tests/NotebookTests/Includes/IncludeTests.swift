import Testing

@testable import Notebook

/// Included files; what is wrong with them also stands in `Goldens`.
struct IncludeTests {
  private func read(
    _ files: [String: String], parameters: [(name: String, value: String)] = []
  ) -> (Notebook, [Diagnostic]) {
    NotebookReader.read(
      contentsOf: "a.md", parameters: parameters, files: .memory(files))
  }

  private func lines(_ files: [String: String]) -> [String] { read(files).1.map(\.line) }

  private func include(_ path: String) -> String { "```{include} \(path)\n```\n" }

  @Test("An included file stands where its fence stood, and every place names its file")
  func places() throws {
    let (notebook, diagnostics) = read([
      "a.md": "Before.\n\n\(include("parts/b.md"))\nAfter.\n",
      "parts/b.md": "# B\n\n\(include("c.md"))",
      "parts/c.md": "```{train}\nepochs: 3\n```\n",
    ])
    #expect(diagnostics == [])
    #expect(notebook.files.map(\.path) == ["a.md", "parts/b.md", "parts/c.md"])
    #expect(
      notebook.elements == [
        .paragraph([.text("Before.")]),
        .heading(
          level: 1, [.text("B")], label: nil, position: SourcePosition(line: 1, column: 1, file: 1)),
        .block(0), .paragraph([.text("After.")]),
      ])
    let block = try #require(notebook.blocks.first)
    #expect(block.kindPosition == SourcePosition(line: 1, column: 5, file: 2))
    #expect(block.body.position == SourcePosition(line: 2, column: 1, file: 2))
    #expect(notebook.path(of: block.kindPosition) == "parts/c.md")
  }

  @Test(
    "Both spellings name a path",
    arguments: [
      "```{include} b c.md\n```\n", "```{include b c.md}\n```\n", "~~~ {include}  b c.md \n\n~~~\n",
      "> ```{include} b c.md\n> ```\n", "- ```{include} ./x/../b c.md\n  ```\n",
    ])
  func spellings(source: String) {
    let (notebook, diagnostics) = read(["a.md": source, "b c.md": "B.\n"])
    #expect(diagnostics == [])
    #expect(notebook.files.map(\.path) == ["a.md", "b c.md"])
    #expect(TreeDump.text(of: notebook).contains("\"B.\""))
  }

  @Test("A file may be included twice, in places of their own")
  func twice() {
    let (notebook, diagnostics) = read([
      "a.md": include("b.md") + "\n" + include("b.md"), "b.md": "# B\n",
    ])
    #expect(diagnostics == [])
    #expect(notebook.files.count == 3)
    #expect(Set(notebook.elements.map { "\($0)" }).count == 2)
  }

  @Test("A circle is an error that names the way around, however the files are spelled")
  func circular() {
    let files = [
      "a.md": include("x/b.md"), "x/b.md": include("../x/./c.md"), "x/c.md": include("../a.md"),
    ]
    #expect(
      lines(files) == [
        "x/c.md:1:14: error: the include is circular: a.md → x/b.md → x/c.md → a.md"
      ])
    #expect(
      lines(["a.md": include("a.md")]) == [
        "a.md:1:14: error: the include is circular: a.md → a.md"
      ])
  }

  @Test("16 files deep is fine, 17 is an error")
  func depth() {
    var files = ["a.md": include("1.md")]
    for level in 1..<16 { files["\(level).md"] = include("\(level + 1).md") }
    files["16.md"] = "End.\n"
    #expect(lines(files) == [])
    files["16.md"] = include("17.md")
    files["17.md"] = "End.\n"
    #expect(
      lines(files) == ["16.md:1:14: error: includes within includes, more than 16 deep"])
  }

  @Test("A few lines that stand for millions of files end with an error")
  func count() {
    var files = ["a.md": include("1.md")]
    for level in 1...9 {
      files["\(level).md"] = String(repeating: include("\(level + 1).md"), count: 10)
    }
    files["10.md"] = "End.\n"
    let (notebook, diagnostics) = read(files)
    #expect(notebook.files.count == 1001)
    #expect(diagnostics.map(\.message) == ["more than 1000 includes in one notebook"])
  }

  @Test("All files together have one limit")
  func size() {
    let text = String(repeating: "a", count: 600_000)
    let source = SourceText(include("b.md") + "\n" + include("b.md"))
    var diagnostics = Diagnostics(path: "a.md")
    var parts = PartReader(
      reader: .memory(["b.md": text]), given: GivenParameters([], diagnostics: &diagnostics),
      files: [NotebookFile(path: "a.md", source: source.text)], diagnostics: diagnostics,
      sizeLimit: 1 << 20)
    _ = parts.readNotebook(source)
    #expect(
      parts.diagnostics.sorted.map(\.line) == [
        "a.md:4:14: error: with this file the notebook is larger than 1 MiB, which is the limit"
      ])
  }

  @Test("Lists and quotes within included lists and quotes end with an error, not a crash")
  func nesting() {
    var files: [String: String] = [:]
    for level in 0..<15 {
      let name = level == 0 ? "a.md" : "\(level).md"
      let quotes = String(repeating: "> ", count: 30)
      files[name] = "\(quotes)```{include} \(level + 1).md\n\(quotes)```\n"
    }
    files["15.md"] = "End.\n"
    #expect(read(files).1.map(\.message) == ["nested more than 64 levels deep"])
  }

  @Test("Labels are unique in all files together")
  func labels() {
    #expect(
      lines(["a.md": "# A {#sec-x}\n\n\(include("b.md"))", "b.md": "\n## B {#sec-x}\n"]) == [
        "b.md:2:1: error: label 'sec-x' is already used in a.md:1:1"
      ])
    #expect(
      lines(["a.md": include("b.md") + "\n" + include("b.md"), "b.md": "# B {#sec-x}\n"]) == [
        "b.md:1:1: error: label 'sec-x' is there twice: the file is included twice; include it "
          + "once, in the file that uses it first"
      ])
  }

  @Test("The notebook lists every file it looked for, so that all can be watched")
  func files() {
    let (notebook, diagnostics) = read(["a.md": include("none.md")])
    #expect(
      notebook.files == [
        NotebookFile(path: "a.md", source: include("none.md")),
        NotebookFile(path: "none.md", source: ""),
      ])
    #expect(diagnostics.count == 1)
  }

  @Test("Without files nothing is included")
  func none() {
    let (notebook, diagnostics) = NotebookReader.read(
      source: include("/etc/passwd"), path: "", files: .none)
    #expect(notebook.elements.isEmpty)
    #expect(diagnostics.count == 1)
  }
}

// MARK: - Parameters

extension IncludeTests {
  @Test("Parameters of an included file hold in the whole notebook; the first declaration wins")
  func declared() {
    let (notebook, diagnostics) = read([
      "a.md": "---\nparams: {n: 3}\n---\n${n} ${m} ${k}\n\n\(include("b.md"))\n\(include("c.md"))",
      "b.md": "---\nparams: {n: 4, m: 5}\n---\n${n} ${m}\n",
      "c.md": "---\nparams: {m: 6, k: 7}\n---\n${m}\n",
    ])
    #expect(diagnostics == [])
    #expect(notebook.frontMatter.parameters.map(\.value) == ["3", "5", "7"])
    #expect(
      notebook.elements == [
        .paragraph([.text("3 5 7")]), .paragraph([.text("3 5")]), .paragraph([.text("5")]),
      ])
  }

  @Test("Values are given to parameters of included files too, and to paths")
  func given() {
    let (notebook, diagnostics) = read(
      [
        "a.md": "---\nparams: {which: b}\n---\n\(include("${which}.md"))",
        "b.md": "B.\n", "c.md": "---\nparams: {n: 1}\n---\n${n}\n",
      ], parameters: [("which", "c"), ("n", "9")])
    #expect(diagnostics == [])
    #expect(notebook.elements == [.paragraph([.text("9")])])
  }

  @Test("Nothing but parameters is read from the front matter of an included file")
  func frontMatter() {
    let (notebook, diagnostics) = read([
      "a.md": "---\ntitle: A\n---\n\(include("b.md"))",
      "b.md": "---\ntitle: B\ntrusted: true\nparams: {n: 1}\n---\n<b>${n}</b>\n",
    ])
    #expect(notebook.frontMatter.title == "A")
    #expect(!notebook.frontMatter.trusted)
    #expect(
      diagnostics.map(\.line) == [
        "b.md:2:1: warning: 'title' has no effect in an included file; only 'params' is read there",
        "b.md:3:1: warning: 'trusted' has no effect in an included file; only 'params' is read "
          + "there",
      ])
  }
}
