import Foundation
import Testing

@Suite("What nnbook tells of a run")
struct LogTests {
  static let notebook = """
    ---
    params: {unused: 1}
    ---

    ```{forward}
    #| label: fig-a
    #| code-fold: true
    #| echo: false
    layers: [2, 3, 1]
    input: [1, 2]
    expect: parameters == 12
    ```
    """

  func folder(_ notebook: String = Self.notebook, _ name: String = "a.md") throws
    -> TemporaryFolder
  {
    let folder = try TemporaryFolder()
    try folder.write(notebook, to: name)
    return folder
  }

  func events(_ run: Command) throws -> [[String: Any]] {
    try run.errors.split(separator: "\n").map { line in
      try #require(
        JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(line)")
    }
  }

  @Test("are JSON objects with all fields, and nothing else, with --log-format json")
  func json() throws {
    let folder = try folder()
    let run = try Command(["render", "a.md", "--log-format", "json"], in: folder.url)
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    let events = try events(run)
    let names = events.compactMap { $0["event"] as? String }
    #expect(
      names == ["block", "block", "diagnostic", "diagnostic", "report", "diagnostic", "summary"])
    #expect(events.prefix(2).map { $0["state"] as? String } == ["started", "finished"])
    let claim = try #require(events.last { $0["event"] as? String == "diagnostic" })
    #expect(claim["path"] as? String == "a.md")
    #expect(claim["line"] as? Int == 11)
    #expect(claim["column"] as? Int == 9)
    #expect(claim["severity"] as? String == "error")
    #expect(claim["block"] as? String == "fig-a")
    #expect(claim["message"] as? String == "claim fails: parameters == 12, measured 13")
    let report = try #require(events.first { $0["event"] as? String == "report" })
    #expect(report["claims"] as? Int == 1)
    #expect(report["claimsHeld"] as? Int == 0)
    #expect(report["path"] as? String == "a.html")
    #expect(events.last?["succeeded"] as? Int == 0)
  }

  @Test("are annotations for GitHub in its jobs only, with its escapes")
  func annotations() throws {
    let name = "a,b:c%.md"
    let folder = try folder(Self.notebook.replacing("== 12", with: "== 13"), name)
    let silent = try Command(["render", name], in: folder.url)
    #expect(!silent.output.contains("::warning"))
    let run = try Command(
      ["render", name, "--no-cache"], in: folder.url, environment: ["GITHUB_ACTIONS": "true"])
    #expect(
      run.output.contains(
        "::warning file=a%2Cb%3Ac%25.md,line=2,col=18::nothing uses the parameter 'unused'; write "
      ), "\(run.output)")
    #expect(!run.errors.contains("::warning"))
  }

  @Test("warn of unused parameters and of options without effect; --strict makes errors of it")
  func strict() throws {
    let folder = try folder(Self.notebook.replacing("== 12", with: "== 13"))
    try folder.write("old", to: "a.html")
    let strict = try Command(["render", "a.md", "--strict"], in: folder.url)
    #expect(strict.status == 1)
    #expect(strict.errors.contains("a.md:2:18: error: nothing uses the parameter 'unused'"))
    #expect(strict.errors.contains("a.md:7:4: error: '#| code-fold' has no effect"))
    #expect(folder.read("a.html") == "old")
    let kept = try Command(["render", "a.md", "--strict", "--keep-going"], in: folder.url)
    #expect(kept.status == 1)
    #expect(folder.read("a.html")?.contains("<svg") == true)
    let lenient = try Command(["render", "a.md"], in: folder.url)
    #expect(lenient.status == 0)
    #expect(lenient.errors.contains("a.md:2:18: warning: nothing uses the parameter 'unused'"))
  }

  @Test("make the failing claims of a quick run errors with --strict")
  func strictClaims() throws {
    let folder = try folder(
      """
      ```{train}
      layers: [2, 4, 1]
      epochs: 40
      expect: epochs == 40
      ```
      """)
    let quick = ["render", "a.md", "--profile", "quick"]
    #expect(try Command(quick, in: folder.url).status == 0)
    let strict = try Command(quick + ["--strict"], in: folder.url)
    #expect(strict.status == 1)
    #expect(strict.errors.contains("error: claim fails"))
  }

  @Test("tell with --timings where each result came from")
  func timings() throws {
    let folder = try folder(Self.notebook.replacing("== 12", with: "== 13"))
    let first = try Command(["render", "a.md", "--timings", "--jobs", "2"], in: folder.url)
    #expect(first.output.contains("  computed  fig-a  a.md:5\n"), "\(first.output)")
    #expect(first.output.contains(" with 2 jobs\n"))
    let second = try Command(["render", "a.md", "--timings", "--jobs", "1"], in: folder.url)
    #expect(second.output.contains("  stored  fig-a  a.md:5\n"), "\(second.output)")
    #expect(second.output.contains(" with 1 job\n"))
  }

  @Test("sum up folders in a table of at most 80 columns")
  func table() throws {
    let folder = try folder(Self.notebook.replacing("== 12", with: "== 13"))
    let long = String(repeating: "long-", count: 20) + "name.md"
    try folder.write(Self.notebook, to: long)
    let run = try Command(["render", "."], in: folder.url)
    let lines = run.output.split(separator: "\n")
    let start = try #require(lines.firstIndex { $0.hasPrefix("  notebook ") })
    let table = lines[start...]
    #expect(table.count == 4, "\(run.output)")
    #expect(table.allSatisfy { $0.count <= 80 })
    #expect(table.dropFirst().first?.contains("  a.md ") == true)
    #expect(table.contains { $0.contains("…") && $0.contains("name.md  failed") })
    #expect(table.last?.hasPrefix("1 of 2 notebooks done in ") == true)
  }

  @Test("say that a block that is needed does not run")
  func idle() throws {
    let folder = try folder(
      """
      ```{train}
      #| label: net
      #| eval: false
      epochs: 2
      ```

      ```{curves}
      run: net
      ```
      """)
    let run = try Command(["render", "a.md"], in: folder.url)
    #expect(run.status == 1)
    #expect(
      run.errors.contains(
        "a.md:8:6: error: the block 'net' does not run, and this one needs it; it has 'eval: false'"
      ))
  }
}
