import Foundation
import Testing

extension BrowserTests {
  /// What a reader can ask of a figure; on the sweep of learning rates, which has it all.
  @Suite("A figure")
  struct FigureTests {
    private let browser: Browser

    init() throws { browser = try Browser.shared() }

    private struct Place: Decodable, Sendable {
      var x: Double
      var y: Double
    }

    /// Opens the page with the first drawing of the sweep, `plot`, in the middle of the window.
    private func open(_ view: View = View()) async throws {
      try await browser.open(SamplePage.firstLook.report(), view)
      try await browser.run(
        """
        window.figure = document.getElementById('fig-sweep');
        window.plot = [...figure.querySelectorAll('svg.plot')].find(svg => svg.clientWidth > 0);
        window.tip = document.querySelector('.tooltip');
        plot.scrollIntoView({ block: 'center', behavior: 'instant' });
        """)
      try await browser.settle()
    }

    /// Where a point of a series lies in the window: that of epoch `epoch`, from its path.
    private func place(of series: String, epoch: Double) async throws -> Place {
      try await browser.value(
        """
        (() => {
          const line = plot.querySelector('[data-s="\(series)"]:not(.key) .ln');
          const [, start, lower, end, upper] = plot.dataset.x.split('\\n')[0].split(' ').map(Number);
          const x = start + (end - start) * (\(epoch) - lower) / (upper - lower);
          let [a, b] = [0, line.getTotalLength()];
          while (b - a > 0.01) {
            const middle = (a + b) / 2;
            if (line.getPointAtLength(middle).x < x) a = middle; else b = middle;
          }
          const point = line.getPointAtLength(a).matrixTransform(plot.getScreenCTM());
          return { x: point.x, y: point.y };
        })()
        """)
    }

    private var tip: String {
      get async throws {
        try await browser.value(
          "new Promise(requestAnimationFrame).then(() => tip.hidden ? '' : tip.innerText)")
      }
    }

    @Test("says the values under the pointer, with series, titles and units")
    func tips() async throws {
      try await open()
      let place = try await place(of: "0.35 best", epoch: 100)
      try await browser.hover(place.x, place.y)
      let words = try await tip.split(separator: "\n")
      #expect(words.count == 3, "\(words)")
      #expect(words.first == "0.35 best")
      #expect(words.dropFirst().first == "epoch 100")
      #expect(words.last?.hasPrefix("Training loss ") == true, "\(words)")
      try await browser.hover(5, 5)
      #expect(try await tip == "")
    }

    @Test("says the values that it was drawn from", arguments: [1.0, 40, 299])
    func values(epoch: Double) async throws {
      try await open()
      let place = try await place(of: "0.35 best", epoch: epoch)
      try await browser.hover(place.x, place.y)
      let shown = try #require(try await tip.split(separator: "\n").last)
      let value: Double = try await browser.value(
        """
        (() => {
          const y = plot.dataset.y.split('\\n')[0].split(' ').map(Number);
          const at = new DOMPoint(0, \(place.y)).matrixTransform(plot.getScreenCTM().inverse()).y;
          return 10 ** (y[2] + (at - y[1]) / (y[3] - y[1]) * (y[4] - y[2]));
        })()
        """)
      let printed = try #require(Double(shown.split(separator: " ")[2]))
      #expect(abs(printed - value) < 0.02 * value, "\(shown), drawn at \(value)")
    }

    @Test("lets a series stand out in all of its panels")
    func linked() async throws {
      try await open()
      let place = try await place(of: "0.35 best", epoch: 100)
      try await browser.hover(place.x, place.y)
      _ = try await tip
      let opacities: [Double] = try await browser.value(
        """
        new Promise(done => setTimeout(done, 200)).then(() =>
          ['0.35 best', '0.001'].map(key => Number(getComputedStyle(
            [...plot.querySelectorAll('[data-s]')].find(g => g.dataset.s === key)).opacity)))
        """)
      #expect(opacities == [1, 0.22])
    }

    @Test("hides a series by its label, and shows it again")
    func toggles() async throws {
      try await open()
      let visibility = """
        getComputedStyle([...plot.querySelectorAll('[data-s]:not(.key)')]
          .find(g => g.dataset.s === '0.35 best')).visibility
        """
      let label: Place = try await browser.value(
        """
        (() => {
          const box = [...plot.querySelectorAll('.key')].find(g => g.dataset.s === '0.35 best')
            .querySelector('text').getBoundingClientRect();
          return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        })()
        """)
      try await browser.click(label.x, label.y)
      #expect(try await browser.value(visibility) == "hidden")
      try await browser.click(label.x, label.y)
      #expect(try await browser.value(visibility) == "visible")
    }

    @Test("is walked by arrow keys, and says what it can do")
    func keyboard() async throws {
      try await open()
      try await browser.run("plot.focus({ focusVisible: true })")
      #expect(try await tip.contains("Arrow keys"))
      try await browser.press(.right, .right)
      let third = try await tip
      #expect(third.contains("epoch 3"), "\(third)")
      try await browser.press(.end)
      #expect(try await tip.contains("epoch 300"))
      let name = try await tip.split(separator: "\n").first
      try await browser.press(.down)
      #expect(try await tip.split(separator: "\n").first != name)
      #expect(try await tip.contains("epoch 300"))
      try await browser.press(.enter)
      #expect(try await browser.value("figure.querySelectorAll('.off').length > 0") == true)
      try await browser.press(.escape)
      #expect(try await browser.value("figure.querySelectorAll('.off').length") == 0)
      #expect(try await tip == "")
    }

    @Test("is shown larger by keys, a double click and the wheel, and whole again by Escape")
    func zoom() async throws {
      try await open()
      let whole: Double = try await browser.value("plot.viewBox.baseVal.width")
      let width = "plot.viewBox.baseVal.width"
      try await browser.run("plot.focus()")
      try await browser.press(.plus)
      #expect(try await browser.value(width) < whole)
      try await browser.press(.escape)
      #expect(try await browser.value(width) == whole)
      let place = try await place(of: "0.35 best", epoch: 100)
      try await browser.click(place.x, place.y, count: 2)
      #expect(try await browser.value(width) == whole / 2)
      let left: Double = try await browser.value("plot.viewBox.baseVal.x")
      try await browser.drag(from: (place.x, place.y), to: (place.x - 50, place.y))
      #expect(try await browser.value("plot.viewBox.baseVal.x") > left)
      let isWide: Bool = try await browser.value(
        "document.documentElement.scrollWidth > document.documentElement.clientWidth")
      #expect(!isWide)
      try await browser.press(.escape)
      try await browser.wheel(place.x, place.y, -100, withControl: true)
      #expect(try await browser.value(width) < whole)
    }

    /// Opens the data table of a figure and returns the middle of a row of it, seen from 0.
    private func row(_ number: Int, of figure: String) async throws -> Place {
      try await browser.value(
        """
        (async () => {
          window.figure = document.getElementById('\(figure)');
          const fold = figure.querySelector('.tools table').closest('details');
          fold.open = true;
          const row = fold.querySelector('tbody').rows[\(number)];
          row.scrollIntoView({ block: 'center', behavior: 'instant' });
          await new Promise(requestAnimationFrame);
          const { x, y, height } = row.getBoundingClientRect();
          return { x: x + 5, y: y + height / 2 };
        })()
        """)
    }

    @Test(
      "marks what a row of its data table tells of",
      arguments: [
        ("fig-heart", 60, 3), ("fig-sweep", 2, 1), ("fig-heart-gap", 1, 1),
      ])
    func rows(figure: String, number: Int, marks: Int) async throws {
      try await open()
      let place = try await row(number, of: figure)
      try await browser.hover(place.x, place.y)
      try await browser.settle()
      // At least one in each panel; what lies on another is marked once.
      let found: Int = try await browser.value("figure.querySelectorAll('svg .at').length")
      #expect(found >= marks)
      #expect(try await browser.value("figure.querySelector('tr.lit').sectionRowIndex") == number)
      try await browser.press(.escape)
      #expect(try await browser.value("figure.querySelectorAll('.at, .lit').length") == 0)
    }

    @Test("marks the row that tells of the point under the pointer, and is walked row by row")
    func rowOfPoint() async throws {
      try await open()
      _ = try await row(0, of: "fig-heart")
      let lit = "figure.querySelector('tr.lit')?.cells[0].textContent ?? ''"
      try await browser.run(
        """
        window.plot = [...figure.querySelectorAll('svg.plot')].find(svg => svg.clientWidth > 0);
        plot.focus({ focusVisible: true });
        """)
      #expect(try await browser.value(lit) == "1")
      try await browser.run("figure.querySelector('tbody tr[tabindex]').focus()")
      try await browser.press(.down, .down)
      let third: String = try await browser.value(
        "figure.querySelector('tbody').rows[2].cells[0].textContent")
      #expect(try await browser.value(lit) == third)
      let marks: Int = try await browser.value("figure.querySelectorAll('svg .at').length")
      #expect(marks > 2, "in all panels")
    }

    @Test("calls its buttons what they were, also after two quick clicks")
    func buttonWords() async throws {
      try await open()
      let words: [String] = try await browser.value(
        """
        (async () => {
          const button = figure.querySelector('button.csv'), words = [];
          navigator.clipboard.writeText = async () => {};
          for (const _ of [1, 2]) {
            button.click();
            await new Promise(done => setTimeout(done, 50));
            words.push(button.textContent);
          }
          await new Promise(done => setTimeout(done, 1700));
          return [...words, button.textContent];
        })()
        """)
      #expect(words == ["Copied", "Copied", "Copy CSV"])
    }

    @Test("has an address, which a click on its name copies")
    func address() async throws {
      try await open()
      let copied: String = try await browser.value(
        """
        new Promise(done => {
          navigator.clipboard.writeText = async text => done(text);
          figure.querySelector('figcaption a.self').click();
        })
        """)
      #expect(copied.hasSuffix("/first-look.html#fig-sweep"))
      #expect(try await browser.value("location.hash") == "#fig-sweep")
    }

    @Test("loses its tip by Escape, wherever the focus is")
    func escape() async throws {
      try await open()
      let place = try await place(of: "0.35 best", epoch: 100)
      try await browser.hover(place.x, place.y)
      #expect(try await tip != "")
      try await browser.press(.escape)
      #expect(try await tip == "")
    }

    @Test("is saved as SVG and PNG as it is shown, without what needs the page")
    func saves() async throws {
      for view in [View(), View(isDark: true), View(width: 390, height: 844)] {
        try await open(view)
        let sizes: [Double] = try await browser.value(
          """
          (async () => {
            const blobs = [];
            const address = URL.createObjectURL;
            URL.createObjectURL = blob => (blobs.push(blob), address.call(URL, blob));
            HTMLAnchorElement.prototype.click = () => {};
            figure.querySelector('.tools .svg').click();
            figure.querySelector('.tools .png').click();
            while (blobs.length < 2) await new Promise(done => setTimeout(done, 20));
            const text = await blobs[0].text();
            const parsed = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
            const wrong = /var\\(|class=|data-|<parsererror/.exec(text);
            if (wrong) throw new Error(`${wrong[0]} in the file`);
            const bitmap = await createImageBitmap(blobs[1]);
            return [parsed.width.baseVal.value, bitmap.width, blobs[1].size];
          })()
          """)
        #expect(sizes[1] == 2 * sizes[0], "\(view.width) px")
        #expect(sizes[2] > 10_000, "the picture is not blank")
      }
      let console = try await browser.log()
      #expect(console == [])
    }

    @Test("gives its numbers as comma-separated values")
    func copies() async throws {
      try await open()
      let copied: String = try await browser.value(
        """
        new Promise(done => {
          navigator.clipboard.writeText = async text => done(text);
          figure.querySelector('.tools .csv').click();
        })
        """)
      #expect(copied.split(separator: "\n").count == 13)
      #expect(copied.contains(","))
    }
  }
}
