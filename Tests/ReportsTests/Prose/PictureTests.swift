import Notebook
import Testing

@testable import Reports

struct PictureTests {
  private func article(_ text: String) -> String {
    let files = FileReader.memory(["notes/figs/a b.svg": "<svg viewBox=\"0 0 1 1\"/>"])
    let (notebook, _) = NotebookReader.read(source: text, path: "notes/sample.md", files: files)
    var report = Report(
      notebook: notebook, outcomes: notebook.blocks.map { _ in BlockOutcome() },
      provenance: SampleReport.provenance)
    report.typesetter = Typesetter(files: .none)
    return HTMLReport.article(PageContext(report)).text
  }

  private static let address = "data:image/svg+xml;base64,PHN2ZyB2aWV3Qm94PSIwIDAgMSAxIi8+"

  @Test("A picture alone is a numbered figure")
  func figure() {
    let page = article(
      "See @fig-a.\n\n![A *caption*](figs/a%20b.svg){#fig-a fig-alt=\"Words\" width=50%}")
    #expect(page.contains("<a href=\"#fig-a\">Figure\u{A0}1</a>"))
    #expect(
      page.contains(
        "<div class=\"figure\" id=\"fig-a\"><figure><img src=\"\(Self.address)\" alt=\"Words\" "
          + "style=\"width:50%\">"))
    #expect(page.contains("<figcaption><b>Figure 1.</b> A <em>caption</em></figcaption>"))
  }

  @Test("A picture in a line, or without a caption, is no figure")
  func inline() {
    let page = article("![](<figs/a b.svg>)\n\nText ![alt](<figs/a b.svg>) on.")
    #expect(page.contains("<p><img src=\"\(Self.address)\" alt=\"\"></p>"))
    #expect(page.contains("Text <img src=\"\(Self.address)\" alt=\"alt\"> on."))
    #expect(!page.contains("figcaption"))
  }

  @Test(
    "A picture of another host shows its text alternative, a file that is missing its name",
    arguments: [
      ("https://a.b/c.png", "<span class=\"image\">the words</span>"),
      ("figs/x.png", "<span class=\"unknown\">figs/x.png</span>"),
    ])
  func others(address: String, shown: String) {
    #expect(article("Text ![the words](\(address)).").contains(shown))
  }
}
