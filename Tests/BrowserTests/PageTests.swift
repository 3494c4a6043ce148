import Foundation
import Testing

extension BrowserTests {
  /// What every page promises, on each of the sample pages.
  @Suite("A page")
  struct PageTests {
    private let browser: Browser

    init() throws { browser = try Browser.shared() }

    @Test("keeps to its width, and its labels to their drawings", arguments: SamplePage.allCases)
    func layout(page: SamplePage) async throws {
      try await browser.open(page.report())
      for width in Widths.all { try await browser.expectLayout(View(width: width)) }
      for width in [1280, 760, 360] {
        try await browser.expectLayout(View(width: width, isDark: true))
      }
    }

    @Test("is the same without scripts, and complete", arguments: SamplePage.allCases)
    func withoutScripts(page: SamplePage) async throws {
      let text = "document.querySelector('main').innerText"
      try await browser.open(page.report(), View(runsScripts: false))
      let still: String = try await browser.value(text)
      let buttons: Int = try await browser.value(
        "[...document.querySelectorAll('button')].filter(b => b.offsetParent).length")
      #expect(buttons == 0, "what only the script can do is not shown without it")
      try await browser.expectNone("layout", "9", "without scripts")
      try await browser.open(page.report())
      let lively: String = try await browser.value(
        "document.querySelectorAll('main button, .livedata').forEach(b => b.remove()), \(text)")
      #expect(words(still) == words(lively))
    }

    @Test("says nothing in the console and violates no policy", arguments: SamplePage.allCases)
    func console(page: SamplePage) async throws {
      try await browser.open(page.report())
      try await browser.run("scrollTo(0, 1e6)")
      try await browser.settle()
      let console = try await browser.log()
      #expect(console == [])
    }

    @Test("is dark or light as the system or its reader asks, and stays so")
    func theme() async throws {
      let paper = "getComputedStyle(document.body).backgroundColor"
      let (light, dark) = ("rgb(253, 253, 251)", "rgb(20, 23, 27)")
      try await browser.open(SamplePage.firstLook.report(), View(isDark: true))
      try await browser.run("localStorage.clear()")
      #expect(try await browser.value(paper) == dark, "as the system has it")
      try await browser.run(click("light"))
      #expect(try await browser.value(paper) == light, "as the reader chose")
      try await browser.open(SamplePage.firstLook.report(), View(isDark: true))
      #expect(try await browser.value(paper) == light, "after loading again")
      try await browser.run(click("auto"))
      #expect(try await browser.value(paper) == dark, "back to the system's")
      try await browser.show(View())
      #expect(try await browser.value(paper) == light, "the system has changed")
    }

    private func click(_ theme: String) -> String {
      "document.querySelector('.tog [value=\(theme)]').click()"
    }

    private func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }
  }
}
