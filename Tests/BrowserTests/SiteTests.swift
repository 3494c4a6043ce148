import Foundation
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

    @Test(
      "passes what single pages pass",
      arguments: ["index.html", "one.html", "two.html", "404.html"])
    func pages(name: String) async throws {
      let axe = try String(contentsOf: installation.axe, encoding: .utf8)
      for view in [View(), View(isDark: true), View(width: 390, height: 844)] {
        try await browser.open(SampleSite.page(name), view)
        try await browser.run(axe)
        try await browser.expectNone("structure")
        try await browser.expectNone("colours")
        try await browser.expectNone("axe", "true")
        try await browser.expectNone("layout", "9", "\(view.width) px")
      }
      let console = try await browser.log()
      #expect(console == [])
    }

    @Test("is searched by keyboard, and leads to the place that was found")
    func search() async throws {
      try await browser.open(SampleSite.page("one.html"))
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
      try await browser.expectNone("axe", "true", "the search")
      try await browser.press(.enter)
      try await browser.settle()
      #expect(try await browser.value("location.pathname.endsWith('/two.html')") == true)
      let console = try await browser.log()
      #expect(console == [])
    }

    @Test("leads from chapter to chapter")
    func links() async throws {
      try await browser.open(SampleSite.page("one.html"))
      try await browser.run("document.querySelector('main a[href*=\"two.html#fig-pass\"]').click()")
      try await browser.settle()
      let isThere: Bool = try await browser.value(
        "!!document.getElementById(location.hash.slice(1)) && document.title.startsWith('Two')")
      #expect(isThere)
    }
  }
}
