import Foundation
import Testing

extension BrowserTests {
  /// Live figures as readers use them.
  @Suite("A live figure")
  struct LiveTests {
    private let browser: Browser

    init() throws { browser = try Browser.shared() }

    /// Figures of the page Notebooks/live.md.
    static let figures = [
      "fig-pass", "fig-blame", "fig-sweep", "fig-heart", "fig-play", "fig-train",
    ]

    /// What the tests say in JavaScript.
    private static let words = """
      const figure = document.getElementById('FIGURE');
      const status = () => figure.querySelector('.status').textContent;
      const press = (text) => [...figure.querySelectorAll('.btn')]
        .find((button) => button.textContent.startsWith(text)).click();
      const until = async (what) => {
        const end = performance.now() + 20000;
        while (!what()) {
          if (performance.now() > end) throw new Error(`${figure.dataset.state}: ${status()}`);
          await new Promise(requestAnimationFrame);
        }
      };
      const isIn = (...states) => until(
        () => !('pending' in figure.dataset) && states.includes(figure.dataset.state));
      const move = (input, value) => {
        input.value = value;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      };
      const ranges = () => [...figure.querySelectorAll('input[type=range]')];
      const drawing = () => figure.querySelector('figure').innerHTML;
      figure.scrollIntoView({ behavior: 'instant' });
      await isIn('printed', 'changed');

      """

    /// The same about a figure.
    static func words(about figure: String) -> String {
      words.replacing("FIGURE", with: figure)
    }

    @Test("computes what is printed: every metric and both drawings", arguments: figures)
    func verified(figure: String) async throws {
      try await browser.open(SamplePage.live.report())
      let state: [String] = try await browser.value(
        of: figure,
        "press('Verify'); await isIn('verified', 'differs', 'stopped');"
          + " return [figure.dataset.verified || '', status()];")
      #expect(state.first == "true", "\(state)")
      #expect(try await browser.log() == [])
    }

    @Test("answers at the ends of each control, and returns", arguments: figures)
    func ends(figure: String) async throws {
      try await browser.open(SamplePage.live.report())
      let report: [String] = try await browser.value(
        of: figure,
        """
        const printed = drawing(), problems = [];
        for (const range of ranges()) {
          for (const end of [range.min, range.max]) {
            move(range, end);
            await isIn('changed', 'stopped', 'printed');
            if (status().includes('limit') || status().includes('Not possible'))
              problems.push(`${range.id} at ${end}: ${status()}`);
          }
          press('Reset');
          await isIn('printed');
          if (drawing() !== printed) problems.push(`${range.id} did not return`);
        }
        for (const list of figure.querySelectorAll('.ctl select')) {
          for (const word of [...[...list.options].map(({ value }) => value), list.value]) {
            list.value = word;
            list.dispatchEvent(new Event('change', { bubbles: true }));
            await isIn('changed', 'stopped', 'printed');
            if (status().includes('Not possible')) problems.push(`${word}: ${status()}`);
          }
        }
        for (const button of figure.querySelectorAll(
          '.ctl > .row :is([type=radio], [type=checkbox], [role=switch])')) {
          button.click();
          await isIn('changed', 'stopped', 'printed');
          if (status().includes('Not possible')) problems.push(`${button.value}: ${status()}`);
        }
        press('Reset');
        await isIn('printed');
        if (drawing() !== printed) problems.push('did not return from choices');
        return problems;
        """)
      #expect(report == [])
    }

    @Test("draws the newest of many values", arguments: ["fig-pass", "fig-heart"])
    func newest(figure: String) async throws {
      try await browser.open(SamplePage.live.report())
      let same: Bool = try await browser.value(
        of: figure,
        """
        const range = ranges()[0], from = Number(range.min), to = Number(range.max);
        for (let i = 0; i <= 30; i += 1) {
          move(range, String(from + (i % 7) / 7 * (to - from)));
          await new Promise(requestAnimationFrame);
        }
        move(range, String((from + to) / 2));
        await isIn('changed');
        const last = drawing();
        press('Reset');
        await isIn('printed');
        move(range, String((from + to) / 2));
        await isIn('changed');
        return drawing() === last;
        """)
      #expect(same)
    }

    @Test("is operated by keys, and its address keeps what was changed")
    func keys() async throws {
      let report = try SamplePage.live.report()
      try await browser.open(report)
      try await browser.value(
        "(async () => { document.querySelector('#fig-pass input[type=range]').focus(); })()",
        as: Bool?.self)
      try await browser.press(.right, .right)
      let state: [String] = try await browser.value(
        of: "fig-pass", "await isIn('changed'); return [status(), location.hash];")
      #expect(state[0] == "Changed by you: Input 0.9, −0.3.")
      try await browser.open(URL(string: report.absoluteString + state[1])!)
      let again: String = try await browser.value(
        of: "fig-pass", "await isIn('changed'); return status();")
      #expect(again == state[0])
    }

    @Test("gives the block with the changes of its reader")
    func block() async throws {
      try await browser.open(SamplePage.live.report())
      let text: String = try await browser.value(
        of: "fig-train",
        """
        let copied = '';
        navigator.clipboard.writeText = async (text) => { copied = text; };
        move(ranges()[1], '-3');
        await isIn('changed');
        figure.querySelector('.tools .block').click();
        await until(() => copied);
        return copied;
        """)
      #expect(text.contains("optimizer: {adam: {rate: 0.001}}"))
      #expect(text.hasPrefix("```{train}\n#| label: fig-train"))
    }

    @Test("says that a run diverged, and where")
    func divergence() async throws {
      try await browser.open(SamplePage.live.report())
      let state: [String] = try await browser.value(
        of: "fig-sweep",
        """
        move(ranges()[1], '0.3');
        await isIn('stopped', 'changed');
        return [figure.dataset.state, figure.querySelector('.livebox').textContent];
        """)
      #expect(state[0] == "stopped")
      #expect(state[1].contains("above its start"))
    }

    @Test("is still and complete without scripts")
    func withoutScripts() async throws {
      try await browser.open(SamplePage.live.report(), View(runsScripts: false))
      let controls: Int = try await browser.value("document.querySelectorAll('.ctl').length")
      #expect(controls == 0)
      let drawings: Int = try await browser.value("document.querySelectorAll('svg.plot').length")
      #expect(drawings > 10)
    }

    @Test("works beside the page where Workers are forbidden")
    func withoutWorker() async throws {
      try await browser.open(changed(("worker-src blob:", "worker-src &#39;none&#39;")))
      let state: String = try await browser.value(
        of: "fig-heart",
        "press('Verify'); await isIn('verified', 'differs'); return figure.dataset.verified;")
      #expect(state == "true")
    }

    @Test("has no controls where WebAssembly is forbidden")
    func withoutWebAssembly() async throws {
      try await browser.open(changed((" &#39;wasm-unsafe-eval&#39;", "")))
      let controls: Int = try await browser.value("document.querySelectorAll('.ctl').length")
      #expect(controls == 0)
    }

    @Test("only has an engine in pages with a live block, and one for all")
    func engine() throws {
      let plain = try String(contentsOf: SamplePage.firstLook.report(), encoding: .utf8)
      #expect(!plain.contains("live-engine"))
      #expect(!plain.contains("wasm-unsafe-eval"))
      let live = try String(contentsOf: SamplePage.live.report(), encoding: .utf8)
      #expect(live.components(separatedBy: "id=\"live-engine\"").count == 2)
      #expect(live.utf8.count < 1_000_000)
    }

    /// The report with a part of its text changed.
    private func changed(_ change: (from: String, to: String)) throws -> URL {
      let page = try String(contentsOf: SamplePage.live.report(), encoding: .utf8)
      #expect(page.contains(change.from))
      let file = try SamplePage.folder().appending(path: "live-\(UUID().uuidString).html")
      try page.replacing(change.from, with: change.to).write(
        to: file, atomically: true, encoding: .utf8)
      return file
    }
  }
}
