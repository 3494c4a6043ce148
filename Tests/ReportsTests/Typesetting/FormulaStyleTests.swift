import Testing

@testable import Reports

struct FormulaStyleTests {
  private static let sheet = """
    /* { */ @font-face{font-family:KaTeX_Main;font-style:normal;font-weight:400;\
    src:url(fonts/Main.woff2) format("woff2"),url(fonts/Main.ttf)}
    @font-face { font-family: "KaTeX_Main"; src: url(fonts/MainBold.woff2); font-weight: bold }
    @font-face{font-family:KaTeX_Size1;src:url(fonts/Size1.woff2)}
    .katex{font:normal 1.21em KaTeX_Main,serif} .katex .textbf{font-weight:700}
    .katex .op.small,.katex .op.large>span:first-child{font-family:KaTeX_Size1}
    body{counter-reset:a} @media print{.katex{color:red}}
    .katex *{color:inherit} .katex .mord + .mbin{margin:0}
    """

  private func rules(_ markup: String) -> [String] {
    FormulaStyle([markup], sheet: Self.sheet, folder: "/nowhere").text
      .split(separator: "\n").map(String.init)
  }

  @Test("Only rules are kept that can match an element")
  func rulesAreFiltered() {
    #expect(
      rules("<span class=\"katex\"><i class=\"mord\"></i></span>") == [
        ".katex{font:normal 1.21em KaTeX_Main,serif}", ".katex *{color:inherit}",
      ])
    #expect(
      rules("<b class=\"katex\"><i class=\"op large\"></i><i class=\"mord x\"></i></b>").contains(
        ".katex .op.large>span:first-child{font-family:KaTeX_Size1}"))
    // Each class somewhere is not enough: one element must have both.
    #expect(
      !rules("<b class=\"katex op\"><i class=\"large\"></i></b>").contains { $0.contains("op") })
  }

  @Test("The faces that the kept rules ask for, and no others")
  func faces() {
    let faces = CSSRule.all(in: Self.sheet).compactMap(FontFace.init)
    #expect(faces.map(\.file) == ["fonts/Main.woff2", "fonts/MainBold.woff2", "fonts/Size1.woff2"])
    func wanted(_ bodies: String...) -> [String] {
      faces.filter(FontFace.named(in: bodies).contains).map(\.file)
    }
    let main = "font:normal 1.21em KaTeX_Main,serif"
    #expect(wanted(main) == ["fonts/Main.woff2"])
    #expect(wanted(main, "font-weight:700") == ["fonts/Main.woff2", "fonts/MainBold.woff2"])
    #expect(wanted("font-family:KaTeX_Size1", "font-weight:700") == ["fonts/Size1.woff2"])
  }

  @Test("The fonts of formulas lie in the style", .enabled(if: TypesetterTests.isInstalled))
  func fonts() {
    func families(_ markdown: String) -> [String] {
      var report = SampleReport.make(markdown)
      report.typesetter = .system
      return report.formulaStyle.matches(of: /@font-face{font-family:KaTeX_(\w+)/)
        .map { String($0.output.1) }
    }
    #expect(families("no formula") == [])
    #expect(families("$1$") == ["Main"])
    #expect(families("$x$") == ["Main", "Math"])
    #expect(families("$\\mathbb R$") == ["AMS", "Main"])
    #expect(families("$$\\sum_i \\left(\\frac12\\right)$$").contains("Size2"))
  }
}
