import Foundation
import Testing

extension BrowserTests {
  /// What happens in a page while a figure changes.
  @Suite("While it changes, a live figure")
  struct LiveDrawingTests {
    private let browser: Browser

    init() throws { browser = try Browser.shared() }

    @Test("touches only those of its elements that differ", arguments: ["fig-pass", "fig-blame"])
    func elements(figure: String) async throws {
      try await browser.open(SamplePage.live.report())
      let states: [Bool] = try await browser.value(
        of: figure,
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
      let place: [Double] = try await browser.value(
        of: "fig-pass",
        """
        const box = figure.querySelector('svg.w [data-of="input 0"] circle').getBoundingClientRect();
        return [box.x + box.width / 2, box.y + box.height / 2];
        """)
      try await browser.hover(place[0], place[1])
      let words: [String] = try await browser.value(
        of: "fig-pass",
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
      let states: [String] = try await browser.value(
        of: "fig-pass",
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

    @Test("leaves out of its address what no control could say")
    func strangeAddress() async throws {
      let page = try SamplePage.live.report().absoluteString
      let strange = [
        "fig-pass?input=5&weights={}&activation=7", "fig-blame?input=[1]&target=null&weights=[]",
        "fig-sweep?rate=%22x%22&hidden=[2]&seed=-1&x=1", "fig-heart?hidden=1e999&label-noise=%",
        "fig-play?features=null&hidden=[0]&points=[1,2]&class-alone=1", "?", "",
      ].joined(separator: "/")
      try await browser.open(URL(string: "\(page)#\(strange)")!)
      let state: [String] = try await browser.value(
        of: "fig-pass",
        """
        const states = [...document.querySelectorAll('.live')].map((one) => one.dataset.state);
        return [String(states.length), ...new Set(states)];
        """)
      #expect(state == ["6", "printed"])
      #expect(try await browser.log() == [])
    }

    @Test("has a slider that stands for no value, until there is one")
    func noValue() async throws {
      try await browser.open(SamplePage.live.report())
      let states: [String] = try await browser.value(
        of: "fig-sweep",
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

    @Test("shows what is chosen where the reader's colours replace the page's")
    func forcedColours() async throws {
      let view = View(features: ["forced-colors": "active"])
      try await browser.open(SamplePage.live.report(), view)
      let fills: [[String]] = try await browser.value(
        of: "fig-play",
        """
        figure.querySelectorAll('details').forEach((one) => { one.open = true; });
        const fill = (part) => getComputedStyle(part).backgroundColor;
        const toggle = figure.querySelector('.sw'), fills = [fill(toggle)];
        toggle.click();
        await isIn('changed');
        return [[...fills, fill(toggle)],
          [...figure.querySelectorAll('.seg span')].slice(0, 2).map(fill),
          [...figure.querySelectorAll('input[type=range]')].map(
            (one) => getComputedStyle(one).forcedColorAdjust)];
        """)
      #expect(Set(fills[0]).count == 2 && Set(fills[1]).count == 2, "\(fills)")
      #expect(Set(fills[2]) == ["none"])
    }

    @Test("is printed as it is shown, without its controls")
    func paper() async throws {
      try await browser.open(SamplePage.live.report())
      _ =
        try await browser.value(
          of: "fig-pass", "move(ranges()[0], '1.5'); await isIn('changed'); return '';")
        as String
      try await browser.show(View(width: 800, isPaper: true))
      let states: [Bool] = try await browser.value(
        of: "fig-pass",
        """
        const isSeen = (part) => figure.querySelector(part).getClientRects().length > 0;
        return [isSeen('svg.w'), isSeen('.ctl'), isSeen('.status'),
          figure.querySelector('svg.w .nv').textContent === '1.50'];
        """)
      #expect(states == [true, false, false, true])
    }

    @Test("keeps to its place on the narrowest phones", arguments: [390, 360, 320])
    func narrow(width: Int) async throws {
      let view = View(width: width, height: 780, isTouched: true)
      try await browser.open(SamplePage.live.report(), view)
      for figure in LiveTests.figures {
        _ =
          try await browser.value(
            of: figure,
            """
            figure.querySelectorAll('details').forEach((one) => { one.open = true; });
            move(ranges()[0], ranges()[0].max);
            await isIn('changed', 'stopped');
            return '';
            """) as String
      }
      try await browser.expectLayout(view)
    }
  }
}
