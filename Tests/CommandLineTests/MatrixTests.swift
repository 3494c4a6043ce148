import Foundation
import Testing

@Suite("nnbook render, of a notebook with a matrix")
struct MatrixTests {
  static let notebook = """
    ---
    title: How wide?
    params: {width: 4}
    matrix: {seed: [1, 2], width: [2, 4, 8]}
    ---

    ```{train}
    #| label: fig-net
    layers: [2, ${width}, 1]
    epochs: 4
    expect:
      - parameters < 20
    ```

    ```{forward}
    #| label: fig-pass
    layers: [2, 3, 1]
    input: [1, 2]
    seed: 5
    ```
    """

  func folder(_ notebook: String = Self.notebook) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(notebook, to: "notes.md")
    return folder
  }

  func reports(_ folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
      .filter { $0.hasSuffix(".html") }.sorted()
  }

  @Test("writes a report a variant, and a page that compares them")
  func writes() throws {
    let folder = try folder(Self.notebook.replacing("< 20", with: "< 200"))
    let run = try Command(["render", "notes.md"], in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    let variants = ["1", "2"].flatMap { seed in
      ["2", "4", "8"].map { "notes-seed-\(seed)-width-\($0).html" }
    }
    #expect(try reports(folder) == (variants + ["notes.html"]).sorted())
    #expect(run.output.contains("notes.html: 6 variants compared, "))
    let page = try #require(folder.read("notes.html"))
    #expect(page.contains("6 variants: seed 1, 2; width 2, 4, 8"))
    for variant in variants { #expect(page.contains("href=\"\(variant)\"")) }
    #expect(page.contains("over 2 seeds"))
    #expect(page.contains("<svg"), "width has three numbers, so there is a chart")
    #expect(folder.read(variants[0])?.contains("seed 1 · width 2") == true)
  }

  @Test("says in which variant a claim fails, on the page and on the terminal")
  func claims() throws {
    let folder = try folder()
    let run = try Command(["render", "notes.md"], in: folder.url)
    #expect(run.status == 1)
    #expect(
      run.errors.contains(
        "notes.md:12:5: error: claim fails: parameters < 20, measured 33; over the bound by 13; in the "
      ))
    let page = try #require(folder.read("notes.html"))
    #expect(page.contains(">seed 1, width 8</a>"))
    #expect(!page.contains(">seed 1, width 4</a>"))
  }

  @Test("runs what no variant changes only once")
  func shares() throws {
    let folder = try folder()
    let run = try Command(
      ["render", "notes.md", "--log-format", "json", "--timings"], in: folder.url)
    let timings = run.errors.split(separator: "\n").filter { $0.contains("\"event\":\"timing\"") }
    let passes = timings.filter { $0.contains("fig-pass") }
    #expect(passes.count == 6)
    #expect(passes.filter { $0.contains("\"computed\"") }.count == 1)
    #expect(timings.filter { $0.contains("fig-net") && $0.contains("\"computed\"") }.count == 6)
  }

  @Test("renders one variant alone where -P pins all axes, and fewer where it pins one")
  func pinned() throws {
    let folder = try folder()
    let one = try Command(
      ["render", "notes.md", "-P", "seed:2", "-P", "width:4"], in: folder.url)
    #expect(one.status == 0, "\(one.errors)")
    #expect(try reports(folder) == ["notes.html"])
    let some = try Command(["render", "notes.md", "-P", "width:4"], in: folder.url)
    #expect(some.status == 0, "\(some.errors)")
    #expect(try reports(folder) == ["notes-seed-1.html", "notes-seed-2.html", "notes.html"])
  }

  @Test("leaves the page as it was when a variant has errors")
  func errors() throws {
    let folder = try folder(Self.notebook.replacing("[2, 4, 8]", with: "[2, 4, 0]"))
    try folder.write("old", to: "notes.html")
    let run = try Command(["render", "notes.md"], in: folder.url)
    #expect(run.status == 1)
    #expect(folder.read("notes.html") == "old")
    #expect(run.errors.components(separatedBy: "option 'layers'").count == 2, "told once")
  }

  @Test("does not let a variant take the report of another notebook")
  func collision() throws {
    let folder = try folder()
    try folder.write("# Other\n", to: "notes-seed-1-width-2.md")
    let run = try Command(["render", "."], in: folder.url)
    #expect(run.status == 1)
    #expect(run.errors.contains("would both be notes-seed-1-width-2.html"))
    #expect(try reports(folder).isEmpty)
  }

  @Test("writes the same bytes for any number of jobs")
  func sameBytes() throws {
    let folder = try folder()
    for jobs in ["1", "4"] {
      _ = try Command(
        ["render", "notes.md", "--no-cache", "--jobs", jobs, "--output-dir", jobs], in: folder.url)
    }
    #expect(folder.read("1/notes.html") != nil)
    #expect(folder.read("1/notes.html") == folder.read("4/notes.html"))
  }

  @Test("is checked variant by variant, with the page that compares them")
  func checked() throws {
    let folder = try folder(Self.notebook.replacing("< 20", with: "< 200"))
    _ = try Command(["render", "notes.md"], in: folder.url)
    let fresh = try Command(["check", "notes.md"], in: folder.url)
    #expect(fresh.status == 0, "\(fresh.errors)")
    #expect(fresh.output.hasSuffix("notes.html: up to date\n"))
    try folder.write("old", to: "notes.html")
    let stale = try Command(["check", "notes.md"], in: folder.url)
    #expect(stale.status == 3)
    #expect(stale.errors == "notes.html: error: this is not what the variants give today\n")
  }

  @Test("keeps results of each variant in files of its own")
  func frozen() throws {
    let folder = try folder(Self.notebook.replacing("< 20", with: "< 200"))
    let first = try Command(["render", "notes.md", "--freeze"], in: folder.url)
    #expect(first.status == 0, "\(first.errors)")
    #expect(folder.read("notes-seed-2-width-8.results.json")?.contains("fig-net") == true)
    let again = try Command(
      ["render", "notes.md", "--use-freeze", "--output-dir", "again"], in: folder.url)
    #expect(again.status == 0, "\(again.errors)")
    #expect(again.output.contains("2 experiments (2 frozen)"))
    #expect(folder.read("again/notes.html") == folder.read("notes.html"))
  }
}
