import Foundation
import Testing

@Suite("nnbook render")
struct RenderTests {
  static let notebook = """
    ---
    title: Small
    ---

    The answer has `{fig-a.parameters}` parameters.

    ```{forward}
    #| label: fig-a
    layers: [2, 3, 1]
    input: [1, 2]
    expect:
      - parameters == 13
    ```
    """

  func folder(_ notebook: String = Self.notebook) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(notebook, to: "a.md")
    return folder
  }

  @Test("writes a report beside the notebook and says so")
  func writes() throws {
    let folder = try folder()
    let run = try Command(["render", "a.md"], in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("a.html: 1 experiment, 1 of 1 claims hold, "))
    #expect(folder.read("a.html")?.contains("<svg") == true)
  }

  @Test("puts the smaller live engine into pages that train nothing")
  func engines() throws {
    let live = Self.notebook.replacing("layers:", with: "#| live: true\nlayers:")
    let training = "\n```{train}\n#| live: true\nepochs: 2\n```\n"
    var sizes: [Int] = []
    for notebook in [Self.notebook, live, live + training] {
      let folder = try folder(notebook)
      let run = try Command(["render", "a.md"], in: folder.url)
      #expect(run.status == 0, "\(run.errors)")
      sizes.append(try #require(folder.read("a.html")).utf8.count)
    }
    #expect(sizes[1] > sizes[0] + 200_000)
    #expect(sizes[2] > sizes[1] + 200_000)
  }

  @Test("writes the same bytes for any number of jobs")
  func sameBytes() throws {
    let folder = try folder()
    for jobs in ["1", "2", "7"] {
      _ = try Command(["render", "a.md", "--jobs", jobs, "-o", "\(jobs).html"], in: folder.url)
    }
    #expect(folder.read("1.html") != nil)
    #expect(folder.read("1.html") == folder.read("2.html"))
    #expect(folder.read("1.html") == folder.read("7.html"))
  }

  @Test("renders a folder into another one")
  func folders() throws {
    let folder = try folder()
    try folder.write("# Only text\n\nWords.\n", to: "b.md")
    let run = try Command(["render", ".", "--output-dir", "out/deep", "--quiet"], in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.isEmpty)
    #expect(folder.read("out/deep/a.html") != nil)
    #expect(folder.read("out/deep/b.html") != nil)
  }

  @Test("fails with 1 when a claim fails, and the report shows it")
  func claimFails() throws {
    let folder = try folder(Self.notebook.replacing("== 13", with: "== 12"))
    let run = try Command(["render", "a.md"], in: folder.url)
    #expect(run.status == 1)
    #expect(
      run.errors.contains(
        "a.md:12:5: error: claim fails: parameters == 12, measured 13; off by 1\n"))
    #expect(folder.read("a.html")?.contains("fails") == true)
  }

  @Test("says of a failed claim that joins and calculates what was measured and which part failed")
  func compoundClaimFails() throws {
    let folder = try folder(
      Self.notebook.replacing("== 13", with: "== 13 and fig-a.macs / 3 in (0, 2]"))
    let run = try Command(["render", "a.md"], in: folder.url)
    #expect(run.status == 1)
    #expect(
      run.errors.contains(
        "measured parameters 13, fig-a.macs 9; 3 is over the bound 2 by 1\n"), "\(run.errors)")
  }

  @Test("leaves the old report whole when there are errors, unless told to go on")
  func errorsKeepTheOld() throws {
    let folder = try folder(Self.notebook.replacing("forward", with: "forwart"))
    try folder.write("old", to: "a.html")
    let run = try Command(["render", "a.md"], in: folder.url)
    #expect(run.status == 1)
    #expect(
      run.errors.contains("a.md:7:5: error: no experiment 'forwart'; did you mean 'forward'?"))
    #expect(folder.read("a.html") == "old")
    let forced = try Command(["render", "a.md", "--keep-going"], in: folder.url)
    #expect(forced.status == 1)
    #expect(folder.read("a.html")?.contains("forwart") == true)
  }

  @Test("says what is wrong with a block once, not again at each of its values")
  func noCascade() throws {
    let folder = try folder(
      Self.notebook.replacing("layers: [2, 3, 1]", with: "data: x\nlayers: 3"))
    let run = try Command(["render", "a.md"], in: folder.url)
    #expect(!run.errors.contains("did not run"))
    #expect(run.errors.contains("a.md:10:9: error: option 'layers' is 3"))
  }

  @Test("says why a report cannot be written")
  func unwritable() throws {
    let folder = try folder()
    try folder.write("a file, not a folder", to: "out")
    let run = try Command(["render", "a.md", "--output-dir", "out"], in: folder.url)
    #expect(run.status == 1)
    #expect(run.errors.contains("out/a.html: error: cannot be written: "))
  }

  @Test("says that a notebook is missing")
  func missing() throws {
    let folder = try TemporaryFolder()
    let run = try Command(["render", "no.md"], in: folder.url)
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("no.md: error: "))
  }

  @Test(
    "refuses wrong usage with 64",
    arguments: [
      ["render"], ["render", "a.md", "--jobs", "0"], ["render", "a.md", "--job", "2"],
      ["render", "a.md", "-o", "x.html", "--output-dir", "y"], ["render", "a.md", "-P", "x"],
      ["rendr", "a.md"], ["describe", "lr-swep"], ["list", "optimisers"],
    ])
  func usage(arguments: [String]) throws {
    let folder = try folder()
    #expect(try Command(arguments, in: folder.url).status == 64)
  }

  @Test("leaves the old report whole when it is interrupted")
  func interrupted() throws {
    let folder = try folder(
      """
      ```{train}
      epochs: 100000
      ```
      """)
    try folder.write("old", to: "a.html")
    let running = try Command.start(["render", "a.md"], in: folder.url)
    Thread.sleep(forTimeInterval: 0.4)
    #expect(running.process.isRunning)
    running.process.interrupt()
    running.process.waitUntilExit()
    #expect(running.process.terminationStatus != 0)
    #expect(folder.read("a.html") == "old")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    #expect(files == ["a.html", "a.md"])
  }
}

@Suite("nnbook list and describe")
struct CatalogueCommandTests {
  @Test("print every catalogue from the declarations")
  func list() throws {
    let run = try Command(["list"], in: FileManager.default.temporaryDirectory)
    #expect(run.status == 0)
    for name in ["experiments", "lr-sweep", "optimizers", "adamw", "fashion-mnist", "softplus"] {
      #expect(run.output.contains(name))
    }
  }

  @Test("describe options with type, default and meaning, and metrics")
  func describe() throws {
    let run = try Command(["describe", "lr-sweep"], in: FileManager.default.temporaryDirectory)
    #expect(run.status == 0)
    #expect(run.output.contains("  seeds: runs at each rate, from different seeds"))
    #expect(run.output.contains("      a whole number from 1 to 50"))
    #expect(run.output.contains("      default: 5"))
    #expect(run.output.contains("  best-rate"))
  }
}
