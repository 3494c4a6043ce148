import Testing

extension BrowserTests {
  /// Drawings whose parts each say something of their own.
  @Suite("A part of a drawing")
  struct PartTests {
    private let browser: Browser

    init() throws { browser = try Browser.shared() }

    private struct Place: Decodable, Sendable {
      var x: Double
      var y: Double
    }

    private var tip: String {
      get async throws {
        try await browser.value(
          """
          new Promise(requestAnimationFrame).then(() => {
            const tip = document.querySelector('.tooltip');
            return tip.hidden ? '' : tip.innerText;
          })
          """)
      }
    }

    /// Opens the gallery with a figure's drawing, `plot`, in the middle of the window.
    private func open(_ figure: String) async throws {
      try await browser.open(SamplePage.gallery.report(), View())
      try await browser.run(
        """
        window.plot = [...document.querySelectorAll('#\(figure) svg.plot')]
          .find(svg => svg.clientWidth > 0);
        plot.scrollIntoView({ block: 'center', behavior: 'instant' });
        """)
      try await browser.settle()
    }

    /// The middle of a part in the window.
    private func place(_ number: Int) async throws -> Place {
      try await browser.value(
        """
        (() => {
          const line = plot.dataset.spots.split('\\n')[\(number)].split('\\t')[0];
          const [x, y, width, height] = line.split(' ').map(Number);
          const point = new DOMPoint(x + width / 2, y + height / 2)
            .matrixTransform(plot.getScreenCTM());
          return { x: point.x, y: point.y };
        })()
        """)
    }

    @Test(
      "says its numbers under the pointer",
      arguments: [
        ("fig-forward", 3, "hidden 1, unit 1\nactivation "), ("fig-backprop", 1, "W₁\nshape 2 × 3"),
        ("fig-large", 8, "hidden, unit 2\nactivation "),
      ])
    func pointed(figure: String, number: Int, words: String) async throws {
      try await open(figure)
      let place = try await place(number)
      try await browser.hover(place.x, place.y)
      let tip = try await tip
      #expect(tip.hasPrefix(words), "\(tip)")
      try await browser.hover(5, 5)
      #expect(try await self.tip == "")
    }

    @Test("is reached by arrow keys, each to the nearest in its direction")
    func keys() async throws {
      try await open("fig-forward")
      try await browser.run("plot.focus({ focusVisible: true })")
      try await browser.press(.down)
      #expect(try await tip.hasPrefix("input 2, x₂"))
      try await browser.press(.right)
      #expect(try await tip.hasPrefix("hidden 1, unit "))
      try await browser.press(.end)
      #expect(try await tip.hasPrefix("output, unit 2, P(right)"))
    }
  }
}
