import Foundation
import Testing

extension BrowserTests {
  /// Pages for readers who do not see them, or not well, or use no mouse.
  @Suite("For every reader, a page")
  struct AccessTests {
    private let browser: Browser
    private let installation: Installation

    init() throws {
      browser = try Browser.shared()
      installation = try #require(Installation.found)
    }

    /// Wide and narrow, in both themes.
    static let views = [
      View(), View(isDark: true), View(width: 360, height: 780),
      View(width: 360, height: 780, isDark: true),
    ]

    /// What is folded must be right, too.
    static let unfold = "document.querySelectorAll('details').forEach(d => { d.open = true })"

    @Test(
      "passes axe, and has text of 4.5 : 1 and marks of 3 : 1 against what they lie on",
      arguments: SamplePage.allCases)
    func axe(page: SamplePage) async throws {
      let axe = try String(contentsOf: installation.axe, encoding: .utf8)
      for view in Self.views {
        try await browser.open(page.report(), view)
        try await browser.run("\(axe); \(Self.unfold)")
        try await browser.expectNone("structure", "", view.description)
        try await browser.expectNone("colours", "", view.description)
        // Its own look at colours takes long and misses drawings: a second opinion on a few pages
        // is enough. And what is narrow and dark only differs by colours.
        guard view.width > 1000 || !view.isDark else { continue }
        let isAskedTwice = [.gallery, .firstLook, .writing].contains(page)
        let seesColours = isAskedTwice && view.width > 1000 && !view.isDark
        try await browser.expectNone("axe", "\(seesColours)", view.description)
      }
    }

    @Test("has controls that can be hit, on touch screens larger ones")
    func targets() async throws {
      try await browser.open(SamplePage.firstLook.report())
      try await browser.expectNone("targets", "32")
      try await browser.open(
        SamplePage.firstLook.report(), View(width: 390, height: 844, isTouched: true))
      try await browser.expectNone("targets", "44", "touch")
    }

    @Test("has a palette of 4.5 : 1 for text and 3 : 1 for marks, used or not")
    func palette() async throws {
      for view in Self.views.prefix(2) {
        try await browser.open(SamplePage.firstLook.report(), view)
        try await browser.expectNone("contrast", "", view.description)
      }
    }

    @Test("moves nothing where less motion is asked for")
    func motion() async throws {
      let view = View(features: ["prefers-reduced-motion": "reduce"])
      try await browser.open(SamplePage.firstLook.report(), view)
      let moving: Int = try await browser.value(
        """
        [...document.querySelectorAll('*')].filter(element => {
          const style = getComputedStyle(element);
          return style.transitionDuration !== '0s' || style.animationName !== 'none'
            || style.scrollBehavior !== 'auto';
        }).length
        """)
      #expect(moving == 0)
    }

    @Test("keeps the colours of its drawings where the reader's replace the page's")
    func forcedColours() async throws {
      let view = View(features: ["forced-colors": "active"])
      try await browser.open(SamplePage.firstLook.report(), view)
      let strokes: [String] = try await browser.value(
        """
        ['0.001', '0.35 best'].map(key => getComputedStyle(document.querySelector(
          `#fig-sweep [data-s="${key}"]:not(.key) .ln`)).stroke)
        """)
      #expect(Set(strokes).count == 2, "\(strokes)")
      try await browser.expectNone("layout", "9", "forced colours")
    }

    @Test("is valid HTML")
    func markup() throws {
      let site = try ["index", "one", "two", "404"].map { try SampleSite.page("\($0).html").path }
      let pages = try SamplePage.allCases.map { try $0.report().path } + site
      // It knows the CSS of ten years ago, and no WebAssembly; the browser judges those of today.
      let run = try Tool(
        [
          "java", "-jar", installation.validator.path, "--errors-only", "--filterpattern",
          "(CSS|.*wasm-unsafe-eval).*",
        ]
          + pages)
      // 127: there is no Java, which scripts/install-browser-tests has said.
      #expect(run.status == 0 || run.status == 127, "\(run.errors)")
    }
  }
}
