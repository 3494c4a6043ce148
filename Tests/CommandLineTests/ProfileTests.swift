import Foundation
import Testing

@Suite("nnbook render --profile")
struct ProfileCommandTests {
  static let notebook = """
    ```{train}
    #| label: fig-net
    layers: [2, 4, 1]
    epochs: 40
    expect:
      - epochs == 40
    ```
    """

  @Test("stamps a quick report, and a failing claim only warns")
  func quick() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.notebook, to: "a.md")
    let run = try Command(["render", "a.md", "--profile", "quick"], in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("a.html: quick, 1 experiment, 0 of 1 claims hold, "))
    #expect(
      run.errors.contains(
        "a.md:6:5: warning: claim fails: epochs == 40, measured 4; off by 36; claims"))
    let quick = try #require(folder.read("a.html"))
    #expect(quick.contains("<span class=\"pill\">quick</span>"))
    #expect(quick.contains("nnbook render a.md --profile quick"))

    let full = try Command(["render", "a.md"], in: folder.url)
    #expect(full.status == 0, "\(full.errors)")
    #expect(full.output.hasPrefix("a.html: 1 experiment, 1 of 1 claims hold, "))
    #expect(folder.read("a.html")?.contains("<span class=\"pill\">") == false)
  }

  @Test("overrides the front matter")
  func frontMatter() throws {
    let folder = try TemporaryFolder()
    try folder.write("---\nexecute: {profile: quick}\n---\n\n" + Self.notebook, to: "a.md")
    let quick = try Command(["render", "a.md"], in: folder.url)
    #expect(quick.output.contains("quick, "))
    #expect(folder.read("a.html")?.contains("<code>nnbook render a.md</code>") == true)
    let full = try Command(["render", "a.md", "--profile", "full"], in: folder.url)
    #expect(full.output.contains("1 of 1 claims hold"))
  }

  @Test("refuses unknown profiles")
  func unknown() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.notebook, to: "a.md")
    let run = try Command(["render", "a.md", "--profile", "quik"], in: folder.url)
    #expect(run.status == 64)
    #expect(run.errors.contains("'quik'"))
    #expect(run.errors.contains("quick"))
  }
}
