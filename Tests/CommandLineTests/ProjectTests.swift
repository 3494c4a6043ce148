import Foundation
import Testing

@Suite("nnbook render with several files")
struct ProjectTests {
  private func folder(_ files: [String: String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in files {
      let file = folder.url.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try folder.write(text, to: name)
    }
    return folder
  }

  @Test("shows the line of the included file that is wrong")
  func excerpt() throws {
    let folder = try folder([
      "a.md": "# A\n\n```{include} parts/b.md\n```\n",
      "parts/b.md":
        "Text.\n\n```{forward}\nlayers: [2, x]\ninput: [1, 2]\nexpect: parameters == 1\n```\n",
    ])
    let run = try Command(["render", "a.md"], in: folder.url)
    #expect(run.status == 1)
    #expect(run.errors.contains("parts/b.md:4:13: error: "))
    #expect(run.errors.contains("\n  4 | layers: [2, x]\n    |             ^\n"))
    try folder.write(
      "```{forward}\nlayers: [2, 1]\ninput: [1, 2]\nexpect: parameters == 1\n```\n",
      to: "parts/b.md")
    let claim = try Command(["render", "a.md"], in: folder.url)
    #expect(claim.errors.contains("parts/b.md:4:9: error: claim fails: parameters == 1"))
    #expect(folder.read("a.html")?.contains("b.md, line 4") == true)
  }

  @Test("renders a single chapter of a project as a report that stands alone")
  func chapter() throws {
    let folder = try folder([
      "book/nnbook.yml": "output-dir: ../site\nchapters: [b.md, sub/a.md]\n",
      "book/b.md": "# B\n", "book/sub/a.md": "# A\n",
    ])
    let run = try Command(["render", "book/sub/a.md"], in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    let page = try #require(folder.read("book/sub/a.html"))
    #expect(!page.contains("assets/"))
    #expect(folder.read("site/index.html") == nil)
  }

  @Test("says what is wrong with the project file, and renders nothing")
  func brokenProject() throws {
    let folder = try folder(["nnbook.yml": "chapters: [b.md]\n", "a.md": "# A\n"])
    let run = try Command(["render", "a.md"], in: folder.url)
    #expect(run.status == 1)
    #expect(
      run.errors == "nnbook.yml:1:12: error: there is no chapter 'b.md'; did you mean 'a.md'?\n")
    #expect(folder.read("a.html") == nil)
  }

  @Test("keeps what a notebook says from working in the reader's terminal")
  func hostileWords() throws {
    let folder = try folder([
      "a.md": "```{forward}\nlayers: [2, 1]\n\u{1B}[2J\u{202E}input: \u{7}[1, 2]\n```\n"
    ])
    let run = try Command(["render", "a.md"], in: folder.url)
    #expect(run.status == 1)
    #expect(run.errors.contains("a.md:"))
    #expect(!run.errors.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(!run.errors.unicodeScalars.contains("\u{202E}"))
  }

  @Test("takes parameters from a file, and -P wins")
  func parameters() throws {
    let folder = try folder([
      "a.md": "---\ntitle: n is ${n}, m is ${m}\nparams: {n: 1, m: 2}\n---\nText.\n",
      "p.json": "{\"n\": 7, \"m\": 8}\n", "bad.yml": "n: 1\nk: 2\n",
    ])
    let run = try Command(
      ["render", "a.md", "--execute-params", "p.json", "-P", "m:9"], in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    #expect(folder.read("a.html")?.contains("n is 7, m is 9") == true)
    let bad = try Command(["render", "a.md", "--execute-params", "bad.yml"], in: folder.url)
    #expect(bad.status == 1)
    #expect(bad.errors.contains("bad.yml:2:4: error: parameter 'k' is not declared"))
    #expect(bad.errors.contains("\n  2 | k: 2\n    |    ^\n"))
    let missing = try Command(["render", "a.md", "--execute-params", "no.yml"], in: folder.url)
    #expect(missing.status == 1)
    #expect(missing.errors == "no.yml: error: there is no such file\n")
  }

  @Test("ends with an error where links lead in a circle")
  func loop() throws {
    let folder = try TemporaryFolder()
    for (name, target) in [("a.md", "b.md"), ("b.md", "a.md"), ("d", "d")] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.url.appending(path: name).path, withDestinationPath: target)
    }
    for path in ["a.md", "d", "d/e.md"] {
      let run = try Command(["render", path], in: folder.url)
      #expect(run.status == 1)
      #expect(
        run.errors.hasPrefix("\(path): error: the symbolic links of the path lead in a circle"))
    }
    let whole = try Command(["render", "."], in: folder.url)
    #expect(whole.status == 1)
  }

  @Test("carries no file of the machine into a report")
  func stranger() throws {
    let folder = try folder(["book/a.md": "", "secret.md": "SECRET\n"])
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appending(path: "book/link.md").path,
      withDestinationPath: "../secret.md")
    for path in ["../secret.md", "link.md", folder.url.appending(path: "secret.md").path] {
      try folder.write("```{include} \(path)\n```\n", to: "book/a.md")
      let run = try Command(["render", "book/a.md", "--keep-going"], in: folder.url)
      #expect(run.status == 1)
      #expect(run.errors.contains("book/a.md:1:14: error: '\(path)' lies outside of the project"))
      #expect(folder.read("book/a.html")?.contains("SECRET") == false)
    }
  }
}
