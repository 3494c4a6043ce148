import Experiments
import Foundation
import Plotting
import Testing

@testable import Reports

@Suite("The numbers of a page")
struct PageNumbersTests {
  static func page(_ source: String) -> Data {
    Data(HTMLReport.render(SampleReport.make(source)).utf8)
  }

  @Test("are read back as they were written")
  func roundTrip() throws {
    let numbers = try PageNumbers(
      page: Self.page("```{pair}\n#| label: fig-a\n```\n\n```{numbers}\n#| include: false\n```\n"))
    let own = numbers.metrics.filter { $0.block == "fig-a" }
    #expect(own.map { $0.name } == SampleReport.metrics.map { String($0.name) })
    #expect(own.map { Double($0.value) } == SampleReport.metrics.map { $0.value })
    #expect(numbers.metrics.filter { $0.block == "block-2" }.count == own.count)
    #expect(numbers.tables.map { $0.anchor } == ["fig-a"], "an empty table is not in the page")
    #expect(
      numbers.tables.first?.rows == [
        ["Epoch", "Loss", "Note"], ["1", "0.5", ""], ["2", "0.25", "best, so far"],
        ["3", "", "diverged"],
      ])
  }

  @Test("are none in other files, and not whole in a page that is cut off")
  func refused() {
    let page = Self.page("```{pair}\n```\n")
    #expect(throws: PageNumbers.Problem.noReport) { try PageNumbers(page: Data()) }
    #expect(throws: PageNumbers.Problem.noReport) {
      try PageNumbers(page: Data("<pre class=\"metrics\" hidden>a</pre>".utf8))
    }
    #expect(throws: PageNumbers.Problem.noMetrics) {
      try PageNumbers(page: page.prefix(page.count - 40))
    }
  }

  @Test("are found in a page of a template that does not name nnbook")
  func otherTemplate() throws {
    let page = Self.page("```{pair}\n```\n")
    let line = "<meta name=\"generator\" content=\"nnbook\">\n"
    let other = String(decoding: page, as: UTF8.self).replacing(line, with: "")
    #expect(other.utf8.count < page.count)
    #expect(try PageNumbers(page: Data(other.utf8)) == PageNumbers(page: page))
  }

  @Test("survive every field that needs quotes or escapes")
  func fields() {
    let rows = [
      ["a", "b,c", "\"d\""], ["", "\n", "\"\""], ["<&>", "'", "é"], ["\",\"", "", "x"],
    ]
    #expect(CSV.rows(CSV.text(rows)) == rows)
    let text = CSV.text(rows)
    #expect(HTML.unescape(HTML(escaping: text).text) == text)
    #expect(HTML.unescape("&amp;lt;") == "&lt;")
  }

  @Test("hide from the eye, and their words from the comparison of texts")
  func hidden() throws {
    let (old, new) = (Self.page("# A\n\nOne *two*.\n"), Self.page("# A\n\nOne **three**.\n"))
    let difference = try #require(PageText.firstDifference(old, new))
    #expect(difference == ("One two.", "One three."))
    #expect(PageText.firstDifference(old, old) == nil)
    let drawn = Self.page("```{pair}\n```\n")
    let other = Data(
      String(decoding: drawn, as: UTF8.self).replacing("<line", with: "<line class='x'").utf8)
    #expect(PageText.firstDifference(drawn, other) == nil)
  }
}
