import Notebook
import Testing

@testable import Reports

struct CitationTests {
  private static let works = """
    @inproceedings{adam, author = {Kingma, Diederik P. and Ba, Jimmy}, year = 2015,
      title = {Adam}, booktitle = {ICLR}, pages = {1-15}, eprint = {1412.6980}}
    @article{robbins, author = {Herbert Robbins and Sutton Monro}, year = 1951, volume = 22, number = 3,
      title = {A Stochastic Approximation Method}, journal = {Annals}, pages = {400--407},
      doi = {https://doi.org/10.1214/aoms}}
    @book{deep, author = {Ian Goodfellow and Yoshua Bengio and Aaron Courville}, year = 2016,
      title = {Deep Learning}, publisher = {MIT Press}, address = {Cambridge}}
    @misc{many, author = {A One and B Two and C Three and D Four}, title = {Many?}, url = {javascript:x}}
    @phdthesis{thesis, author = {Same, A.}, year = 2001, title = {Thesis}, school = {School}}
    @misc{web, author = {Same, A.}, date = {2001-05-06}, title = {Another}, howpublished = {Web}}
    @misc{bare, title = {No author <b>}}
    """

  static func report(_ text: String, works: String = works) -> Report {
    let files = FileReader.memory(["notes/a.bib": works])
    let (notebook, _) = NotebookReader.read(
      source: "---\nbibliography: a.bib\n---\n" + text, path: "notes/sample.md", files: files)
    return Report(
      notebook: notebook, outcomes: notebook.blocks.map { _ in BlockOutcome() },
      provenance: SampleReport.provenance)
  }

  /// The text of a page without markup.
  private func words(_ text: String) -> String {
    HTML.unescape(
      HTMLReport.article(PageContext(Self.report(text))).text.replacing(/<[^>]*>/, with: ""))
  }

  @Test(
    "A citation names author and year",
    arguments: [
      ("@adam says", "Kingma and Ba (2015) says"),
      ("@adam [p. 3] says", "Kingma and Ba (2015, p.\u{A0}3) says"),
      ("So [@adam].", "So (Kingma and Ba 2015)."),
      (
        "[see @adam, pp. 1-2; @robbins]",
        "(see Kingma and Ba 2015, pp.\u{A0}1-2; Robbins and Monro 1951)"
      ),
      ("Ba [-@adam]", "Ba (2015)"), ("Ba -@adam [p. 3]", "Ba (2015, p.\u{A0}3)"),
      ("[@deep]", "(Goodfellow, Bengio, and Courville 2016)"),
      ("[@many]", "(One et al. n.d.)"), ("[@bare]", "(No author <b> n.d.)"),
      ("[@thesis; @web]", "(Same 2001b; Same 2001a)"), ("mail@adam", "mail@adam"),
    ])
  func labels(text: String, label: String) {
    #expect(words(text).contains(label))
  }

  @Test(
    "The list says where a work is to be found",
    arguments: [
      (
        "adam",
        "Kingma, Diederik P., and Jimmy Ba. 2015. “Adam.” In ICLR, 1–15. https://arxiv.org/abs/1412.6980."
      ),
      (
        "robbins",
        "Robbins, Herbert, and Sutton Monro. 1951. “A Stochastic Approximation Method.” "
          + "Annals 22 (3): 400–407. https://doi.org/10.1214/aoms."
      ),
      (
        "deep",
        "Goodfellow, Ian, Yoshua Bengio, and Aaron Courville. 2016. Deep Learning. Cambridge: MIT Press."
      ),
      ("many", "One, A, B Two, C Three, and D Four. n.d. “Many?” "),
      ("thesis", "Same, A. 2001. “Thesis.” PhD thesis, School."),
      ("web", "Same, A. 2001. “Another.” Web."), ("bare", "No author <b>. n.d."),
    ])
  func list(key: String, line: String) {
    #expect(words("[@\(key)]").contains(line.trimmingSuffix))
  }

  @Test("The list is sorted, holds what is cited, and leads back")
  func order() {
    let page = HTMLReport.article(
      PageContext(Self.report("[@robbins], @adam.[^n] @adam\n\n[^n]: [@deep]"))
    ).text
    let ids = page.matches(of: /<li id="ref-(\w+)"/).map { String($0.output.1) }
    #expect(ids == ["deep", "adam", "robbins"])
    for id in ["cite-adam", "cite-adam-1", "cite-deep", "cite-robbins"] {
      #expect(page.contains("id=\"\(id)\"") && page.contains("href=\"#\(id)\""), "\(id)")
    }
  }

  @Test("A division with the label refs takes the list")
  func place() throws {
    let page = HTMLReport.article(PageContext(Self.report("[@adam]\n\n::: {#refs}\n:::\n\nLast.")))
      .text
    #expect(page.matches(of: /class="refs"/).count == 1)
    let (list, last) = try (
      #require(page.firstRange(of: "class=\"refs\"")), #require(page.firstRange(of: "Last."))
    )
    #expect(list.lowerBound < last.lowerBound)
  }

  @Test("Unknown works are errors with the nearest key, in captions too")
  func unknown() {
    let found = Self.report(
      "@adm, [@nothinglikeit; @robbins]\n\n```{curve}\n#| fig-cap: After @adma.\n```\n"
    ).validate().map(\.line)
    #expect(
      found == [
        "notes/sample.md:4:1: error: the bibliography has no '@adm'; did you mean '@adam'?",
        "notes/sample.md:4:8: error: the bibliography has no '@nothinglikeit'; it has 7 entries",
        "notes/sample.md:6:5: error: the bibliography has no '@adma'; did you mean '@adam'?",
      ])
  }

  @Test("Without a bibliography a name is a name, and brackets are an error")
  func without() {
    let report = SampleReport.make("@someone wrote [@adam]")
    #expect(SampleReport.article("@someone wrote").contains("<p>@someone wrote</p>"))
    #expect(
      report.validate().map(\.line) == [
        "notes/sample.md:1:17: error: '@adam' cites, but the front matter names no 'bibliography'; "
          + "write for example 'bibliography: references.bib'"
      ])
  }
}

extension String {
  fileprivate var trimmingSuffix: String { hasSuffix(" ") ? String(dropLast()) : self }
}
