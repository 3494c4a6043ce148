import Foundation
import Testing

/// Files that the words of a notebook name: bibliographies and pictures.
@Suite("Files of the prose")
struct ProseFilesTests {
  private static let notebook = """
    ---
    bibliography: refs.bib
    ---

    By [@one].

    ![A dot](figs/dot.svg){#fig-dot}
    """

  private func folder(_ files: [String: String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "figs"), withIntermediateDirectories: true)
    for (name, text) in files { try folder.write(text, to: name) }
    return folder
  }

  @Test("go into the report, and a change of them makes it out of date")
  func outOfDate() throws {
    let works = "@misc{one, author = {Ada Lovelace}, title = {Notes}, year = 1843}"
    let folder = try folder([
      "a.md": Self.notebook, "refs.bib": works, "figs/dot.svg": "<svg viewBox='0 0 1 1'/>",
    ])
    let run = try Command(["render", "a.md"], in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    let page = try #require(folder.read("a.html"))
    #expect(page.contains("Lovelace 1843") && page.contains("data:image/svg+xml;base64,"))
    #expect(try Command(["check", "a.md"], in: folder.url).status == 0)
    try folder.write("<svg viewBox='0 0 2 2'/>", to: "figs/dot.svg")
    #expect(try Command(["check", "a.md"], in: folder.url).status == 3)
    try folder.write("<svg viewBox='0 0 1 1'/>", to: "figs/dot.svg")
    try folder.write(works.replacing("1843", with: "1844"), to: "refs.bib")
    #expect(try Command(["check", "a.md"], in: folder.url).status == 3)
  }

  @Test("are errors at their places, all at once, and the old report stays")
  func errors() throws {
    let folder = try folder([
      "a.md": Self.notebook + "\n\nText[^x], $\\frc$.\n", "refs.bib": "@misc{two, title = {x}\n",
      "figs/dto.svg": "<svg/>", "a.html": "old",
    ])
    let run = try Command(["render", "a.md"], in: folder.url)
    #expect(run.status == 1)
    #expect(folder.read("a.html") == "old")
    for place in [
      "a.md:5:5: error: the bibliography has no '@one'; it has 0 entries",
      "a.md:7:1: error: 'figs/dot.svg' cannot be shown: there is no such file; "
        + "did you mean 'figs/dto.svg'?",
      "a.md:9:5: error: there is no footnote '[^x]'",
      "refs.bib:1:1: error: the entry '@misc{two' that begins here has no end",
    ] { #expect(run.errors.contains(place), "\(place) in \(run.errors)") }
  }

  @Test("Without KaTeX and highlight.js a report is whole, and one warning tells of each")
  func withoutPrograms() throws {
    let folder = try folder(["a.md": "$a_1$ and $b$\n\n```python\nx = 1\n```\n"])
    let run = try Command(
      ["render", "a.md", "--no-cache"], in: folder.url,
      environment: ["NNBOOK_KATEX": "/nowhere", "NNBOOK_HIGHLIGHT": "/nowhere"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(folder.read("a.html")?.contains("<code class=\"tex\">a_1</code>") == true)
    #expect(run.errors.contains("a.md:1:1: warning: formulas are shown as TeX"))
    #expect(run.errors.contains("a.md:3:1: warning: listings have no colours"))
    #expect(run.errors.matches(of: /warning:/).count == 2, "\(run.errors)")
  }
}
