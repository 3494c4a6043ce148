import Foundation
import TestSupport
import Testing

extension BrowserTests {
  /// Formulas within lines of prose.
  @Suite("Formulas in lines")
  struct FormulaTests {
    private let browser: Browser

    init() throws { browser = try Browser.shared() }

    private static let text =
      "Weights $w$, inputs ($x$), the $k$th of $n$-dimensional spaces, $a = b + c + d + e$, then "
      + String(repeating: "$z$, ", count: 40)
      + #"and $\text{one that no line can end in, as long as it is}$."#

    private func page() throws -> URL {
      let folder = try SamplePage.folder().appending(path: "formulas")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let (notebook, page) = (folder.appending(path: "a.md"), folder.appending(path: "a.html"))
      try Data("# Formulas\n\n\(Self.text)\n".utf8).write(to: notebook)
      let run = try Tool([
        builtProgram("nnbook").path, "render", notebook.path, "-o", page.path, "--no-cache",
      ])
      #expect(run.status == 0, "\(run.errors)")
      return page
    }

    @Test("A comma never begins a line, and nothing leaves the column")
    func commas() async throws {
      let page = try page()
      for width in stride(from: 320, through: 720, by: 16) {
        try await browser.open(page, View(width: width, height: 900))
        let torn: Int = try await browser.value(
          """
          [...document.querySelectorAll('.nw > :is(.katex, .sc)')].filter((formula) => {
            const behind = formula.nextSibling;
            if (behind?.nodeType !== Node.TEXT_NODE) return false;
            const range = document.createRange();
            range.setStart(behind, 0);
            range.setEnd(behind, 1);
            const bases = formula.querySelectorAll('.base');
            return range.getBoundingClientRect().left
              < bases[bases.length - 1].getBoundingClientRect().left - 1;
          }).length
          """)
        #expect(torn == 0, "\(width) px")
        let beyond: Int = try await browser.value(
          "document.documentElement.scrollWidth - document.documentElement.clientWidth")
        #expect(beyond <= 0, "\(width) px")
      }
    }
  }
}
