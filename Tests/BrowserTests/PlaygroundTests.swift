import Foundation
import TestSupport
import Testing

extension BrowserTests {
  /// What readers do with the playground besides what they do with all live figures.
  @Suite("In the playground, a reader")
  struct PlaygroundTests {
    private let browser: Browser

    init() throws { browser = try Browser.shared() }

    @Test("finds what is printed, bit for bit", arguments: ["fig-hills", "fig-late", "fig-hand"])
    func verified(figure: String) async throws {
      try await browser.open(SamplePage.playground.report())
      let state: String = try await browser.value(
        of: figure,
        "press('Verify'); await isIn('verified', 'differs'); return figure.dataset.verified;")
      #expect(state == "true")
    }

    @Test("draws an edge, sees what that changes before training, and trains on from there")
    func edge() async throws {
      try await browser.open(SamplePage.playground.report())
      let start = try await browser.place(
        of: "#fig-hand-weights svg.w [data-of=\"start 9\"] path", at: "fig-hand")
      try await browser.drag(from: start, to: (start.x + 40, start.y))
      let states: [String] = try await browser.value(
        of: "fig-hand",
        """
        await until(() => drawing().includes('before training'));
        const states = [figure.dataset.state, status()];
        press('Run');
        await until(() => !drawing().includes('before training'));
        await isIn('changed');
        states.push(status());
        await until(() => location.hash.includes('start='));
        const trained = drawing();
        press('Reset');
        await isIn('printed');
        await until(() => location.hash === '');
        return [...states, String(drawing() !== trained)];
        """)
      let words = "Changed by you: Weights set by hand."
      #expect(
        states == ["changed", "\(words) Run trains on from here.", words, "true"])
    }

    @Test("types a weight, steps, goes on from what is shown, and takes it back")
    func field() async throws {
      try await browser.open(SamplePage.playground.report())
      let states: [String] = try await browser.value(
        of: "fig-hand",
        """
        figure.querySelector('.ctl details').open = true;
        await until(() => figure.querySelector('.mats'));
        const fields = () => [...figure.querySelectorAll('.mats .num')];
        const states = [fields().length, fields()[2].getAttribute('aria-label'),
          fields()[6].getAttribute('aria-label')];
        const type = (i, text) => {
          fields()[i].value = text;
          fields()[i].dispatchEvent(new Event('change', { bubbles: true }));
        };
        type(0, '2.5');
        await until(() => drawing().includes('before training'));
        states.push(fields()[0].value);
        press('Step');
        await until(() => !drawing().includes('before training'));
        states.push(fields()[0].value !== '2.50');
        const trained = fields()[0].value;
        await new Promise((done) => setTimeout(done, 800));
        type(1, '0');
        await until(() => drawing().includes('before training'));
        states.push(fields()[0].value === trained, fields()[1].value);
        press('Undo');
        await isIn('changed');
        press('Undo');
        await isIn('printed');
        return [...states, status()].map(String);
        """)
      #expect(
        states == [
          "13", "W₁[1][3]", "Bias ₁[1]", "2.50", "true", "true", "0.00", "As printed: seed 7.",
        ])
    }

    @Test("gets a block with the weights, which render takes")
    func block() async throws {
      try await browser.open(SamplePage.playground.report())
      let text: String = try await browser.value(
        of: "fig-hand",
        """
        figure.querySelector('.ctl details').open = true;
        await until(() => figure.querySelector('.mats'));
        const field = figure.querySelector('.mats .num');
        field.value = '1.5';
        field.dispatchEvent(new Event('change', { bubbles: true }));
        await until(() => drawing().includes('before training'));
        let copied = null;
        Object.defineProperty(navigator, 'clipboard', {
          value: { writeText: async (text) => { copied = text; } } });
        figure.querySelector('.tools .block').click();
        await until(() => copied);
        return copied;
        """)
      #expect(text.contains("\nstart: [[[1.5, "), "\(text)")
      let notebook = try SamplePage.folder().appending(path: "own-weights.md")
      try "---\nexecute:\n  seed: 7\n---\n\n\(text)".write(
        to: notebook, atomically: true, encoding: .utf8)
      let report = try SamplePage.folder().appending(path: "own-weights.html")
      let run = try Tool(
        [builtProgram("nnbook").path, "render", notebook.path, "-o", report.path, "--no-cache"])
      #expect(run.status == 0, "\(run.errors)")
    }

    @Test("does without hidden layers, and adds them again")
    func layers() async throws {
      try await browser.open(SamplePage.playground.report())
      let states: [String] = try await browser.value(
        of: "fig-hand",
        """
        const button = (name) => figure.querySelector(`[aria-label="One layer ${name}"]`);
        button('less').click();
        await isIn('changed');
        const states = [status()];
        await until(() => document.getElementById('fig-hand-units').textContent.includes('Inputs'));
        button('more').click();
        await isIn('changed');
        return [...states, status()];
        """)
      #expect(
        states == [
          "Changed by you: Units of hidden layers none.",
          "Changed by you: Units of hidden layers 4.",
        ])
    }

    @Test("takes numbers instead of classes, clicked and pasted")
    func numbers() async throws {
      try await browser.open(SamplePage.playground.report())
      let _: Bool = try await browser.value(
        of: "fig-hills",
        """
        figure.querySelector('.points').open = true;
        figure.querySelector('.points [value="a value"]').click();
        figure.querySelector('.points [value=value]').click();
        figure.querySelector('.points .num').value = '−0.5';
        return true;
        """)
      let place = try await browser.place(
        of: "#fig-hills svg:is(.w, .any)[data-points]", at: "fig-hills")
      try await browser.click(place.x, place.y)
      let states: [String] = try await browser.value(
        of: "fig-hills",
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
