import Foundation
import Testing

@testable import Reports

struct TypesettingProgramsTests {
  private func programs(_ source: String) -> [String] {
    var report = SampleReport.make(source)
    report.typesetter = .system
    return report.typesettingPrograms.map { String($0.prefix { $0 != " " }) }
  }

  @Test(
    "The foot names what set something in the page, and nothing else",
    .enabled(if: TypesetterTests.isInstalled && Typesetter.system.files.highlight != nil),
    arguments: [
      ("words", []), ("$x$", ["KaTeX"]), ("``` swift\nlet a = 1\n```", ["highlight.js"]),
      ("```\nplain\n```", []), ("$\\frc$", []),
      ("```{curve}\n```\n\n$x$", ["KaTeX", "highlight.js"]),
    ])
  func names(source: String, expected: [String]) {
    #expect(programs(source) == expected)
  }

  @Test("Versions are read from the programs; without one the name stands alone")
  func versions() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "nnbook-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let library = folder.appending(path: "lib")
    try FileManager.default.createDirectory(at: library, withIntermediateDirectories: true)
    let write = { (text: String, file: URL) in
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    try write("var a = { version: \"1.2.3-rc.1\" };", library.appending(path: "katex.js"))
    try write("{ \"version\": \"9.18.5\" }", folder.appending(path: "package.json"))
    let files = TypesettingFiles(katexFolders: [library.path], highlightFolders: [library.path])
    #expect(files.katexVersion == "1.2.3-rc.1")
    #expect(files.highlightVersion == "9.18.5")
    try write("var a = 1;", library.appending(path: "katex.js"))
    #expect(files.katexVersion == nil)
  }

  @Test("The foot says it in a sentence")
  func sentence() {
    guard TypesetterTests.isInstalled, let version = Typesetter.system.files.katexVersion else {
      return
    }
    var report = SampleReport.make("$x$")
    report.typesetter = .system
    let foot = ProvenanceRenderer(context: PageContext(report)).html.text
    #expect(foot.contains("Float32. Set with KaTeX \(version). The same inputs"))
  }
}
