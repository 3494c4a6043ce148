import Foundation
import Testing

@Suite("nnbook render --to, and convert")
struct FormatTests {
  private static let notebook = """
    # Notes

    It has `{fig-a.parameters}` parameters (@fig-a).

    ```{forward}
    #| label: fig-a
    layers: [2, 2, 1]
    input: [1, 2]
    expect: parameters == 9
    ```
    """

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Self.notebook, to: "notes.md")
    return folder
  }

  @Test("writes all formats at once, the same bytes again, and checks them")
  func all() throws {
    let folder = try folder()
    let arguments = ["notes.md", "--to", "html,ipynb,md,json", "--output-dir", "out"]
    let names =
      ["html", "ipynb", "md", "json"].map { "out/notes.\($0)" } + ["out/notes_files/fig-a.svg"]
    let run = try Command(["render"] + arguments, in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    let first = try names.map { try #require(folder.read($0), "\($0)") }
    #expect(try Command(["render"] + arguments, in: folder.url).status == 0)
    #expect(names.map { folder.read($0) } == first)
    #expect(try Command(["check"] + arguments, in: folder.url).status == 0)
    try folder.write("{}", to: "out/notes.json")
    let check = try Command(["check"] + arguments, in: folder.url)
    #expect(check.status == 3)
    #expect(check.errors.contains("out/notes.json: error: this is not what it would be today"))
  }

  @Test("takes the format from the ending of -o")
  func ending() throws {
    let folder = try folder()
    #expect(try Command(["render", "notes.md", "-o", "a.JSON"], in: folder.url).status == 0)
    #expect(folder.read("a.JSON")?.hasPrefix("{") == true)
    #expect(try Command(["render", "notes.md", "-o", "report"], in: folder.url).status == 0)
    #expect(folder.read("report")?.hasPrefix("<!doctype html>") == true)
  }

  @Test(
    "refuses with 64 what cannot be meant",
    arguments: [
      (["--to", "htm"], "no format is called 'htm'; did you mean 'html'? Known: html, ipynb, md"),
      (["--to", ""], "no format is called ''"),
      (["--to", "html,md", "-o", "a.html"], "-o names one file, but --to 2 formats"),
      (["--to", "md"], "notes.md is a notebook, which its report would overwrite"),
      (["-o", "./notes.md"], "notes.md is a notebook, which its report would overwrite"),
    ])
  func refusals(arguments: [String], message: String) throws {
    let folder = try folder()
    let run = try Command(["render", "notes.md"] + arguments, in: folder.url)
    #expect(run.status == 64)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(folder.read("notes.md") == Self.notebook)
  }

  @Test("says how to get PDF where there is no Chromium, and writes nothing")
  func noChromium() throws {
    let folder = try folder()
    let run = try Command(
      ["render", "notes.md", "--to", "html,pdf"], in: folder.url,
      environment: ["NNBOOK_CHROMIUM": "/nowhere/chromium"])
    #expect(run.status == 1)
    #expect(
      run.errors == """
        notes.pdf: error: PDF is printed by Chromium, and none of chromium, chromium-browser, \
        google-chrome, google-chrome-stable, chrome is on the path; install it or set \
        NNBOOK_CHROMIUM to the program

        """)
    #expect(folder.read("notes.html") == nil)
  }

  @Test("says what a browser complains of that prints nothing")
  func brokenChromium() throws {
    let folder = try folder()
    try folder.write("#!/bin/sh\necho no display >&2\nexit 1\n", to: "browser")
    let browser = folder.url.appending(path: "browser")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: browser.path)
    let run = try Command(
      ["render", "notes.md", "--to", "pdf"], in: folder.url,
      environment: ["NNBOOK_CHROMIUM": browser.path])
    #expect(run.status == 1)
    #expect(run.errors == "notes.pdf: error: Chromium printed nothing: no display\n")
  }

  @Test("prints the same PDF twice", .enabled(if: FormatTests.hasChromium, "there is no Chromium"))
  func pdf() throws {
    let folder = try folder()
    let prints = try (0..<2).map { number in
      let run = try Command(["render", "notes.md", "-o", "\(number).pdf"], in: folder.url)
      #expect(run.status == 0, "\(run.errors)")
      return try Data(contentsOf: folder.url.appending(path: "\(number).pdf"))
    }
    #expect(prints[0].starts(with: Data("%PDF-".utf8)))
    #expect(prints[0] == prints[1])
    #expect(prints[0].range(of: Data("(D:19700101000000".utf8)) != nil)
    #expect(prints[0].range(of: Data("/Outlines".utf8)) != nil)
  }

  static let hasChromium: Bool = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/chromium") }
  }()

  @Test("converts there and back without loss, and overwrites only when told")
  func convert() throws {
    let folder = try folder()
    #expect(try Command(["convert", "notes.md"], in: folder.url).status == 0)
    let refused = try Command(["convert", "notes.ipynb"], in: folder.url)
    #expect(refused.status == 1)
    #expect(refused.errors == "notes.md: error: is there already; --force overwrites it\n")
    #expect(try Command(["render", "notes.md", "--to", "ipynb"], in: folder.url).status == 0)
    let back = try Command(["convert", "notes.ipynb", "--force"], in: folder.url)
    #expect(back.status == 0, "\(back.errors)")
    #expect(back.errors.isEmpty)
    #expect(folder.read("notes.md") == Self.notebook)
    try folder.write("{}", to: "b.ipynb")
    let broken = try Command(["convert", "b.ipynb"], in: folder.url)
    #expect(broken.status == 1)
    #expect(
      broken.errors
        == "b.ipynb: error: this is no Jupyter notebook: 'the notebook' has no 'cells'\n")
    #expect(try Command(["convert", "notes.txt"], in: folder.url).status == 64)
  }

  @Test("writes JSON that its schema describes")
  func schema() throws {
    let folder = try folder()
    #expect(try Command(["render", "notes.md", "--to", "json"], in: folder.url).status == 0)
    let schema = try SchemaTests.schema("results")
    let document = try SchemaValue.decoded(try #require(folder.read("notes.json")))
    #expect(SchemaValidator(schema).problems(document) == [])
  }
}
