import Foundation
import TestSupport
import Testing

extension BrowserTests {
  /// How long readers wait. The bounds leave room for a machine that does much else at the same
  /// time; docs/reports.md has what was measured on one that does not.
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

    /// The best of five: what else the machine does comes on top.
    private func times(_ page: URL) async throws -> Times {
      var best = Times(painted: .infinity, complete: .infinity)
      for _ in 0..<5 {
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
      return best
    }

    @Test("the first look")
    func firstLook() async throws {
      let times = try await times(SamplePage.firstLook.report())
      print("First look: \(times)")
      #expect(times.painted < 600 && times.complete < 1600, "\(times)")
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
      let times = try await times(page)
      print("Sixty figures: \(times)")
      #expect(times.complete < 6000, "\(times)")
    }
  }
}
