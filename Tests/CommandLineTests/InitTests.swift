import Foundation
import Testing

@Suite("nnbook init")
struct InitTests {
  @Test("writes a project that renders without a warning, and overwrites nothing")
  func project() throws {
    let folder = try TemporaryFolder()
    let first = try Command(["init", "book"], in: folder.url)
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.contains("nnbook render book"))
    let run = try Command(["render", "book", "--strict"], in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.isEmpty)
    #expect(folder.read("book/site/first.html")?.contains("<svg") == true)
    try folder.write("mine", to: "book/first.md")
    let again = try Command(["init", "book"], in: folder.url)
    #expect(again.status == 1)
    #expect(again.errors == "book/nnbook.yml: error: is there already\n")
    #expect(folder.read("book/first.md") == "mine")
  }

  @Test("says why a file cannot be written, in one line")
  func unwritable() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "book")
    let run = try Command(["init", "book"], in: folder.url)
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("book/nnbook.yml: error: cannot be written: "))
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test("starts where the user stands")
  func here() throws {
    let folder = try TemporaryFolder()
    #expect(try Command(["init"], in: folder.url).status == 0)
    #expect(folder.read("nnbook.yml") != nil && folder.read("first.md") != nil)
  }
}
