import Foundation
import Testing

extension BrowserTests {
  /// What happens in a page while a figure changes.
  @Suite("While it changes, a live figure")
  struct LiveDrawingTests {
    private let browser: Browser

    init() throws { browser = try Browser.shared() }

    /// The value of a script about a figure.
    private func value<Value: Decodable & Sendable>(_ figure: String, _ script: String) async throws
      -> Value
    {
      try await browser.value("(async () => {\(LiveTests.words(about: figure))\(script)})()")
    }

    @Test("touches only those of its elements that differ", arguments: ["fig-pass", "fig-blame"])
    func elements(figure: String) async throws {
      try await browser.open(SamplePage.live.report())
      let states: [Bool] = try await value(
        figure,
        """
        const printed = drawing(), parts = () => [...figure.querySelectorAll('svg.w *')];
        const before = parts();
        move(ranges()[0], '0.5');
        await isIn('changed');
        const isSame = (part, i) => part === before[i];
        const states = [drawing() !== printed,
          parts().filter(isSame).length > 0.9 * before.length];
        press('Reset');
        await isIn('printed');
        return [...states, drawing() === printed];
        """)
      #expect(states == [true, true, true])
    }

    @Test("tells the values of now under the pointer")
    func values() async throws {
      try await browser.open(SamplePage.live.report())
      let tip = "document.querySelector('.tooltip')"
      let place: [Double] = try await value(
        "fig-pass",
        """
        const box = figure.querySelector('svg.w [data-of="input 0"] circle').getBoundingClientRect();
        return [box.x + box.width / 2, box.y + box.height / 2];
        """)
      try await browser.hover(place[0], place[1])
      let words: [String] = try await value(
        "fig-pass",
        """
        await until(() => !\(tip).hidden);
        const words = [\(tip).textContent];
        move(ranges()[0], '0.5');
        await isIn('changed');
        await until(() => \(tip).textContent !== words[0] && figure.querySelector('.at'));
        return [...words, \(tip).textContent];
        """)
      #expect(words == ["input 1value 0.8", "input 1value 0.5"])
    }

    @Test("writes its address when it rests, not at each step")
    func address() async throws {
      try await browser.open(SamplePage.live.report())
      let states: [String] = try await value(
        "fig-pass",
        """
        let count = 0;
        const { replaceState } = history;
        history.replaceState = (...words) => { count += 1; replaceState.apply(history, words); };
        for (let i = 0; i <= 30; i += 1) {
          move(ranges()[0], String(i / 10 - 1.5));
          await new Promise(requestAnimationFrame);
        }
        move(ranges()[1], '0.5');
        await isIn('changed');
        return [count < 5 ? 'few' : `${count} times`, decodeURIComponent(location.hash)];
        """)
      #expect(states == ["few", "#fig-pass?input=[1.5,0.5]"])
    }

    @Test("has a slider that stands for no value, until there is one")
    func noValue() async throws {
      try await browser.open(SamplePage.live.report())
      let states: [String] = try await value(
        "fig-sweep",
        """
        const range = ranges()[0], row = range.closest('.row'), field = row.querySelector('.val');
        const label = row.querySelector('label').textContent;
        const state = () => [field.value || field.placeholder, range.getAttribute('aria-valuetext'),
          range.className];
        const states = [label, ...state()];
        move(range, '-1');
        await isIn('changed');
        states.push(...state(), status());
        press('Reset');
        await isIn('printed');
        return [...states, ...state()];
        """)
      let none = ["none", "none", "unset"]
      let own = ["0.1", "0.1", "", "Changed by you: Rate of your own 0.1."]
      #expect(states == ["Rate of your own"] + none + own + none)
    }
  }
}
