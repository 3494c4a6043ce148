import Experiments
import Foundation
import Notebook
import Plotting
import TestSupport
import Testing

@testable import NotebookRunner

@Suite("Frozen results")
struct FrozenResultsTests {
  static let source = """
    ```{train}
    #| label: net
    layers: [2, 4, 1]
    epochs: 5
    expect: epochs == 5
    ```

    ```{curves}
    #| label: fig-curves
    run: net
    ```

    ```{forward}
    layers: [2, 3, 1]
    input: [1, 2]
    ```
    """

  let folder = FileManager.default.temporaryDirectory.appending(path: "nnbook-\(UUID().uuidString)")

  var path: String { folder.appending(path: "notes.md").path }

  var numbers: URL { folder.appending(path: "notes.results.json") }

  var drawings: URL { folder.appending(path: "notes.figures.json") }

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func run(_ source: String = Self.source, frozen: Bool = false) -> NotebookRun {
    let (notebook, found) = NotebookReader.read(source: source, path: path)
    var runner = NotebookRunner(jobs: 2)
    runner.usesFrozenResults = frozen
    return runner.run(notebook, found: found)
  }

  /// The errors of a frozen run, without the folder.
  func errors(_ source: String = Self.source) -> [String] {
    run(source, frozen: true).allDiagnostics.map {
      $0.line.replacing(folder.path + "/", with: "")
    }
  }

  func replace(_ old: String, with new: String, in file: URL) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.contains(old))
    try text.replacing(old, with: new).write(to: file, atomically: true, encoding: .utf8)
  }

  @Test("give the same report as a run, without one")
  func sameReport() throws {
    let first = run()
    #expect(
      try FrozenResults.write(first).map { $0.replacing(folder.path + "/", with: "") }
        == ["notes.figures.json", "notes.results.json"])
    let second = run(frozen: true)
    #expect(second.allDiagnostics == [])
    #expect(second.blocks.map { $0.origin } == [.frozen, .frozen, .frozen])
    #expect(second.blocks.map { $0.checks } == first.blocks.map { $0.checks })
    func markup(_ run: NotebookRun) -> [Text] {
      run.blocks.flatMap { $0.result?.figures ?? [] }.map { $0.markup(id: "f") }
    }
    #expect(markup(first) == markup(second))
    #expect(try FrozenResults.write(second) == [], "what is the same is not written again")
  }

  @Test("do not hold the build of nnbook")
  func noBuild() throws {
    _ = try FrozenResults.write(run())
    let text = try String(contentsOf: numbers, encoding: .utf8)
    #expect(!text.contains(EngineIdentity.current) && !text.contains("engine"))
  }

  @Test("are refused where options, seed or a run are others, with the part that changed")
  func changedDependencies() throws {
    _ = try FrozenResults.write(run())
    let note = "; `nnbook render --freeze \(path)` runs it and writes its result"
      .replacing(folder.path + "/", with: "")
    let changed = errors(Self.source.replacing("epochs: 5", with: "epochs: 6"))
    #expect(changed.count == 2)
    #expect(
      changed.first
        == "notes.md:1:5: error: 'net' is not what was frozen: option epochs was 5, is 6\(note)")
    #expect(
      changed.last?.hasPrefix(
        "notes.md:8:5: error: 'fig-curves' is not what was frozen: run[1] net was ") == true)
    let seed = errors("---\nexecute: {seed: 2}\n---\n" + Self.source)
    #expect(seed[0].contains("'net' is not what was frozen: seed was 1, is 2"))
  }

  @Test("are refused for a changed file of data")
  func changedData() throws {
    let data = folder.appending(path: "d.csv")
    try Data("x,y\n0,0\n1,1\n2,4\n3,9\n".utf8).write(to: data)
    let source = """
      ```{train}
      data: {csv: {path: d.csv, target: y}}
      layers: [1, 2, 1]
      epochs: 2
      ```
      """
    let first = run(source)
    #expect(first.allDiagnostics == [])
    _ = try FrozenResults.write(first)
    #expect(errors(source) == [])
    try Data("x,y\n0,0\n1,1\n2,4\n3,8\n".utf8).write(to: data)
    #expect(errors(source)[0].contains("'train 1' is not what was frozen: data d.csv was "))
  }

  @Test("must be there")
  func missing() throws {
    #expect(
      errors() == [
        "notes.results.json: error: there are no frozen results to read; "
          + "`nnbook render --freeze notes.md` writes them"
      ])
    _ = try FrozenResults.write(run())
    let renamed = errors(Self.source.replacing("label: fig-curves", with: "label: fig-curve"))
    #expect(
      renamed == [
        "notes.md:8:5: error: notes.results.json has no result of 'fig-curve'; did you mean "
          + "'fig-curves'? Known: fig-curves, forward 3, net; `nnbook render --freeze notes.md` "
          + "runs it and writes its result"
      ])
    try FileManager.default.removeItem(at: drawings)
    #expect(errors()[0].hasPrefix("notes.figures.json: error: there are no frozen results"))
  }

  @Test("are refused when somebody has changed a number")
  func edited() throws {
    let first = run()
    _ = try FrozenResults.write(first)
    try replace("\"epochs\": 5,", with: "\"epochs\": 6,", in: numbers)
    #expect(
      errors() == [
        "notes.md:1:5: error: the numbers of 'net' in notes.results.json were changed by hand: "
          + "epochs of net moved by 1 (5 → 6); `nnbook render --freeze notes.md` runs it and "
          + "writes its result"
      ])
  }

  @Test("are refused when the drawings are damaged or a merge is not settled")
  func damaged() throws {
    _ = try FrozenResults.write(run())
    let whole = try String(contentsOf: drawings, encoding: .utf8)
    var random = SplitMix(seed: 1)
    for _ in 0..<10 {
      var bytes = Array(whole.utf8)
      let place = 200 + random.next(below: bytes.count - 300)
      bytes[place] = bytes[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
      try Data(bytes).write(to: drawings)
      #expect(!errors().isEmpty, "byte \(place)")
    }
    try ("<<<<<<< HEAD\n" + whole).write(to: drawings, atomically: true, encoding: .utf8)
    #expect(
      errors()[0].hasPrefix(
        "notes.figures.json:1:1: error: a merge is not settled: the line begins with '<<<<<<<'"))
  }

  @Test("are not needed by a block that is meant to fail, but are not excused either")
  func allowedErrors() throws {
    let source = Self.source + "\n\n```{forward}\n#| error: true\nlayers: [2, 1]\ninput: [1]\n```\n"
    let first = run(source)
    #expect(first.blocks[3].result == nil && first.succeeded)
    _ = try FrozenResults.write(first)
    let second = run(source, frozen: true)
    #expect(second.succeeded)
    #expect(second.blocks[3].diagnostics == first.blocks[3].diagnostics)
    let lenient = "---\nexecute: {error: true}\n---\n" + Self.source
    let changed = run(lenient.replacing("epochs: 5", with: "epochs: 6"), frozen: true)
    #expect(!changed.succeeded)
  }

  @Test("of a notebook need nothing of the others whose runs it shows")
  func severalNotebooks() throws {
    let sources = [
      ("notes.md", "```{curves}\n#| label: fig-curves\nrun: net\n```\n"),
      ("other.md", "```{train}\n#| label: net\nlayers: [2, 4, 1]\nepochs: 3\n```\n"),
    ]
    let read = sources.map { name, source in
      NotebookReader.read(source: source, path: folder.appending(path: name).path)
    }
    func run(frozen: Bool) -> [NotebookRun] {
      var runner = NotebookRunner(jobs: 2)
      runner.usesFrozenResults = frozen
      return runner.run(read.map { $0.0 }, found: read.map { $0.1 }, shown: [0])
    }
    let first = run(frozen: false)
    #expect(first[1].blocks[0].origin == .computed)
    _ = try FrozenResults.write(first[0])
    let second = run(frozen: true)
    #expect(second.flatMap { $0.allDiagnostics } == [])
    #expect(second[0].blocks[0].origin == .frozen)
    #expect(second[1].blocks[0].origin == nil, "what is not needed does not run")
  }
}
