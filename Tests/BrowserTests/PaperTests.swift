import Foundation
import Testing

extension BrowserTests {
  /// Pages as they are printed.
  @Suite("On paper, a page")
  struct PaperTests {
    private let browser: Browser
    private let installation: Installation

    init() throws {
      browser = try Browser.shared()
      installation = try #require(Installation.found)
    }

    /// A sheet, as Scripts/paper.py sees it.
    private struct Sheet: Decodable {
      var text: String
      /// How far ink stays from the left, top, right and bottom edge, in millimetres.
      var margins: [Double]?
      /// How much of the height between the margins has ink, the foot left out.
      var fill: Double
    }

    @Test("breaks no figure, box or row, and keeps to its margins", arguments: SamplePage.allCases)
    func sheets(page: SamplePage) async throws {
      try await browser.open(page.report())
      // Marks in the upper and lower corner of what may not be broken; paper tells where they are.
      let parts: [String] = try await browser.value(
        """
        [...document.querySelectorAll('.figure, .box, .err, .claims li, tr')]
          .filter((part) => part.checkVisibility() && part.offsetHeight < 800)
          .map((part, i) => {
            const cell = part.localName === 'tr' ? part.cells[0] : part;
            cell.style.position = 'relative';
            for (const [side, sign] of [['top', 'A'], ['bottom', 'B']]) {
              const mark = document.createElement('span');
              mark.textContent = `@${i}${sign}@`;
              mark.style.cssText = `position:absolute;left:0;${side}:0;font:1px sans-serif;color:#fff`;
              cell.append(mark);
            }
            return `${part.className || part.localName} ${part.id}`;
          })
        """)
      #expect(!parts.isEmpty)
      let sheets = try await sheets()
      for (number, part) in parts.enumerated() {
        let upper = sheets.firstIndex { $0.text.contains("@\(number)A@") }
        let lower = sheets.firstIndex { $0.text.contains("@\(number)B@") }
        #expect(upper != nil && upper == lower, "\(part) is broken")
      }
      // The two that are made to be odd are.
      guard ![.odd, .hostile].contains(page) else { return }
      for (number, sheet) in sheets.dropLast().enumerated() {
        #expect(sheet.fill > 0.4, "sheet \(number + 1) is sparse")
      }
    }

    @Test(
      "has no text below 6.5 pt, and none that leaves its place", arguments: SamplePage.allCases)
    func sizes(page: SamplePage) async throws {
      // 174 mm lie between the margins; 12 px of a drawing of 912 come to 6.489 pt.
      try await browser.open(page.report(), View(width: 658, isPaper: true))
      try await browser.expectNone("layout", "6.48 * 96 / 72", "on paper")
    }

    @Test("keeps headings with what follows, and captions with their drawings")
    func headings() async throws {
      for page in [SamplePage.gallery, .firstLook, .writing] {
        try await browser.open(page.report())
        let headings: [String] = try await browser.value(
          """
          [...document.querySelectorAll('article :is(h2, h3)')].map((heading, i) => {
            const mark = (element, letter) => element.prepend(Object.assign(
              document.createElement('span'), { textContent: `@${i}${letter}@`,
              style: 'position:absolute;font:1px sans-serif;color:#fff' }));
            mark(heading, 'A');
            const next = heading.nextElementSibling;
            if (next) mark(next.matches('.figure') ? next.querySelector('figcaption') ?? next : next, 'B');
            return next ? heading.textContent : '';
          })
          """)
        let sheets = try await sheets()
        for (number, heading) in headings.enumerated() where !heading.isEmpty {
          let upper = sheets.firstIndex { $0.text.contains("@\(number)A@") }
          let lower = sheets.firstIndex { $0.text.contains("@\(number)B@") }
          #expect(upper != nil && upper == lower, "\(heading) stands alone at the foot of a sheet")
        }
      }
    }

    @Test("has its title and a number at each foot, and blank margins")
    func feet() async throws {
      try await browser.open(SamplePage.firstLook.report(), View(isDark: true))
      for (number, sheet) in try await sheets().enumerated() {
        let lines = sheet.text.split(separator: "\r\n")
        #expect(sheet.text.contains("A first look"), "sheet \(number + 1)")
        #expect(lines.contains { $0.hasSuffix("\(number + 1)") }, "sheet \(number + 1)")
        let margins = try #require(sheet.margins, "sheet \(number + 1) is blank")
        #expect(margins[0] >= 16 && margins[1] >= 16 && margins[2] >= 16, "\(margins)")
        #expect(!sheet.text.contains("Copy CSV") && !sheet.text.contains("On this page"))
      }
    }

    private func sheets() async throws -> [Sheet] {
      let file = try SamplePage.folder().appending(path: "paper.pdf")
      let reply = try await browser.print()
      try reply.write(to: file)
      let script = Folder.scripts.appending(path: "paper.py").path
      let run = try Tool([installation.python.path, script, file.path])
      #expect(run.status == 0, "\(run.errors)")
      return try JSONDecoder().decode([Sheet].self, from: run.output)
    }
  }
}
