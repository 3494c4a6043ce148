import Foundation
import TestSupport
import Testing

extension BrowserTests {
  /// A site of two chapters, opened from its folder without a server.
  @Suite("A site")
  struct SiteTests {
    private let browser: Browser
    private let installation: Installation

    init() throws {
      browser = try Browser.shared()
      installation = try #require(Installation.found)
    }

    private static let chapters = [
      "one.md": """
      ---
      title: One
      ---

      ## A first part

      Words about perceptrons. See @fig-pass and [the second](two.md#a-second-part).
      """,
      "two.md": """
      ---
      title: Two
      ---

      ## A second part

      ```{forward}
      #| label: fig-pass
      #| fig-cap: A pass through sigmoids.
      layers: [3, 4, 2]
      input: [1, 2, 3]
      ```
      """,
    ]

    /// A page of the site, which is rendered when it is first asked for.
    private func page(_ name: String) throws -> URL {
      let folder = try SamplePage.folder().appending(path: "site-source")
      let page = folder.appending(path: "site/\(name)")
      guard !FileManager.default.fileExists(atPath: page.path) else { return page }
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let project = "title: Two chapters\nchapters: [one.md, two.md]\n"
      try Data(project.utf8).write(to: folder.appending(path: "nnbook.yml"))
      for (name, text) in Self.chapters {
        try Data(text.utf8).write(to: folder.appending(path: name))
      }
      let run = try Tool([builtProgram("nnbook").path, "render", folder.path, "--no-cache"])
      #expect(run.status == 0, "\(run.errors)")
      return page
    }

    @Test("passes what single pages pass", arguments: ["index.html", "one.html", "two.html"])
    func pages(name: String) async throws {
      let axe = try String(contentsOf: installation.axe, encoding: .utf8)
      for view in [View(), View(isDark: true), View(width: 390, height: 844)] {
        try await browser.open(page(name), view)
        try await browser.run(axe)
        try await browser.expectNone("axe")
        try await browser.expectNone("structure")
        try await browser.expectNone("layout", "9", "\(view.width) px")
      }
      let console = try await browser.log()
      #expect(console == [])
    }

    @Test("is searched by keyboard, and leads to the place that was found")
    func search() async throws {
      try await browser.open(page("one.html"))
      try await browser.press(.slash)
      try await browser.type("sigmoid")
      let found = "document.querySelectorAll('dialog li').length"
      let waited: Int = try await browser.value(
        """
        (async () => {
          for (let i = 0; i < 100 && \(found) === 0; i++) {
            await new Promise(done => setTimeout(done, 20));
          }
          return \(found);
        })()
        """)
      #expect(waited == 1)
      let axe = try String(contentsOf: installation.axe, encoding: .utf8)
      try await browser.run(axe)
      try await browser.expectNone("axe", "", "the search")
      try await browser.press(.enter)
      try await browser.settle()
      #expect(try await browser.value("location.pathname.endsWith('/two.html')") == true)
      let console = try await browser.log()
      #expect(console == [])
    }

    @Test("leads from chapter to chapter")
    func links() async throws {
      try await browser.open(page("one.html"))
      try await browser.run("document.querySelector('main a[href*=\"two.html#fig-pass\"]').click()")
      try await browser.settle()
      let isThere: Bool = try await browser.value(
        "!!document.getElementById(location.hash.slice(1)) && document.title.startsWith('Two')")
      #expect(isThere)
    }
  }
}
