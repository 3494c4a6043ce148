import Testing

/// Reports on a Linux that has no font but DejaVu, the widest of the common ones.
@Suite(
  "Where there is no font but DejaVu, a page", .serialized,
  .enabled(if: Installation.found != nil, "Chromium or its tools are not installed"))
struct BareTests {
  private let browser: Browser

  init() throws { browser = try Browser.bare() }

  @Test("keeps to its width, and its labels to their drawings", arguments: SamplePage.allCases)
  func layout(page: SamplePage) async throws {
    try await browser.open(page.report())
    for width in Widths.all { try await browser.expectLayout(View(width: width)) }
  }

  @Test("has neither a serif nor another sans", arguments: ["data", "prose"])
  func fonts(stack: String) async throws {
    try await browser.open(SamplePage.firstLook.report())
    let widths: [Double] = try await browser.value(
      """
      [getComputedStyle(document.documentElement).getPropertyValue('--\(stack)'), '"DejaVu Sans"']
        .map((font) => {
          const context = new OffscreenCanvas(1, 1).getContext('2d');
          context.font = `20px ${font}`;
          return context.measureText('The width of a line, 0123').width;
        })
      """)
    // The system's own face is drawn without hints, which changes it by a few pixels.
    #expect(abs(widths[0] - widths[1]) < 4, "\(widths)")
  }
}
