import Foundation
import Testing

@Suite("nnbook check")
struct CheckTests {
  static let train = """
    # Small

    The loss is `{fig-a.train-loss}`.

    ```{train}
    #| label: fig-a
    layers: [2, 4, 1]
    epochs: 5
    expect: epochs == 5
    ```

    """

  /// A folder with a rendered notebook.
  func folder(_ notebook: String = Self.train) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(notebook, to: "a.md")
    _ = try Command(["render", "a.md"], in: folder.url)
    return folder
  }

  func check(_ folder: TemporaryFolder, _ arguments: [String] = ["a.md"]) throws -> Command {
    try Command(["check"] + arguments, in: folder.url)
  }

  @Test("is content with what render has just written, and writes nothing")
  func upToDate() throws {
    let folder = try folder()
    let before = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    let run = try check(folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == "a.html: up to date\n")
    #expect(run.errors.isEmpty)
    let after = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    #expect(before == after)
  }

  @Test("looks for the report where render puts it")
  func places() throws {
    let folder = try folder()
    _ = try Command(["render", "a.md", "--output-dir", "out"], in: folder.url)
    #expect(try check(folder, ["a.md", "--output-dir", "out"]).status == 0)
    #expect(try check(folder, [".", "-o", "out/a.html"]).status == 0)
    let missing = try check(folder, ["a.md", "-o", "b.html"])
    #expect(missing.status == 3)
    #expect(
      missing.errors
        == "b.html: error: there is no report; `nnbook render` writes it, with the same options\n")
    #expect(folder.read("b.html") == nil)
  }

  @Test("says with 3 which numbers moved, at the line of the block, and leaves the report alone")
  func numbers() throws {
    let folder = try folder()
    let report = folder.read("a.html")
    try folder.write(
      Self.train.replacing("layers: [2, 4, 1]", with: "layers: [2, 5, 1]"), to: "a.md")
    let run = try check(folder)
    #expect(run.status == 3)
    #expect(
      run.errors.contains("a.md:5:5: error: parameters of fig-a moved by 4 (17 → 21)"),
      "\(run.errors)")
    #expect(run.errors.contains(" of fig-a moved by "))
    #expect(run.errors.contains(" at Epoch 1 ("), "\(run.errors)")
    #expect(run.output == "a.html: out of date\n")
    #expect(folder.read("a.html") == report)
  }

  @Test("says which text differs when no number does")
  func text() throws {
    let folder = try folder()
    try folder.write(Self.train.replacing("The loss is", with: "The last loss is"), to: "a.md")
    let run = try check(folder)
    #expect(run.status == 3)
    #expect(run.errors.contains("a.html: error: the text differs: it was 'The loss is "))
    #expect(run.errors.contains("is 'The last loss is "))
  }

  @Test("knows when only drawings or style differ, and when the file is something else")
  func others() throws {
    let folder = try folder()
    let page = try #require(folder.read("a.html"))
    try folder.write(page.replacing("<svg", with: "<svg data-x=\"1\""), to: "a.html")
    let drawn = try check(folder)
    #expect(drawn.status == 3)
    #expect(drawn.errors.contains("drawings or style differ, numbers and text are the same"))
    try folder.write("<p>Mine</p>", to: "a.html")
    let mine = try check(folder)
    #expect(mine.status == 3)
    #expect(mine.errors == "a.html: error: this is no report of nnbook\n")
    try folder.write(String(page.prefix(page.count / 2)), to: "a.html")
    let cut = try check(folder)
    #expect(cut.status == 3)
    #expect(cut.errors.contains("a.html: error: the report is cut off, or an older nnbook"))
  }

  @Test("fails with 1 for a claim, a reference or an error, also beside what is out of date")
  func failures() throws {
    let folder = try folder(Self.train.replacing("epochs == 5", with: "epochs == 6"))
    let claim = try check(folder)
    #expect(claim.status == 1)
    #expect(claim.errors.contains("error: claim fails: epochs == 6, measured 5"))
    #expect(claim.output == "a.html: failed\n")
    try folder.write(Self.train + "\nSee @fig-b.\n", to: "a.md")
    let reference = try check(folder)
    #expect(reference.status == 1)
    #expect(reference.errors.contains("a.md:12:5: error: unknown reference '@fig-b'"))
    try folder.write("# Only text\n", to: "b.md")
    #expect(try check(folder, ["."]).status == 1)
  }

  @Test("has its exit codes in the help of the program")
  func help() throws {
    let run = try Command(["--help"], in: FileManager.default.temporaryDirectory)
    let words = run.output.split { " \n".contains($0) }.joined(separator: " ")
    #expect(words.contains("3 nothing failed, but something is out of date (`check`)"))
    #expect(words.contains("64 wrong usage"))
    let folder = try folder()
    #expect(try check(folder, ["a.md", "-o", "x", "--output-dir", "y"]).status == 64)
  }

  @Test("runs nothing that is stored: what it would store again keeps its file")
  func usesStored() throws {
    let folder = try folder()
    let stored = try storedFiles(folder)
    #expect(stored.count == 2)
    #expect(try check(folder).status == 0)
    #expect(try storedFiles(folder) == stored)
    #expect(try check(folder, ["a.md", "--cache-refresh"]).status == 0)
    #expect(try storedFiles(folder) != stored)
  }

  /// The numbers that the system gives the files of results: another one for each file written.
  private func storedFiles(_ folder: TemporaryFolder) throws -> [Int?] {
    try ["drawings", "records"].flatMap { stage in
      let place = folder.url.appending(path: ".nnbook/\(stage)").path
      return try FileManager.default.contentsOfDirectory(atPath: place).sorted().map { name in
        let file = try FileManager.default.attributesOfItem(atPath: "\(place)/\(name)")
        return (file[.systemFileNumber] as? NSNumber)?.intValue
      }
    }
  }

  @Test("compares what --freeze kept, if it kept something")
  func frozen() throws {
    let folder = try folder()
    _ = try Command(["render", "a.md", "--freeze"], in: folder.url)
    #expect(try check(folder).status == 0)
    #expect(try check(folder, ["a.md", "--use-freeze"]).status == 0)
    let text = try #require(folder.read("a.results.json"))
    try folder.write(
      text.replacing("\"parameters\": 17", with: "\"parameters\": 18"), to: "a.results.json")
    let run = try check(folder)
    #expect(run.status == 3)
    #expect(
      run.errors == "a.results.json: error: parameters of fig-a moved by 1 (18 → 17)\n",
      "\(run.errors)")
    #expect(try check(folder, ["a.md", "--use-freeze"]).status == 1)
    try folder.write(text.replacing("option epochs", with: "option epoch"), to: "a.results.json")
    let changed = try check(folder)
    #expect(changed.status == 3)
    #expect(changed.errors.hasPrefix("a.results.json: error: this is not what the notebook gives"))
    try folder.write(Self.train.replacing("epochs: 5", with: "epochs: 4"), to: "a.md")
    let both = try check(folder).errors.split(separator: "\n").filter { $0.contains(".json") }
    #expect(both.count == 2, "numbers are listed once, for the report")
    try folder.write(Self.train, to: "a.md")
    try folder.write("<<<<<<< HEAD\n" + text, to: "a.results.json")
    let merged = try check(folder)
    #expect(merged.status == 3)
    #expect(merged.errors.hasPrefix("a.results.json:1:1: error: a merge is not settled"))
  }
}

@Suite("Links")
struct LinkTests {
  static let notebook = """
    # Links

    [here](#there), [away](#nowhere), [b](b.md), [b too](b.html#one), [b wrong](b.md#two).

    ## There

    [a file](data/x%20y.csv?raw#L1), [none](data/xy.csv), ![a picture](b.mdd)
    [web](https://example.org/x.md), [mail](mailto:a@example.org), [root](/x), [none](data/xy.csv)
    """

  func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(Self.notebook, to: "a.md")
    try folder.write("# B\n\n## One\n", to: "b.md")
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "data"), withIntermediateDirectories: true)
    try folder.write("x", to: "data/x y.csv")
    return folder
  }

  @Test("that lead nowhere fail check, each at its place")
  func check() throws {
    let folder = try folder()
    _ = try Command(["render", "."], in: folder.url)
    let run = try Command(["check", "."], in: folder.url)
    #expect(run.status == 1)
    let errors = run.errors.split(separator: "\n").filter { $0.contains("error:") }
    #expect(
      errors == [
        "a.md:3:24: error: the link '#nowhere' leads to no place of the page",
        "a.md:3:77: error: the link 'b.md#two' leads to no place of the page",
        "a.md:7:41: error: the link 'data/xy.csv' leads to no file; did you mean 'x y.csv'?",
        "a.md:7:55: error: 'b.mdd' cannot be shown: there is no such file; did you mean 'b.md'?",
        "a.md:8:83: error: the link 'data/xy.csv' leads to no file; did you mean 'x y.csv'?",
      ])
  }

  @Test("that lead nowhere are warnings of render")
  func render() throws {
    let folder = try folder()
    try folder.write(Self.notebook.replacing("![a picture](b.mdd)", with: "no picture"), to: "a.md")
    let run = try Command(["render", "a.md"], in: folder.url)
    #expect(run.status == 0)
    #expect(run.errors.contains("a.md:3:24: warning: the link '#nowhere' leads to no place"))
    #expect(
      !run.errors.contains("link 'b.md#two'"), "b.md is not rendered, so its places are not known")
    #expect(folder.read("a.html") != nil)
  }

  @Test("in an included file are told at their place there, and lead from the notebook")
  func included() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "parts"), withIntermediateDirectories: true)
    try folder.write("Words with [a link](none.md)\n\nand [another](../a.md).\n", to: "parts/p.md")
    try folder.write("# A\n\n```{include} parts/p.md\n```\n", to: "a.md")
    let run = try Command(["render", "a.md"], in: folder.url)
    #expect(
      run.errors.contains("parts/p.md:1:21: warning: the link 'none.md' leads to no file"),
      "\(run.errors)")
    #expect(run.errors.contains("parts/p.md:3:15: warning: the link '../a.md' leads to no file"))
  }
}
