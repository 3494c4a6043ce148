import Foundation
import TestSupport
import Testing

extension BrowserTests {
  /// What readers do with the playground besides what they do with all live figures.
  @Suite("In the playground, a reader")
  struct PlaygroundTests {
    private let browser: Browser

    init() throws { browser = try Browser.shared() }

    /// The value of a script about a figure.
    private func value<Value: Decodable & Sendable>(_ figure: String, _ script: String) async throws
      -> Value
    {
      try await browser.value("(async () => {\(LiveTests.words(about: figure))\(script)})()")
    }

    /// The middle of an element.
    private func place(_ figure: String, _ selector: String) async throws -> (x: Double, y: Double)
    {
      let place: [Double] = try await value(
        figure,
        """
        const box = figure.querySelector('\(selector)').getBoundingClientRect();
        return [box.x + box.width / 2, box.y + box.height / 2];
        """)
      return (place[0], place[1])
    }

    @Test("finds what is printed, bit for bit", arguments: ["fig-hills"])
    func verified(figure: String) async throws {
      try await browser.open(SamplePage.playground.report())
      let state: String = try await value(
        figure,
        "press('Verify'); await isIn('verified', 'differs'); return figure.dataset.verified;")
      #expect(state == "true")
    }

    @Test("takes numbers instead of classes, clicked and pasted")
    func numbers() async throws {
      try await browser.open(SamplePage.playground.report())
      let _: Bool = try await value(
        "fig-hills",
        """
        figure.querySelector('.points').open = true;
        figure.querySelector('.points [value="a value"]').click();
        figure.querySelector('.points [value=value]').click();
        figure.querySelector('.points .num').value = '−0.5';
        return true;
        """)
      let place = try await place("fig-hills", "svg.w[data-points], svg.any[data-points]")
      try await browser.click(place.x, place.y)
      let states: [String] = try await value(
        "fig-hills",
        """
        await isIn('changed');
        const field = figure.querySelector('.points textarea');
        const rows = field.value.split('\\n');
        const states = [String(rows.length), rows.at(-1).split(', ').at(-1), status()];
        field.value = 'x,y,value\\n0,0,7\\n1,1,-1\\n-1,1,2\\n0,1,3';
        field.dispatchEvent(new Event('change', { bubbles: true }));
        await isIn('changed', 'stopped');
        return [...states, status()];
        """)
      #expect(states[0] == "301" && states[1] == "-0.5", "\(states)")
      #expect(states[3] == "Changed by you: Points of your own 4 rows.", "\(states)")
    }
  }
}
