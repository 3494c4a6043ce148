import Foundation
import Testing

@Suite("nnbook render --freeze and --use-freeze")
struct FreezeTests {
  func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(RenderTests.notebook, to: "a.md")
    return folder
  }

  @Test("keep results beside the notebook and render the same bytes without running")
  func sameBytes() throws {
    let folder = try folder()
    let first = try Command(["render", "a.md", "--freeze"], in: folder.url)
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.errors.contains("a.results.json was written"))
    #expect(folder.read("a.results.json")?.contains("\"parameters\": 13") == true)
    try FileManager.default.removeItem(at: folder.url.appending(path: ".nnbook"))
    let second = try Command(
      ["render", "a.md", "--use-freeze", "-o", "b.html"], in: folder.url)
    #expect(second.status == 0, "\(second.errors)")
    #expect(folder.read("b.html") != nil)
    #expect(folder.read("a.html") == folder.read("b.html"))
    #expect(second.output.contains("(1 frozen)"))
    let drawings = folder.url.appending(path: ".nnbook/drawings").path
    #expect(!FileManager.default.fileExists(atPath: drawings), "nothing ran")
  }

  @Test("say where a merge is not settled and keep the old report")
  func merge() throws {
    let folder = try folder()
    _ = try Command(["render", "a.md", "--freeze"], in: folder.url)
    let text = try #require(folder.read("a.results.json"))
    try folder.write(
      text.replacing(
        "      \"seed\": 1", with: "<<<<<<< HEAD\n      \"seed\": 1\n=======\n\"seed\": 2"),
      to: "a.results.json")
    try folder.write("old", to: "a.html")
    let run = try Command(["render", "a.md", "--use-freeze"], in: folder.url)
    #expect(run.status == 1)
    #expect(run.errors.contains("a.results.json:6:1: error: a merge is not settled"))
    #expect(!run.errors.contains("^"), "no line of the notebook is meant")
    #expect(folder.read("a.html") == "old")
    let repaired = try Command(["render", "a.md", "--freeze"], in: folder.url)
    #expect(repaired.status == 0)
    #expect(folder.read("a.results.json") == text)
  }

  @Test("keep nothing of a notebook with errors, and refuse each other")
  func refused() throws {
    let folder = try folder()
    try folder.write("```{forward}\nlayers: 3\n```\n", to: "b.md")
    let run = try Command(["render", "b.md", "--freeze", "--keep-going"], in: folder.url)
    #expect(run.status == 1)
    #expect(folder.read("b.results.json") == nil)
    #expect(
      try Command(["render", "a.md", "--freeze", "--use-freeze"], in: folder.url).status == 64)
  }
}
