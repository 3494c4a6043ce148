import Foundation
import Notebook
import Plotting
import Testing

@testable import NotebookRunner

@Suite("Profiles")
struct ProfileTests {
  static let source = """
    ```{train}
    #| label: net
    layers: [2, 4, 1]
    epochs: 50
    expect: epochs == 50
    ```

    ```{forward}
    layers: [2, 3, 1]
    input: [1, 2]
    ```
    """

  func read(_ frontMatter: String = "") -> (Notebook, [Diagnostic]) {
    NotebookReader.read(
      source: frontMatter.isEmpty ? Self.source : "---\n\(frontMatter)\n---\n\n" + Self.source,
      path: "test.md")
  }

  func keys(_ frontMatter: String = "", _ profile: Profile? = nil) throws -> [CacheKey] {
    let (notebook, found) = read(frontMatter)
    let plan = ProjectPlan([notebook], found: [found], profile: profile)
    let keys = BlockKeys(plan, DatasetLibrary())
    return try plan.blocks.map { try keys.key(of: $0) }
  }

  @Test("give other keys to what is scaled, and the same key to what is not")
  func scaledKeys() throws {
    let (full, quick) = (try keys(), try keys("", .quick))
    #expect(full[0] != quick[0])
    #expect(full[1] == quick[1])
    #expect(quick[0].parts.contains(KeyPart(name: "option epochs", value: "5")))
  }

  @Test("come from the front matter, and the command line has the last word")
  func precedence() throws {
    #expect(try keys("execute: {profile: quick}") == keys("", .quick))
    #expect(try keys("execute: {profile: quick}", .full) == keys())
  }

  @Test("never show a full result as a quick one, nor the other way round")
  func store() {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "nnbook-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    func epochs(_ profile: Profile) -> Double? {
      let (notebook, found) = read()
      let runner = NotebookRunner(
        jobs: 1, cache: ResultCache(folder: folder), profile: profile)
      return runner.run(notebook, found: found).blocks[0].checks.first?.measured.first?.value
    }
    #expect([epochs(.full), epochs(.quick), epochs(.full), epochs(.quick)] == [50, 5, 50, 5])
  }

  @Test("forgive claims under quick, which are made for the full run")
  func claims() {
    let (notebook, found) = read()
    let quick = NotebookRunner(jobs: 1, profile: .quick).run(notebook, found: found)
    #expect(quick.blocks[0].checks.map { $0.holds } == [false])
    #expect(quick.succeeded)
    #expect(quick.profile == .quick)
    var full = quick
    full.profile = .full
    #expect(!full.succeeded)
  }

  @Test("with an unknown name are an error at its place")
  func unknown() {
    let (_, found) = read("execute: {profile: quik}")
    #expect(
      found.map { $0.line } == [
        "test.md:2:20: error: no profile is called 'quik'; did you mean 'quick'? Known: full, quick"
      ])
  }
}
