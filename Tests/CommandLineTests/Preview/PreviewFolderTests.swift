import Foundation
import Testing

@Suite("nnbook preview of a folder")
struct PreviewFolderTests {
  @Test("lists the notebooks, with those that come and without those that go")
  func folder() throws {
    let folder = try TemporaryFolder()
    try folder.write(RenderTests.notebook, to: "a.md")
    try folder.write(RenderTests.notebook.replacing("== 13", with: "== 12"), to: "b & c.md")
    let preview = try PreviewProcess(".", in: folder)
    let events = try preview.eventsAfterFirstRun(of: "/b & c.html")
    let index = try preview.answer("GET", "/")
    #expect(index.contains("<a href=\"/a.html\">Small</a>"))
    #expect(index.contains("<span class=\"badge pass\">done</span>"))
    #expect(index.contains("<a href=\"/b%20&amp;%20c.html\">"))
    #expect(index.contains("<span class=\"badge miss\">1 claim fails</span>"))
    #expect(try preview.answer("GET", "/b%20&%20c.html").contains("fails"))

    try folder.write("# Later\n\nWords.\n", to: "d.md")
    try events.wait(for: PreviewProcess.good("/d.html"))
    #expect(try preview.answer("GET", "/").contains("<a href=\"/d.html\">Later</a>"))
    try FileManager.default.removeItem(at: folder.url.appending(path: "a.md"))
    while try preview.answer("GET", "/").contains("/a.html") {
      try events.wait(for: "\"path\":\"/\"")
    }
    #expect(try preview.answer("GET", "/a.html").hasPrefix("HTTP/1.1 404"))
  }

  @Test("runs a notebook again when a definition in another one changes")
  func definitions() throws {
    let folder = try TemporaryFolder()
    func model(_ size: Int) -> String {
      """
      # Model

      ```{model}
      #| label: net
      layers: [2, \(size), 1]
      ```
      """
    }
    try folder.write(model(3), to: "model.md")
    try folder.write(
      """
      # Use

      `{fig.parameters}` parameters.

      ```{train}
      #| label: fig
      model: net
      epochs: 1
      ```
      """, to: "use.md")
    let preview = try PreviewProcess(".", in: folder)
    let events = try preview.eventsAfterFirstRun(of: "/use.html")
    #expect(try preview.answer("GET", "/use.html").contains(">13</a>"))
    try folder.write(model(4), to: "model.md")
    try events.wait(for: PreviewProcess.good("/use.html"))
    #expect(try preview.answer("GET", "/use.html").contains(">17</a>"))
  }
}
