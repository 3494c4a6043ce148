import Foundation
import TestSupport
import Testing

/// What goes wrong outside: processes killed, disks full, several renders at once, strange paths.
@Suite("Faults from outside", .serialized)
struct FaultTests {
  /// Twenty blocks that each take some milliseconds.
  static func notebook(epochs: Int = 60) -> String {
    let blocks = (0..<20).map { number in
      """
      ```{train}
      #| label: fig-\(number)
      layers: [2, \(number + 4), 1]
      epochs: \(epochs)
      ```
      """
    }
    return "# Twenty\n\n" + blocks.joined(separator: "\n\n") + "\n"
  }

  @Test("a render killed at any moment leaves the old report or the new one, and loses no result")
  func killed() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.notebook(), to: "n.md")
    #expect(
      try Command(["render", "n.md", "--no-cache", "-o", "new.html"], in: folder.url).status == 0)
    let new = try #require(folder.read("new.html"))
    var random = SplitMix(seed: 11)
    for round in 0..<50 {
      try folder.write("old \(round)", to: "n.html")
      // Within each ten kills, results of the killed runs before are there.
      if round % 10 == 0 { _ = try Command(["clean", "."], in: folder.url) }
      let running = try Command.start(["render", "n.md"], in: folder.url)
      Thread.sleep(forTimeInterval: Double(random.next(below: 400)) / 1000)
      kill(running.process.processIdentifier, SIGKILL)
      running.process.waitUntilExit()
      let report = folder.read("n.html")
      #expect(report == "old \(round)" || report == new, "round \(round)")
    }
    let stored = Self.results(in: folder)
    let last = try Command(["render", "n.md"], in: folder.url)
    #expect(last.status == 0, "\(last.errors)")
    #expect(folder.read("n.html") == new)
    #expect(last.output.contains(stored == 0 ? "20 experiments, " : "(\(stored) stored)"))
  }

  private static func results(in folder: TemporaryFolder) -> Int {
    let drawings = folder.url.appending(path: ".nnbook/drawings").path
    let files = (try? FileManager.default.contentsOfDirectory(atPath: drawings)) ?? []
    // What was being written when the process died has another name.
    return files.filter { $0.count == 64 }.count
  }

  @Test("what a killed render left beside its report is removed by the next, that of others is not")
  func leftovers() throws {
    let folder = try TemporaryFolder()
    try folder.write("# N\n", to: "n.md")
    let ended = try Command.start(["list"], in: folder.url)
    ended.process.waitUntilExit()
    let own = getpid()
    let kept = [".n.html.nnbook-\(own)", ".n.html.nnbook-x", ".m.html.nnbook-1"]
    let gone = ".n.html.nnbook-\(ended.process.processIdentifier)"
    for name in kept + [gone] { try folder.write("half", to: name) }
    #expect(try Command(["render", "n.md"], in: folder.url).status == 0)
    for name in kept { #expect(folder.read(name) == "half", "\(name)") }
    #expect(folder.read(gone) == nil)
  }

  @Test("two renders at once both succeed, with the same bytes")
  func twoAtOnce() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.notebook(), to: "n.md")
    let runs = try (0..<4).map { number in
      try Command.start(["render", "n.md", "-o", "\(number).html"], in: folder.url)
    }
    for run in runs {
      run.process.waitUntilExit()
      #expect(run.process.terminationStatus == 0)
    }
    let reports = (0..<4).map { folder.read("\($0).html") }
    #expect(reports[0] != nil)
    #expect(reports.allSatisfy { $0 == reports[0] })
  }

  @Test(
    "paths may hold spaces, quotes, umlauts and signs",
    arguments: [
      "a b.md", "it's \"quoted\".md", "Übung – ½.md", "-dash.md", "日本語.md", "a%20b#c?.md",
    ])
  func paths(name: String) throws {
    let folder = try TemporaryFolder()
    let sub = folder.url.appending(path: "ein Ordner")
    try FileManager.default.createDirectory(at: sub, withIntermediateDirectories: true)
    try folder.write(RenderTests.notebook, to: "ein Ordner/\(name)")
    let run = try Command(["render", "ein Ordner/\(name)"], in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    #expect(folder.read("ein Ordner/\(name.dropLast(3)).html")?.contains("<svg") == true)
  }

  @Test("a loop of symbolic links is a clear error")
  func symlinkLoop() throws {
    let folder = try TemporaryFolder()
    for (link, target) in [("a.md", "b.md"), ("b.md", "a.md")] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.url.appending(path: link).path, withDestinationPath: target)
    }
    let run = try Command(["render", "a.md"], in: folder.url)
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("a.md: error: "))
  }

  @Test("ten thousand blocks run")
  func manyBlocks() throws {
    let folder = try TemporaryFolder()
    let block = "```{forward}\n#| include: false\nlayers: [2, 1]\ninput: [1, 2]\n```\n\n"
    try folder.write(String(repeating: block, count: 10_000), to: "n.md")
    let run = try Command(["render", "n.md", "--no-cache"], in: folder.url)
    #expect(run.status == 0, "\(run.errors.prefix(500))")
    #expect(run.output.contains("10000 experiments"))
  }
}

/// Whether this machine lets a test mount a file system of its own.
private let canMount: Bool = {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = ["unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt"]
  process.standardError = FileHandle.nullDevice
  do { try process.run() } catch { return false }
  process.waitUntilExit()
  return process.terminationStatus == 0
}()

@Suite("Disks that are full or cannot be written", .serialized, .enabled(if: canMount))
struct DiskTests {
  /// Runs shell commands where mounts are nobody else's; `$nnbook` is the program.
  func shell(_ script: String, in folder: URL) throws -> (status: Int32, output: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["unshare", "-rm", "sh", "-c", script]
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["nnbook": Command.program.path]
    ) { _, new in new }
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  @Test("a full disk is an error, and the old report stays")
  func fullDisk() throws {
    let folder = try TemporaryFolder()
    try folder.write(FaultTests.notebook(epochs: 2), to: "n.md")
    let run = try shell(
      """
      mkdir d && mount -t tmpfs -o size=64k none d && cp n.md d && cd d && echo old > n.html
      "$nnbook" render n.md; echo "status $?"; cat n.html; ls
      """, in: folder.url)
    #expect(run.output.contains("n.html: error: cannot be written: no space left on device"))
    #expect(run.output.contains("status 1\nold\n"), "\(run.output)")
  }

  @Test("a store of results that cannot be written only costs time")
  func readOnlyStore() throws {
    let folder = try TemporaryFolder()
    try folder.write(RenderTests.notebook, to: "n.md")
    let run = try shell(
      """
      mkdir .nnbook && mount -t tmpfs -o ro none .nnbook
      "$nnbook" render n.md && "$nnbook" render n.md && ls -A .nnbook
      """, in: folder.url)
    #expect(run.status == 0, "\(run.output)")
    #expect(!run.output.contains("stored"))
  }
}
