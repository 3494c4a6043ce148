import Foundation
import Testing

extension BrowserTests {
  /// A page without a mouse.
  @Suite("By keyboard, a page")
  struct KeyboardTests {
    private let browser: Browser

    init() throws { browser = try Browser.shared() }

    /// What has the focus: its element, its words, and whether a ring shows it.
    private struct Focus: Decodable, Sendable {
      var element: String
      var words: String
      var hasRing: Bool
      /// Whether it comes after the one before in the page.
      var follows: Bool

      static let expression = """
        (() => {
          const it = document.activeElement, style = getComputedStyle(it);
          const follows = !window.before ||
            !!(before.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_FOLLOWING);
          window.before = it;
          return { element: it.localName, follows,
            words: (it.ariaLabel || it.textContent || '').trim().slice(0, 40),
            hasRing: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 };
        })()
        """
    }

    @Test(
      "is walked from top to bottom, with a ring on what has the focus",
      arguments: [SamplePage.firstLook, .gallery])
    func walk(page: SamplePage) async throws {
      try await browser.open(page.report())
      var walk: [Focus] = []
      while walk.count < 800 {
        try await browser.press(.tab)
        let focus: Focus = try await browser.value(Focus.expression)
        guard focus.element != "body" else { break }
        walk.append(focus)
      }
      #expect(walk.first?.words == "Skip to the text")
      for focus in walk {
        #expect(focus.hasRing, "no ring on <\(focus.element)> \(focus.words)")
        #expect(focus.follows, "<\(focus.element)> \(focus.words) is out of order")
      }
      let elements = Set(walk.map(\.element))
      #expect(elements.isSuperset(of: ["a", "button", "summary"]))
      let reachable: Int = try await browser.value(
        "[...document.querySelectorAll('button, summary, input:not([type=radio]), "
          + "input[type=radio]:checked, a[href]:not([tabindex]), [tabindex=\"0\"]')]"
          + ".filter(e => e.checkVisibility({ contentVisibilityAuto: true })).length")
      #expect(walk.count == reachable, "every control is reached, and none holds the focus")
    }

    @Test("skips to its text, and unfolds what a link leads into")
    func skip() async throws {
      try await browser.open(SamplePage.firstLook.report())
      try await browser.press(.tab, .enter)
      #expect(try await browser.value("location.hash") == "#main")
      try await browser.press(.tab)
      #expect(try await browser.value("!!document.activeElement.closest('main')") == true)
      let opened: Bool = try await browser.value(
        """
        (async () => {
          const source = document.querySelector('.tools .list pre[id]');
          location.hash = source.id;
          await new Promise(requestAnimationFrame);
          return source.closest('details').open && source.getBoundingClientRect().height > 0;
        })()
        """)
      #expect(opened)
    }
  }
}
