import Experiments
import Foundation
import Notebook
import NotebookRunner
import Plotting
import Testing

@Suite("Blocks that use others")
struct BlockGraphTests {
  static let train = """
    ```{train}
    #| label: net
    layers: [2, 4, 1]
    epochs: 3
    ```

    """

  static let map = """
    ```{decision-map}
    #| label: fig-map
    run: net
    ```

    """

  func run(_ sources: [(path: String, source: String)], jobs: Int = 2) -> [NotebookRun] {
    let read = sources.map { NotebookReader.read(source: $0.source, path: $0.path) }
    return NotebookRunner(jobs: jobs).run(read.map { $0.0 }, found: read.map { $0.1 })
  }

  func lines(_ runs: [NotebookRun]) -> [String] {
    runs.flatMap { $0.allDiagnostics }.map { $0.line }
  }

  @Test("stand before or after them, with the same bytes for any number of jobs")
  func anyOrder() {
    let runs = [(Self.train + Self.map, 1), (Self.map + Self.train, 2), (Self.map + Self.train, 5)]
      .map { run([("a.md", $0.0)], jobs: $0.1)[0] }
    let maps = runs.map { run in
      run.blocks.filter { $0.result?.figures.count == 1 }.map {
        $0.result?.figures[0].markup(id: "f")
      }
    }
    #expect(maps[0].count == 1)
    #expect(maps[0] == maps[1] && maps[1] == maps[2])
  }

  @Test("may be in another notebook of the project")
  func otherNotebook() {
    let runs = run([("a.md", Self.map), ("b.md", Self.train)])
    #expect(lines(runs) == [])
    #expect(runs[0].blocks[0].result?.figures.count == 1)
  }

  @Test("run only what the notebook that is shown needs")
  func shown() {
    let extra = "```{forward}\nlayers: [2, 1]\ninput: [1, 2]\n```\n"
    let read = [("a.md", Self.map), ("b.md", Self.train + extra)].map {
      NotebookReader.read(source: $0.1, path: $0.0)
    }
    let runs = NotebookRunner(jobs: 1).run(
      read.map { $0.0 }, found: read.map { $0.1 }, shown: [0])
    #expect(runs[0].blocks[0].result != nil)
    #expect(runs[1].blocks.map { $0.result != nil } == [true, false])
  }

  @Test("prefer their own notebook's label, and refuse one that several others have")
  func ambiguous() {
    let own = run([("a.md", Self.train + Self.map), ("b.md", Self.train)])
    #expect(lines(own) == [])
    let others = run([("a.md", Self.map), ("b.md", Self.train), ("c.md", Self.train)])
    #expect(
      lines(others) == [
        "a.md:3:6: error: 'net' is the label of blocks in several other notebooks; b.md:2:11, "
          + "c.md:2:11"
      ])
  }

  @Test("say which one failed")
  func failed() {
    let broken = Self.train.replacing("layers: [2, 4, 1]", with: "layers: [3, 4, 1]")
    let lines = lines(run([("a.md", broken + Self.map)]))
    #expect(lines.count == 2)
    #expect(lines.last == "a.md:8:6: error: the block 'net' failed, and this one needs it")
  }

  @Test("name unknown labels with the nearest one")
  func unknown() {
    #expect(
      lines(run([("a.md", Self.train + Self.map.replacing("run: net", with: "run: nte"))]))
        == [
          "a.md:8:6: error: no {train} block has the label 'nte'; did you mean 'net'? Known: net"
        ])
  }

  @Test("extend models by models, and find circles between them")
  func models() {
    let base = "```{model}\n#| label: base\nlayers: [2, 4, 1]\nactivation: relu\n```\n\n"
    let wide = "```{model}\n#| label: wide\nmodel: base\nlayers: [2, 8, 1]\n```\n\n"
    let train = "```{train}\nmodel: wide\nepochs: 1\n```\n"
    let runs = run([("a.md", base + wide + train)])
    #expect(lines(runs) == [])
    #expect(runs[0].blocks[2].result?.metric("parameters") == 33)
    let circle = run([
      ("a.md", base.replacing("layers: [2, 4, 1]", with: "model: wide") + wide + train)
    ])
    #expect(
      lines(circle).contains(
        "a.md:2:11: error: {model} blocks use each other in a circle: base → wide → base; "
          + "'wide' at a.md:8:11"), "\(lines(circle))")
  }

  @Test("warn of definitions that nobody uses")
  func unused() {
    #expect(
      lines(run([("a.md", "```{data}\n#| label: mine\nmoons: {}\n```\n")]))
        == ["a.md:2:11: warning: no block uses the {data} block 'mine'"])
  }

  @Test("stop when the caller wishes")
  func cancelled() {
    let (notebook, _) = NotebookReader.read(source: Self.train + Self.map, path: "a.md")
    let run = NotebookRunner(jobs: 2, isCancelled: { true }).run(notebook)
    #expect(run.blocks.allSatisfy { $0.result == nil })
    #expect(!run.succeeded)
  }

  @Test("notice data that change while they run")
  func changingData() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "nnbook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "d.csv")
    let rows = (0..<40).map { "\($0),\($0 % 7),\($0 % 2)" }.joined(separator: "\n")
    try Data("a,b,c\n\(rows)\n".utf8).write(to: file)
    let source = """
      ```{train}
      data: {csv: {path: d.csv, target: c}}
      layers: [2, 3, 1]
      epochs: 2
      ```
      """
    let (notebook, found) = NotebookReader.read(
      source: source, path: folder.appending(path: "n.md").path)
    let changing = NotebookRunner(
      jobs: 1, cache: ResultCache(folder: folder.appending(path: "cache")),
      progress: { progress in
        if progress.share > 0, progress.share < 1 {
          try? Data("a,b,c\n1,2,0\n3,4,1\n".utf8).write(to: file)
        }
      })
    let run = changing.run(notebook, found: found)
    #expect(run.blocks[0].result == nil)
    #expect(
      run.allDiagnostics.map { $0.message }.first?.hasSuffix("changed while the notebook ran")
        == true)
    #expect(changing.cache?.size.files == 0)
  }
}

@Suite("Claims over several blocks")
struct NotebookClaimsTests {
  func lines(_ claims: String) -> (holds: [Bool], lines: [String]) {
    let source = """
      ```{forward}
      #| label: first
      layers: [2, 3, 1]
      input: [1, 2]
      expect: [\(claims)]
      ```

      ```{forward}
      #| label: second
      layers: [2, 4, 1]
      input: [1, 2]
      ```

      ```{forward}
      #| label: skipped
      #| eval: false
      layers: [2, 4, 1]
      input: [1, 2]
      ```

      ```{forward}
      #| label: broken
      layers: [3, 4, 1]
      input: [1, 2]
      ```
      """
    let (notebook, found) = NotebookReader.read(source: source, path: "a.md")
    let run = NotebookRunner(jobs: 2).run(notebook, found: found)
    return (run.blocks[0].checks.map { $0.holds }, run.blocks[0].diagnostics.map { $0.line })
  }

  @Test("compare metrics of blocks that stand before or after")
  func others() {
    let (holds, lines) = lines(
      "second.parameters == 17, parameters < second.parameters, first.parameters > 13")
    #expect(holds == [true, true, false])
    #expect(lines == [])
  }

  @Test("say why a metric is not there, each at its place")
  func missing() {
    let (_, lines) = lines(
      "skipped.macs > 1, broken.macs > 1, third.macs > 1, second.mac > 1 and macz > 1")
    #expect(lines.count == 5, "\(lines)")
    #expect(lines[0].contains("block 'skipped' was not run"))
    #expect(lines[1].contains("block 'broken' failed"))
    #expect(lines[2].contains("no block is called 'third'"))
    #expect(lines[3].contains("names no metric of block 'second': 'mac'; did you mean 'macs'?"))
    #expect(lines[4].contains("names no metric of this block: 'macz'"))
  }
}
