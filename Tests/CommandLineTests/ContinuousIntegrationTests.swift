import Foundation
import Testing
import Yams

/// docs/ci.md is copied as it stands, so its commands are run as they stand.
@Suite("The page about continuous integration")
struct ContinuousIntegrationTests {
  static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The fences of the page with a language, in order.
  static func fences(_ language: String) throws -> [String] {
    let page = try String(
      contentsOf: repository.appending(path: "docs/ci.md"), encoding: .utf8)
    return page.components(separatedBy: "```\(language)\n").dropFirst()
      .compactMap { $0.components(separatedBy: "\n```").first }
  }

  /// A project with a notebook and its report.
  static func project() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(RenderTests.notebook, to: "a.md")
    _ = try Command(["render", "a.md"], in: folder.url)
    return folder
  }

  /// Runs a script with the built nnbook on its path.
  static func shell(_ script: String, in folder: TemporaryFolder) throws -> (Int32, String) {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = folder.url
    var environment = ProcessInfo.processInfo.environment
    let programs = Command.program.deletingLastPathComponent().path
    environment["PATH"] = programs + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
    environment["HOME"] = folder.url.path
    environment["NNBOOK_CACHE"] = nil
    environment["GITHUB_ACTIONS"] = nil
    process.environment = environment
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }

  /// The `run:` scripts of the workflow by the names of their steps.
  static func steps() throws -> [(name: String, script: String)] {
    let workflow = try #require(fences("yaml").first)
    let root = try #require(Yams.load(yaml: workflow) as? [String: Any])
    let jobs = try #require(root["jobs"] as? [String: Any])
    return jobs.keys.sorted().flatMap { job -> [(String, String)] in
      let steps = (jobs[job] as? [String: Any])?["steps"] as? [[String: Any]] ?? []
      return steps.compactMap { step in
        (step["run"] as? String).map { (step["name"] as? String ?? "", $0) }
      }
    }
  }

  @Test("has a workflow whose commands run, and fail when a report is out of date")
  func workflow() throws {
    let steps = try Self.steps()
    try #require(steps.map { $0.name }.first == "Build nnbook")
    let folder = try Self.project()
    for (name, script) in steps.dropFirst() {
      let (status, output) = try Self.shell(script, in: folder)
      #expect(status == 0, "\(name): \(output)")
    }
    try folder.write(RenderTests.notebook + "\n\nMore.\n", to: "a.md")
    let results = try steps.dropFirst().map { try Self.shell($0.script, in: folder).0 }
    #expect(results == [3])
  }

  @Test("builds nnbook by a target that there is")
  func build() throws {
    let build = try #require(Self.steps().first).script
    let dry = build.replacing(
      "make -C .nnbook-source", with: "make -n -C '\(Self.repository.path)'")
    #expect(dry != build)
    let (status, output) = try Self.shell(dry, in: try TemporaryFolder())
    #expect(status == 0, "\(output)")
    #expect(output.contains("bin"))
  }

  @Test("has scripts that run, each in a fresh project")
  func scripts() throws {
    let scripts = try Self.fences("sh")
    #expect(scripts.count == 3)
    for script in scripts {
      let folder = try Self.project()
      let (status, output) = try Self.shell(script, in: folder)
      #expect(status == 0, "\(script)\n\(output)")
    }
  }

  @Test("has a script that fails when a claim does")
  func failingClaim() throws {
    let folder = try Self.project()
    try folder.write(RenderTests.notebook.replacing("== 13", with: "== 12"), to: "a.md")
    #expect(try Self.shell(try #require(Self.fences("sh").first), in: folder).0 == 1)
  }

  @Test("lists the fields of every JSON object that it writes")
  func fields() throws {
    let folder = try TemporaryFolder()
    try folder.write(MatrixTests.notebook, to: "notes.md")
    let told = try ["render", "check"].map { command in
      try Command(
        [command, "notes.md", "--log-format", "json", "--timings"], in: folder.url
      ).errors
    }
    let page = try String(
      contentsOf: Self.repository.appending(path: "docs/ci.md"), encoding: .utf8)
    var events: Set<String> = []
    for line in told.joined().split(separator: "\n") {
      let object = try SchemaValue.decoded(String(line))
      let event = try #require(object["event"]?.text)
      events.insert(event)
      let row = try #require(
        page.split(separator: "\n").first { $0.hasPrefix("| `\(event)` |") }, "\(event)")
      for key in object.keys where key != "event" {
        #expect(row.contains("`\(key)`"), "\(event) has \(key)")
      }
    }
    #expect(
      events == ["block", "diagnostic", "report", "comparison", "check", "timing", "summary"])
  }
}
