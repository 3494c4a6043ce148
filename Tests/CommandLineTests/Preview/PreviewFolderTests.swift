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

  @Test("shows the chapters of a project, and a change of a file that one includes")
  func project() throws {
    let folder = try TemporaryFolder()
    let parts = folder.url.appending(path: "parts")
    try FileManager.default.createDirectory(at: parts, withIntermediateDirectories: true)
    try folder.write("title: My book\nchapters: [parts/one.md]\n", to: "nnbook.yml")
    try folder.write("# One\n\n```{include} ../words.txt\n```\n", to: "parts/one.md")
    try folder.write("Early words.\n", to: "words.txt")
    let preview = try PreviewProcess(".", in: folder)
    let events = try preview.eventsAfterFirstRun(of: "/parts/one.html")
    #expect(try preview.answer("GET", "/").contains("<h1>My book</h1>"))
    #expect(try preview.answer("GET", "/parts/one.html").contains("Early words."))
    try folder.write("Late words.\n", to: "words.txt")
    try events.wait(for: PreviewProcess.good("/parts/one.html"))
    #expect(try preview.answer("GET", "/parts/one.html").contains("Late words."))
    try FileManager.default.removeItem(at: folder.url.appending(path: "words.txt"))
    try events.wait(for: "words.txt")
    try folder.write("Last words.\n", to: "words.txt")
    try events.wait(for: PreviewProcess.good("/parts/one.html"))

    try folder.write("# Two\n\nWords.\n", to: "parts/two.md")
    try folder.write("chapters: [parts/one.md, parts/two.md]\n", to: "nnbook.yml")
    try events.wait(for: PreviewProcess.good("/parts/two.html"))
    #expect(try preview.answer("GET", "/").contains(">Two</a>"))
  }

  @Test("shows a project as the site that it becomes")
  func site() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "title: My book\nchapters: [{part: First, chapters: [one.md]}, two.md, draft.md]\n",
      to: "nnbook.yml")
    try folder.write("# One\n\n## Begin\n\n[Data](data.csv), [page](page.html).\n", to: "one.md")
    try folder.write("# Two\n\nWords about sigmoids.\n", to: "two.md")
    try folder.write("---\ndraft: true\n---\n\n# Draft\n", to: "draft.md")
    try folder.write("a,b\n1,2\n", to: "data.csv")
    try folder.write("<script>1</script>", to: "page.html")
    let preview = try PreviewProcess(".", in: folder)
    let events = try preview.events()
    for name in ["one", "two", "draft"] {
      try events.wait(for: PreviewProcess.good("/\(name).html"))
    }
    let page = try preview.answer("GET", "/one.html")
    #expect(page.contains("<a class=\"home\" href=\"index.html\"><b>My book</b></a>"))
    #expect(page.contains("class=\"toc site\""))
    #expect(page.contains("<span class=\"n\">1.1</span> Begin"))
    #expect(page.contains("href=\"two.html\""))
    #expect(try preview.answer("GET", "/draft.html").contains("class=\"toc site\"") == false)
    #expect(try preview.answer("GET", "/assets/nnbook.css").contains("--paper"))
    let script = try preview.answer("GET", "/assets/nnbook.js")
    #expect(script.contains("Content-Type: text/javascript"))
    #expect(try preview.answer("GET", "/assets/search.js").contains("Words about sigmoids."))
    #expect(try preview.answer("GET", "/index.html").contains("<h1>My book</h1>"))

    let data = try preview.answer("GET", "/data.csv")
    #expect(data.contains("Content-Type: text/csv") && data.hasSuffix("a,b\n1,2\n"))
    #expect(try preview.answer("GET", "/page.html").contains("Content-Security-Policy: sandbox"))
    for name in ["nnbook.yml", "one.md", "../data.csv", "%2e%2e/data.csv"] {
      #expect(try preview.answer("GET", "/\(name)").hasPrefix("HTTP/1.1 404"), "\(name)")
    }

    try folder.write("# Second\n\nWords.\n", to: "two.md")
    while try !preview.answer("GET", "/one.html").contains(">Second<") {
      try events.wait(for: PreviewProcess.good("/one.html"))
    }
  }

  @Test("links the chapters of a project to each other")
  func references() throws {
    let folder = try TemporaryFolder()
    try folder.write("chapters: [one.md, two.md]\n", to: "nnbook.yml")
    try folder.write("# One\n\nSee @sec-end and [two](two.md).\n", to: "one.md")
    try folder.write("# Two\n\n## End {#sec-end}\n", to: "two.md")
    let preview = try PreviewProcess(".", in: folder)
    _ = try preview.eventsAfterFirstRun(of: "/one.html")
    let page = try preview.answer("GET", "/one.html")
    #expect(page.contains("<a href=\"two.html#sec-end\">"))
    #expect(page.contains("<a href=\"two.html\">two</a>"))
  }
}
