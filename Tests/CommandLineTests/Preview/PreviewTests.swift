import Foundation
import Testing

@Suite("nnbook preview")
struct PreviewTests {
  static let notebook = RenderTests.notebook

  private func preview(_ notebook: String = Self.notebook) throws -> (
    TemporaryFolder, PreviewProcess
  ) {
    let folder = try TemporaryFolder()
    try folder.write(notebook, to: "a.md")
    return (folder, try PreviewProcess("a.md", in: folder))
  }

  private static func training(epochs: Int, words: String = "Words.") -> String {
    """
    # Long

    \(words)

    ```{train}
    epochs: \(epochs)
    ```
    """
  }

  @Test("serves the report with one script more, and writes none")
  func serves() throws {
    let (folder, preview) = try preview()
    _ = try preview.eventsAfterFirstRun()
    let page = try preview.answer("GET", "/")
    #expect(page.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(page.contains("<svg"))
    #expect(page.contains("connect-src &#39;self&#39;"))
    #expect(page.ranges(of: "<script").count == 2)
    #expect(try preview.answer("GET", "/a.html") == page)
    let head = try preview.answer("HEAD", "/")
    #expect(page.hasPrefix(head))
    #expect(!head.contains("<html"))
    #expect(folder.read("a.html") == nil)
  }

  @Test("shows a change after it was saved")
  func saves() throws {
    let (folder, preview) = try preview()
    let events = try preview.eventsAfterFirstRun()
    try folder.write(Self.notebook.replacing("The answer", with: "The new answer"), to: "a.md")
    try events.wait(for: PreviewProcess.good())
    #expect(try preview.answer("GET", "/").contains("The new answer"))
  }

  @Test("shows a change that was saved by renaming, without an error between")
  func renames() throws {
    let (folder, preview) = try preview()
    let events = try preview.eventsAfterFirstRun()
    let notebook = folder.url.appending(path: "a.md")
    try FileManager.default.moveItem(at: notebook, to: folder.url.appending(path: "a.md~"))
    Thread.sleep(forTimeInterval: 0.2)
    try folder.write(Self.notebook.replacing("The answer", with: "Renamed"), to: "a.md")
    let heard = try events.wait(for: PreviewProcess.good())
    #expect(!heard.contains("class="))
    #expect(try preview.answer("GET", "/").contains("Renamed"))
  }

  @Test("tells errors with their place and keeps the last good report until they are mended")
  func errors() throws {
    let (folder, preview) = try preview()
    let events = try preview.eventsAfterFirstRun()
    let good = try preview.answer("GET", "/")
    try folder.write(Self.notebook.replacing("forward", with: "forwart"), to: "a.md")
    let heard = try events.wait(for: "\"isGood\":true,\"path\":\"/a.html\"")
    for words in ["No experiment “forwart”", "a.md:7:5", "```{forwart}", "^^^^^^^", "forward"] {
      #expect(heard.contains(words))
    }
    #expect(try preview.answer("GET", "/") == good)
    try folder.write(Self.notebook, to: "a.md")
    try events.wait(for: PreviewProcess.good())
    #expect(try preview.answer("GET", "/").contains("<svg"))
  }

  @Test("shows a report with its errors when there never was a good one")
  func neverGood() throws {
    let (_, preview) = try preview(Self.notebook.replacing("forward", with: "forwart"))
    try preview.events().wait(for: "No experiment")
    #expect(try preview.answer("GET", "/").contains("class=\"err\""))
  }

  @Test("ends a run whose block has changed meanwhile")
  func cancels() throws {
    let (folder, preview) = try preview(Self.training(epochs: 100_000))
    let events = try preview.events()
    try events.wait(for: "event: progress")
    let started = ContinuousClock.now
    try folder.write(Self.training(epochs: 2), to: "a.md")
    try events.wait(for: PreviewProcess.good())
    #expect(ContinuousClock.now - started < .seconds(2))
  }

  @Test("lets a block train to its end when only words change")
  func wordsDoNotCancel() throws {
    let (folder, preview) = try preview(Self.training(epochs: 6_000))
    let events = try preview.events()
    try events.wait(for: "event: progress")
    try folder.write(Self.training(epochs: 6_000, words: "Other words."), to: "a.md")
    try events.wait(for: "event: idle")
    // A run that was cut short would be followed by another one before the page.
    let heard = try events.wait(for: PreviewProcess.good())
    #expect(!heard.contains("event: progress"))
    if try !preview.answer("GET", "/").contains("Other words.") {
      try events.wait(for: PreviewProcess.good())
    }
    #expect(try preview.answer("GET", "/").contains("Other words."))
  }

  @Test("does nothing when a file is touched or saved as it was")
  func touches() throws {
    let (folder, preview) = try preview()
    let events = try preview.eventsAfterFirstRun()
    try folder.write(Self.notebook, to: "a.md")
    Thread.sleep(forTimeInterval: 0.3)
    try folder.write(Self.notebook + "\nMore.\n", to: "a.md")
    let heard = try events.wait(for: PreviewProcess.good())
    #expect(heard.ranges(of: "event: page").count == 1)
  }

  @Test("runs again when a file of data changes")
  func data() throws {
    let folder = try TemporaryFolder()
    let table = (0..<20).map { "\($0),\($0 % 3),\($0 * 2)" }.joined(separator: "\n")
    try folder.write("a,b,y\n\(table)\n", to: "t.csv")
    let notebook = """
      ```{train}
      data: {csv: {path: t.csv, target: y}}
      epochs: 2
      ```
      """
    try folder.write(notebook, to: "a.md")
    let preview = try PreviewProcess("a.md", in: folder)
    let events = try preview.eventsAfterFirstRun()
    let old = try preview.answer("GET", "/")
    try folder.write("a,b,y\n\(table)\n30,1,2\n", to: "t.csv")
    try events.wait(for: PreviewProcess.good())
    #expect(try preview.answer("GET", "/") != old)
  }
}
