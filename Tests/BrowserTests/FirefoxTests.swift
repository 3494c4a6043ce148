import Foundation
import Testing

/// What is different between browsers: layout, the policy, keys and the pointer, WebAssembly.
@Suite(
  "In Firefox, a page", .serialized,
  .enabled(
    if: Installation.found?.hasFirefox == true,
    "Firefox is not installed; scripts/install-browser-tests installs it where it can"))
struct FirefoxTests {
  let firefox: Firefox

  init() throws { firefox = try Firefox.shared() }

  @Test("keeps to its width, its labels and its policy", arguments: SamplePage.allCases)
  func layout(page: SamplePage) async throws {
    try await firefox.open(page.report())
    for width in [1400, 960, 700, 360] {
      try await firefox.show(width: width)
      try await firefox.expectNone("layout", "9", "\(width) px")
    }
    #expect(try await firefox.log() == [])
  }

  @Test("says the values under the pointer, and is walked by arrow keys")
  func tips() async throws {
    try await open("fig-sweep")
    let middle: [Double] = try await firefox.value(
      """
      (() => {
        const line = plot.querySelector('[data-s="0.35 best"]:not(.key) .ln');
        const point = line.getPointAtLength(line.getTotalLength() / 2)
          .matrixTransform(plot.getScreenCTM());
        return [point.x, point.y];
      })()
      """)
    try await firefox.hover(middle[0], middle[1])
    let words = try await tip.split(separator: "\n")
    #expect(words.count == 3 && words[1].hasPrefix("epoch "), "\(words)")
    try await firefox.run("plot.focus({ focusVisible: true })")
    try await firefox.press(.home, .right, .right)
    #expect(try await tip.contains("epoch 3"))
    try await firefox.press(.escape)
    #expect(try await tip == "")
  }

  @Test("opens its data tables, and gives what it shows as SVG and PNG")
  func tools() async throws {
    try await open("fig-sweep")
    let sizes: [Double] = try await firefox.value(
      """
      (async () => {
        const blobs = [], address = URL.createObjectURL;
        URL.createObjectURL = (blob) => (blobs.push(blob), address.call(URL, blob));
        HTMLAnchorElement.prototype.click = () => {};
        figure.querySelector('.tools .svg').click();
        figure.querySelector('.tools .png').click();
        while (blobs.length < 2) await new Promise((done) => setTimeout(done, 20));
        const fold = [...figure.querySelectorAll('summary')].at(-1);
        fold.click();
        return [blobs[0].size, blobs[1].size,
          fold.parentElement.querySelector('table').offsetHeight];
      })()
      """)
    #expect(sizes.allSatisfy { $0 > 200 }, "\(sizes)")
    #expect(try await firefox.log() == [])
  }

  @Test("is dark where its reader chooses that")
  func theme() async throws {
    try await firefox.open(SamplePage.firstLook.report())
    let papers: [String] = try await firefox.value(
      """
      ['dark', 'light'].map((name) => {
        document.querySelector(`.tog [value=${name}]`).click();
        return getComputedStyle(document.body).backgroundColor;
      })
      """)
    #expect(papers == ["rgb(20, 23, 27)", "rgb(253, 253, 251)"])
  }

  @Test("is searched, where it is part of a site")
  func search() async throws {
    try await firefox.open(SampleSite.page("one.html"))
    try await firefox.press(.slash)
    try await firefox.type("sigmoid")
    let found: Int = try await firefox.value(
      """
      (async () => {
        const hits = () => document.querySelectorAll('dialog li').length;
        for (let i = 0; i < 100 && hits() === 0; i++) {
          await new Promise((done) => setTimeout(done, 20));
        }
        return hits();
      })()
      """)
    #expect(found == 1)
    #expect(try await firefox.log() == [])
  }

  /// Opens a page with a figure, and its first drawing, `plot`, in the middle of the window.
  func open(_ figure: String, of page: SamplePage = .firstLook) async throws {
    try await firefox.open(page.report())
    try await firefox.run(
      """
      window.figure = document.getElementById('\(figure)');
      window.plot = [...figure.querySelectorAll('svg.plot')].find((svg) => svg.clientWidth > 0);
      window.tip = document.querySelector('.tooltip');
      plot.scrollIntoView({ block: 'center', behavior: 'instant' });
      """)
    try await firefox.settle()
  }

  private var tip: String {
    get async throws {
      try await firefox.value(
        "new Promise(requestAnimationFrame).then(() => tip.hidden ? '' : tip.innerText)")
    }
  }
}
