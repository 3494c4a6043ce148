import Experiments
import Foundation
import Notebook
import NotebookRunner
import Plotting
import Testing

@Suite("Blocks that show tables")
struct ShownTablesTests {
  static let train = """
    ```{train}
    #| label: net
    layers: [2, 4, 1]
    epochs: 3
    ```

    """

  static let plot = """
    ```{plot}
    #| label: fig-loss
    data: net
    marks: [{line: {x: Epoch, y: Loss seen}}]
    ```

    """

  private func run(_ sources: [String], jobs: Int = 2, cache: ResultCache? = nil) -> [NotebookRun] {
    let read = sources.enumerated().map { number, source in
      NotebookReader.read(source: source, path: "\(number).md")
    }
    return NotebookRunner(jobs: jobs, cache: cache).run(
      read.map { $0.0 }, found: read.map { $0.1 }, shown: [0])
  }

  @Test("run after these, wherever they stand, with the same bytes for any number of jobs")
  func order() {
    let runs = [
      run([Self.train + Self.plot], jobs: 1), run([Self.plot + Self.train], jobs: 2),
      run([Self.plot, Self.train], jobs: 3),
    ].map { $0[0] }
    let drawings = runs.map { run in
      run.blocks.compactMap { block in
        block.result?.metrics.count == 4 ? block.result?.figures[0].markup(id: "f") : nil
      }
    }
    #expect(runs.allSatisfy { $0.allDiagnostics.isEmpty })
    #expect(drawings[0].count == 1 && drawings[0] == drawings[1] && drawings[1] == drawings[2])
  }

  @Test("may show what others show, over several notebooks")
  func chain() {
    let second = Self.plot.replacing("data: net", with: "data: fig-loss")
      .replacing("label: fig-loss", with: "label: fig-again")
      .replacing("x: Epoch, y: Loss seen", with: "x: x, y: y")
    let runs = run([second, Self.plot, Self.train])
    #expect(runs[0].allDiagnostics.map { $0.line } == [])
    #expect(runs[0].blocks[0].result?.metric("values") == 3)
  }

  @Test("fail with these, and say so at their label")
  func failed() {
    let broken = Self.train.replacing("layers: [2, 4, 1]", with: "layers: [3, 4, 1]")
    let lines = run([broken + Self.plot])[0].allDiagnostics.map { $0.line }
    #expect(lines.last == "0.md:8:7: error: the block 'net' failed, and this one needs it")
  }

  @Test("are drawn again when a file or a block changes, and else not")
  func cache() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "nnbook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "t.csv")
    func origins(_ csv: String, epochs: Int) throws -> [BlockRun.Origin] {
      try Data(csv.utf8).write(to: file)
      let source =
        Self.train.replacing("epochs: 3", with: "epochs: \(epochs)") + Self.plot + """
          ```{plot}
          data: t.csv
          marks: [{line: {y: a}}]
          ```
          """
      let (notebook, found) = NotebookReader.read(
        source: source, path: folder.appending(path: "n.md").path)
      let runner = NotebookRunner(
        jobs: 1, cache: ResultCache(folder: folder.appending(path: "cache")))
      let run = runner.run(notebook, found: found)
      #expect(run.allDiagnostics.map { $0.line } == [])
      return run.blocks.compactMap { $0.origin }
    }
    #expect(try origins("a\n1\n2\n", epochs: 3) == [.computed, .computed, .computed])
    #expect(try origins("a\n1\n2\n", epochs: 3) == [.stored, .stored, .stored])
    #expect(try origins("a\n1\n3\n", epochs: 3) == [.stored, .stored, .computed])
    #expect(try origins("a\n1\n3\n", epochs: 4) == [.computed, .computed, .stored])
  }
}
