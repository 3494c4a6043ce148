import Foundation
import TestSupport
import Testing

extension BrowserTests {
  /// Live figures under the hands of a reader: drawings that are drawn on, points, buttons, several
  /// pages, engines that hang.
  @Suite("Under a reader's hands, a live figure")
  struct LiveHandTests {
    private let browser: Browser

    init() throws { browser = try Browser.shared() }

    @Test(
      "follows an input and an edge that are drawn to the right",
      arguments: [
        ("svg.w [data-of=\"input 0\"] circle", "Input 1.3, −0.3"),
        (
          "svg.w [data-of=\"weights 8\"] path",
          "Weights 0.5, −0.3, 0.8, 0.2, 0.7, −0.4, 0.6, −0.5, 0.8"
        ),
      ])
    func drag(selector: String, sentence: String) async throws {
      try await browser.open(SamplePage.live.report())
      let start = try await browser.place(of: selector, at: "fig-pass")
      try await browser.drag(from: start, to: (start.x + 20, start.y))
      let status: String = try await browser.value(
        of: "fig-pass", "await isIn('changed'); return status();")
      #expect(status == "Changed by you: \(sentence).")
    }

    @Test("takes back a drag as one change, and more before it")
    func undo() async throws {
      try await browser.open(SamplePage.live.report())
      let start = try await browser.place(of: "svg.w [data-of=\"input 1\"] circle", at: "fig-pass")
      try await browser.drag(from: start, to: (start.x + 30, start.y))
      let states: [String] = try await browser.value(
        of: "fig-pass",
        """
        await isIn('changed');
        await new Promise((done) => setTimeout(done, 800));
        move(ranges()[0], '2');
        await isIn('changed');
        const states = [status()];
        press('Undo');
        await isIn('changed');
        states.push(status());
        press('Undo');
        await isIn('printed');
        return states;
        """)
      #expect(
        states == ["Changed by you: Input 2, 0.45.", "Changed by you: Input 0.8, 0.45."])
    }

    @Test("takes points that are clicked and pasted, and gives them back")
    func points() async throws {
      try await browser.open(SamplePage.live.report())
      let before: Int = try await browser.value(
        of: "fig-play",
        """
        figure.querySelector('.points').open = true;
        figure.querySelector('.points [value="class 1"]').click();
        return figure.querySelectorAll('.points textarea').length;
        """)
      #expect(before == 1)
      let place = try await browser.place(
        of: "svg.w[data-points], svg.any[data-points]", at: "fig-play")
      try await browser.click(place.x, place.y)
      let clicked: [String] = try await browser.value(
        of: "fig-play",
        """
        await isIn('changed');
        const rows = figure.querySelector('.points textarea').value.split('\\n');
        return [String(rows.length), rows.at(-1).split(', ').at(-1), status()];
        """)
      #expect(clicked[0] == "201" && clicked[1] == "1", "\(clicked)")
      let pasted: [String] = try await browser.value(
        of: "fig-play",
        """
        const field = figure.querySelector('.points textarea');
        const paste = async (text) => {
          field.value = text;
          field.dispatchEvent(new Event('change', { bubbles: true }));
          await isIn('changed', 'stopped');
          return figure.querySelector('.points p.hint').textContent;
        };
        return [await paste('x,y,class\\n0,0\\n0,0,0\\n1;1;1\\n-1\\t1\\t0\\n1 0 1'), status(),
          await paste('0,0,7\\n1,1,1'), status()];
        """)
      #expect(pasted[0] == "4 points of your own; one row ignored")
      #expect(pasted[1].contains("Points of your own 4 rows"))
      #expect(pasted[3].contains("expected 0 or 1"), "\(pasted)")
    }

    @Test("pauses, goes on step by step, and keeps a picture to compare with")
    func player() async throws {
      try await browser.open(SamplePage.live.report())
      let states: [Bool] = try await browser.value(
        of: "fig-play",
        """
        press('Step');
        await until(() => drawing().includes('epoch'));
        press('Step');
        await until(() => /^Paused at [1-9] %$/.test(status()));
        press('Run');
        await isIn('printed');  // as nothing was changed
        move(ranges()[1], '0.3');
        await isIn('changed');
        press('Keep beside');
        const kept = figure.querySelector('.kept svg').outerHTML;
        press('Seed');
        await isIn('changed');
        return [figure.querySelectorAll('.kept > div').length === 1, kept.length > 1000,
          figure.querySelectorAll('.kept [id]').length === 0];
        """)
      #expect(states == [true, true, true])
    }

    @Test("says that claims are the printed ones, and lets tables and CSV follow")
    func tables() async throws {
      try await browser.open(SamplePage.live.report())
      let states: [Bool] = try await browser.value(
        of: "fig-sweep",
        """
        const csv = () => figure.querySelector('pre.csv').textContent;
        const table = () => figure.querySelector('.tools tbody').textContent;
        const note = () => !figure.querySelector('.of-print').hidden;
        const printed = [csv(), table()], states = [note()];
        figure.querySelector('.tools details:has(.tw)').open = true;
        move(ranges()[1], '0.3');
        await isIn('changed', 'stopped');
        states.push(csv() !== printed[0], table() !== printed[1], note());
        press('Reset');
        await isIn('printed');
        states.push(csv() === printed[0], table() === printed[1], note());
        return states;
        """)
      #expect(states == [false, true, true, true, true, true, false])
    }

    @Test("draws once where motion is not wanted")
    func still() async throws {
      try await browser.open(
        SamplePage.live.report(), View(features: ["prefers-reduced-motion": "reduce"]))
      let pictures: Int = try await browser.value(
        of: "fig-heart",
        """
        let pictures = 0;
        new MutationObserver(() => { pictures += 1; }).observe(
          figure.querySelector('.drawing'), { childList: true });
        move(ranges()[0], '1.2');
        await isIn('changed');
        return pictures;
        """)
      #expect(pictures == 1)
    }

    @Test("goes on when the engine hangs: the Worker is ended")
    func watchdog() async throws {
      let page = try String(contentsOf: SamplePage.live.report(), encoding: .utf8)
      let advance = "const more = this.exports.live_advance(1);"
      #expect(page.contains(advance))
      let file = try SamplePage.folder().appending(path: "hanging.html")
      try page.replacing("http-equiv=\"Content-Security-Policy\"", with: "name=\"none\"")
        .replacing(advance, with: "\(advance) while (this.hangs);")
        .replacing(
          "engine(order.figure).start(order.request);",
          with: "engine(order.figure).hangs = order.request.includes('\"label-noise\":0.5'); "
            + "engine(order.figure).start(order.request);"
        )
        .replacing("static patience = 5000", with: "static patience = 1000")
        .write(to: file, atomically: true, encoding: .utf8)
      try await browser.open(file)
      let states: [String] = try await browser.value(
        of: "fig-heart",
        """
        move(ranges()[2], '0.5');
        await isIn('stopped');
        const states = [status()];
        press('Verify');
        await isIn('verified', 'differs');
        return [...states, figure.dataset.verified];
        """)
      #expect(states[0].contains("did not answer"))
      #expect(states[1] == "true")
    }

    @Test(
      "is laid out as its author asked, byte for byte",
      arguments: ["fig-wide", "fig-columns", "fig-cells", "fig-small", "fig-alt"])
    func layout(figure: String) async throws {
      let page = try SamplePage.folder().appending(path: "live-layout.html")
      if !FileManager.default.fileExists(atPath: page.path) {
        let run = try Tool([
          builtProgram("nnbook").path, "render",
          Folder.notebooks.appending(path: "live-layout.md").path, "-o", page.path, "--no-cache",
        ])
        try #require(run.status == 0, "\(run.errors)")
      }
      try await browser.open(page)
      let states: [String] = try await browser.value(
        of: figure,
        """
        move(ranges()[0], ranges()[0].max);
        await isIn('changed', 'stopped');
        press('Verify');
        await isIn('verified', 'differs');
        return [figure.dataset.verified, status()];
        """)
      #expect(states.first == "true", "\(states)")
    }

    @Test("answers to a choice with the controls and values that go with it")
    func choices() async throws {
      try await browser.open(SamplePage.live.report())
      let states: [Bool] = try await browser.value(
        of: "fig-play",
        """
        const shown = (label) => [...figure.querySelectorAll('.ctl label')].some(
          (one) => one.textContent === label && !one.closest('[hidden]'));
        const rate = () => [...figure.querySelectorAll('.ctl label')].find(
          (one) => one.textContent === 'Learning rate').parentNode.querySelector('.val').value;
        const pick = async (word) => {
          figure.querySelector(`.ctl [type=radio][value="${word}"]`).click();
          await isIn('changed');
          await new Promise((done) => setTimeout(done, 300));
        };
        const states = [shown('Strength of the penalty'), rate() === '0.03'];
        await pick('l2');
        states.push(shown('Strength of the penalty'));
        await pick('sgd');
        states.push(rate() !== '0.03', status().includes('Optimizer sgd instead of adam'));
        press('Reset');
        await isIn('printed');
        return [...states, shown('Strength of the penalty'), rate() === '0.03'];
        """)
      #expect(states == [false, true, true, true, true, false, true])
    }

    @Test("is the same in two pages that are open at once")
    func twoPages() async throws {
      let report = try SamplePage.live.report()
      let file = try SamplePage.folder().appending(path: "two.html")
      // Both in sight: what is not, waits.
      let frame = "<iframe src=\"\(report.absoluteString)\" width=640 height=700></iframe>"
      try "<!doctype html><title>Two</title>\(frame)\(frame)"
        .write(to: file, atomically: true, encoding: .utf8)
      try await browser.open(file)
      let script = "(async () => {\(LiveTests.words(about: "fig-sweep"))\(Self.verify)})()"
      let states = try await browser.values(inFrames: script)
      #expect(states == ["true", "true"])
    }

    private static let verify =
      "press('Verify'); await isIn('verified', 'differs'); return figure.dataset.verified;"
  }
}
