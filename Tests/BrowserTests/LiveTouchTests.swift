import Foundation
import Testing

extension BrowserTests {
  /// Live figures on a phone.
  @Suite("Under fingers, a live figure")
  struct LiveTouchTests {
    private let browser: Browser

    init() throws { browser = try Browser.shared() }

    private static let phone = View(width: 390, height: 844, isTouched: true)

    @Test("has controls of 44 px each way, folded ones too")
    func targets() async throws {
      try await browser.open(SamplePage.live.report(), Self.phone)
      try await browser.run(AccessTests.unfold)
      try await browser.expectNone("targets", "44", "touch")
    }

    /// Where a finger goes down, where it goes, and what comes of it.
    struct Swipe: CustomTestStringConvertible, Sendable {
      let testDescription: String
      let part: String
      var beside = (x: 0.0, y: 0.0)
      let way: (x: Double, y: Double)
      let sentence: String
      var scrolls = false
    }

    static let input = "svg.n [data-of=\"input 0\"] circle"
    static let swipes = [
      Swipe(
        testDescription: "an input across", part: input, way: (60, 0),
        sentence: "Changed by you: Input 2.3, −0.3."),
      Swipe(
        testDescription: "an input upwards", part: input, way: (0, -120),
        sentence: "As printed.", scrolls: true),
      Swipe(
        testDescription: "near an edge, across", part: "svg.n [data-of=\"weights 8\"] path",
        beside: (0, 10), way: (20, 0),
        sentence: "Changed by you: Weights 0.5, −0.3, 0.8, 0.2, 0.7, −0.4, 0.6, −0.5, 0.8."),
      Swipe(
        testDescription: "beside all, upwards", part: "svg.n text.lab", way: (0, -120),
        sentence: "As printed.", scrolls: true),
      Swipe(
        testDescription: "a field across", part: ".mats .num", way: (20, 0),
        sentence: "Changed by you: Weights 1, −0.3, 0.8, 0.2, 0.7, −0.4, 0.6, −0.5, 0.3."),
      Swipe(
        testDescription: "a field upwards", part: ".mats .num", way: (0, -120),
        sentence: "As printed.", scrolls: true),
      Swipe(
        testDescription: "a slider upwards", part: "[type=range]", way: (0, -120),
        sentence: "As printed.", scrolls: true),
    ]

    @Test("is drawn across, and scrolled over upwards, wherever that begins", arguments: swipes)
    func swipe(swipe: Swipe) async throws {
      try await browser.open(SamplePage.live.report(), Self.phone)
      let start: [Double] = try await browser.value(
        of: "fig-pass",
        """
        const part = figure.querySelector('\(swipe.part)');
        part.scrollIntoView({ block: 'center', behavior: 'instant' });
        await new Promise(requestAnimationFrame);
        const box = part.getBoundingClientRect();
        return [box.x + box.width / 2, box.y + box.height / 2, scrollY];
        """)
      let place = (x: start[0] + swipe.beside.x, y: start[1] + swipe.beside.y)
      try await browser.swipe(from: place, by: swipe.way)
      let states: [String] = try await browser.value(
        """
        (async () => {
          const status = () => document.querySelector('#fig-pass .status').textContent;
          await new Promise((done) => setTimeout(done, 300));
          return [status(), String(Math.abs(scrollY - \(start[2])) > 80)];
        })()
        """)
      #expect(states == [swipe.sentence, String(swipe.scrolls)])
    }
  }
}
