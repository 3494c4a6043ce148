import Foundation
import Testing

extension BrowserTests {
  /// Pages whose engine is broken, finds no memory, or hangs.
  @Suite("Without an engine that runs, a live figure")
  struct LiveFailureTests {
    private let browser: Browser

    init() throws { browser = try Browser.shared() }

    /// What is broken, as changes of the page's text, and what the page says of it.
    struct Failure: CustomTestStringConvertible, Sendable {
      let testDescription: String
      let words: String
      var policy = true
      let changes: [(of: String, into: String)]
    }

    static let failures = [
      Failure(
        testDescription: "not base64", words: "it cannot be read",
        changes: [("id=\"live-engine\">H4s", "id=\"live-engine\">!!!")]),
      Failure(
        testDescription: "not a gzip file", words: "it cannot be read",
        changes: [("id=\"live-engine\">H4s", "id=\"live-engine\">AAA")]),
      Failure(
        testDescription: "not a module", words: "it cannot be read", policy: false,
        changes: [("WebAssembly.compile(", "WebAssembly.compile(new ArrayBuffer(8)) ?? (")]),
      Failure(
        testDescription: "no memory", words: "there is no memory for it", policy: false,
        changes: [
          ("new WebAssembly.Instance(module, {})", "(() => { throw new RangeError(); })()")
        ]),
      Failure(
        testDescription: "a Worker that never answers", words: "it stopped again and again",
        policy: false,
        changes: [
          ("async engine({ encoded }) {", "async engine({ encoded }) { for (;;);"),
          ("static patience = 5000", "static patience = 100"),
        ]),
    ]

    @Test("stays as printed, and says so in a line", arguments: failures)
    func stays(failure: Failure) async throws {
      try await browser.open(page(failure))
      let states: [String] = try await browser.value(
        """
        (async () => {
          for (let i = 0; i < 1000 && document.querySelector('.ctl'); i += 1) {
            await new Promise((done) => setTimeout(done, 20));
          }
          const lines = [...document.querySelectorAll('.status')].map((one) => one.textContent);
          return [...new Set(lines), document.documentElement.dataset.engine,
            String(document.querySelectorAll('.live, .ctl, .tools .block').length)];
        })()
        """)
      #expect(
        states == ["As printed. The engine does not run here: \(failure.words).", "none", "0"])
      #expect(try await browser.log() == [])
    }

    @Test("returns to what was printed when its engine hangs again and again")
    func hangs() async throws {
      let failure = Failure(
        testDescription: "hanging", words: "", policy: false,
        changes: [
          ("const more = this.exports.live_advance(1);", "for (;;);"),
          ("static patience = 5000", "static patience = 100"),
        ])
      try await browser.open(page(failure))
      let states: [Bool] = try await browser.value(
        """
        (async () => {\(LiveTests.words(about: "fig-heart"))
          const printed = drawing(), ends = [];
          for (const value of ['1', '1.1', '1.2']) {
            move(ranges()[0], value);
            await isIn('stopped', 'ended');
            ends.push(figure.dataset.state === 'ended');
          }
          return [...ends, drawing() === printed, status().includes('again and again')];
        })()
        """)
      #expect(states == [false, false, true, true, true])
    }

    private func page(_ failure: Failure) throws -> URL {
      var page = try String(contentsOf: SamplePage.live.report(), encoding: .utf8)
      for change in failure.changes {
        #expect(page.contains(change.of))
        page = page.replacing(change.of, with: change.into)
      }
      // What changes a script needs a page without its policy, which knows the script's digest.
      if !failure.policy {
        page = page.replacing("http-equiv=\"Content-Security-Policy\"", with: "name=\"none\"")
      }
      let file = try SamplePage.folder().appending(path: "failing.html")
      try page.write(to: file, atomically: true, encoding: .utf8)
      return file
    }
  }
}
