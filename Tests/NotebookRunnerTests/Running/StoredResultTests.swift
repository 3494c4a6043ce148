import Experiments
import Foundation
import Notebook
import Plotting
import Testing

@testable import NotebookRunner

@Suite("Runs with stored results")
struct StoredResultTests {
  let folder = FileManager.default.temporaryDirectory.appending(path: "nnbook-\(UUID().uuidString)")

  static let source = """
    # Title

    ```{train}
    #| label: net
    layers: [2, 4, 1]
    epochs: 5
    ```

    ```{curves}
    #| label: fig-curves
    #| fig-cap: What happened.
    run: net
    ```

    ```{forward}
    #| label: fig-pass
    layers: [2, 3, 1]
    input: [1, 2]
    ```
    """

  func run(_ source: String = Self.source, ignoresOld: Bool = false) -> NotebookRun {
    let (notebook, found) = NotebookReader.read(source: source, path: "test.md")
    return NotebookRunner(
      jobs: 2, cache: ResultCache(folder: folder, ignoresOld: ignoresOld)
    ).run(notebook, found: found)
  }

  func origins(_ run: NotebookRun) -> [String] { run.blocks.map { $0.origin?.rawValue ?? "none" } }

  func markup(_ run: NotebookRun) -> [Text] {
    run.blocks.flatMap { $0.result?.figures ?? [] }.map { $0.markup(id: "f") }
  }

  @Test("take everything from the store the second time, and the bytes are the same")
  func second() {
    let (first, second) = (run(), run())
    #expect(origins(first) == ["computed", "computed", "computed"])
    #expect(origins(second) == ["stored", "stored", "stored"])
    #expect(markup(first) == markup(second))
    #expect(origins(run(ignoresOld: true)) == ["computed", "computed", "computed"])
  }

  @Test("run nothing again for prose, captions and labels that nobody shows")
  func prose() {
    _ = run()
    let changed = Self.source.replacing("Title", with: "Other").replacing("happened", with: "was")
      .replacing("fig-pass", with: "fig-other")
    #expect(origins(run(changed)) == ["stored", "stored", "stored"])
  }

  @Test("run a changed block and what uses it, and nothing else")
  func change() {
    _ = run()
    #expect(
      origins(run(Self.source.replacing("epochs: 5", with: "epochs: 6")))
        == ["computed", "computed", "stored"])
    #expect(
      origins(run(Self.source.replacing("input: [1, 2]", with: "input: [1, 3]")))
        == ["stored", "stored", "computed"])
  }

  @Test("draw again from the record when the drawing is lost")
  func redrawn() throws {
    let first = run()
    try FileManager.default.removeItem(at: folder.appending(path: "drawings"))
    let second = run()
    #expect(origins(second)[0] == "redrawn")
    #expect(markup(first) == markup(second))
  }

  @Test("train again for a block that shows a run whose record is lost")
  func lostRecord() throws {
    let first = run()
    try FileManager.default.removeItem(at: folder.appending(path: "records"))
    let file = try FileManager.default.contentsOfDirectory(
      at: folder.appending(path: "drawings"), includingPropertiesForKeys: nil)
    // Only the drawing of {train} is left.
    let keep = first.blocks[0].dependencies
    for url in file where url.lastPathComponent != CacheKey(keep).digest {
      try FileManager.default.removeItem(at: url)
    }
    let second = run()
    #expect(origins(second) == ["stored", "computed", "computed"])
    #expect(markup(first) == markup(second))
  }

  @Test("do not keep what a block that must not be stored found")
  func uncached() {
    let source = Self.source.replacing("#| label: fig-pass", with: "#| cache: false")
    #expect(origins(run(source)) == ["computed", "computed", "computed"])
    #expect(origins(run(source)) == ["stored", "stored", "computed"])
  }

  @Test("keep a divergence only if it was claimed")
  func divergence() {
    let block = """
      ```{train}
      data: line
      layers: [1, 4, 1]
      activation: relu
      optimizer: {sgd: 1e6}
      epochs: 3
      """
    for _ in 0..<2 { #expect(origins(run(block + "\n```")) == ["computed"]) }
    let claimed = block + "\nexpect: epochs < 3\n```"
    #expect(run(claimed).blocks[0].result?.diverged == true)
    #expect(origins(run(claimed)) == ["stored"])
    let wrong = block + "\nexpect: epochs == 3\n```"
    for _ in 0..<2 {
      let run = run(wrong)
      #expect(run.blocks[0].checks.map { $0.holds } == [false])
    }
  }

  @Test("say what changed")
  func explanation() throws {
    let log = RunLog(folder: folder.appending(path: "log"))
    let runner = NotebookRunner(jobs: 1, cache: ResultCache(folder: folder), log: log)
    func read(_ source: String) -> (Notebook, [Diagnostic]) {
      NotebookReader.read(source: source, path: "test.md")
    }
    func explain(_ source: String, _ label: String) -> Result<
      [String], NotebookRunner.ExplanationProblem
    > {
      let (notebook, found) = read(source)
      return runner.explain(label, in: [notebook], found: [found])
    }
    #expect(
      explain(Self.source, "net")
        == .success(["test.md:3: net would run", "  it has not run here before"]))
    _ = runner.run(read(Self.source).0)
    #expect(
      explain(Self.source, "net")
        == .success([
          "test.md:3: net does not run: its result is stored",
          "  nothing changed since it last ran",
        ]))
    let changed = Self.source.replacing("epochs: 5", with: "epochs: 7")
    #expect(
      explain(changed, "net")
        == .success(["test.md:3: net would run", "  option epochs was 5, is 7"]))
    #expect(
      explain(Self.source, "nett")
        == .failure(
          .init(
            message: "no block that runs is called 'nett'; did you mean 'net'? Known: net, "
              + "fig-curves, fig-pass")))
  }
}
