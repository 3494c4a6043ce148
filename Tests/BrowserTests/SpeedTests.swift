import Foundation
import TestSupport
import Testing

extension BrowserTests {
  /// How long readers wait. Pages do not wait for their figures: those lie in the file.
  @Suite("Soon shown is")
  struct SpeedTests {
    private let browser: Browser

    init() throws { browser = try Browser.shared() }

    /// Milliseconds from the start of the navigation.
    private struct Times: Decodable, CustomStringConvertible, Sendable {
      var painted: Double
      var complete: Double
      var description: String {
        "first paint after \(Int(painted)) ms, laid out after \(Int(complete)) ms"
      }
    }

    /// The best times of a page. What else the machine does comes on top of them, so a page that is
    /// not fast enough is opened again, for 20 seconds at most.
    private func expect(_ page: URL, paintedIn painted: Double, completeIn complete: Double)
      async throws -> Times
    {
      var best = Times(painted: .infinity, complete: .infinity)
      let end = ContinuousClock.now + .seconds(20)
      while best.painted > painted || best.complete > complete, ContinuousClock.now < end {
        try await browser.open(page)
        let times: Times = try await browser.value(
          """
          (async () => {
            document.body.offsetHeight;
            await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
            const [paint] = performance.getEntriesByName('first-contentful-paint');
            const [load] = performance.getEntriesByType('navigation');
            return { painted: paint?.startTime ?? 1e6, complete: load.loadEventEnd };
          })()
          """)
        best.painted = min(best.painted, times.painted)
        best.complete = min(best.complete, times.complete)
      }
      #expect(best.painted <= painted && best.complete <= complete, "\(best)")
      return best
    }

    @Test("the first look")
    func firstLook() async throws {
      let page = try SamplePage.firstLook.report()
      print("First look: \(try await expect(page, paintedIn: 150, completeIn: 400))")
    }

    @Test("a page of sixty figures, made of no more than 4 MB")
    func sixtyFigures() async throws {
      let folder = try SamplePage.folder()
      let source = (0..<30).map { number in
        """
        ```{forward}
        #| label: fig-\(number)
        layers: [3, 4, 4, 2]
        activation: tanh
        input: [0.8, -0.3, 0.5]
        seed: \(number)
        ```
        """
      }
      let notebook = folder.appending(path: "sixty.md")
      try Data(("# Sixty figures\n\n" + source.joined(separator: "\n\n")).utf8).write(to: notebook)
      let page = folder.appending(path: "sixty.html")
      let run = try Tool([
        builtProgram("nnbook").path, "render", notebook.path, "-o", page.path, "--no-cache",
      ])
      #expect(run.status == 0, "\(run.errors)")
      #expect(try Data(contentsOf: page).count < 4_000_000)
      print("Sixty figures: \(try await expect(page, paintedIn: 400, completeIn: 1500))")
    }
  }
}
