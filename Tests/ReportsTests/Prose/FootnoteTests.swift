import Notebook
import Testing

@testable import Reports

struct FootnoteTests {
  @Test("Notes are numbered as they are mentioned, and lead back to each mention")
  func numbers() {
    let page = SampleReport.article("a[^x] b[^y] c[^x]\n\n[^y]: Why.\n[^x]: Ex.\n")
    #expect(page.matches(of: /<sup class="fn">/).count == 3)
    #expect(page.contains("<a id=\"fnref-x\" href=\"#fn-x\""))
    #expect(page.contains("<a id=\"fnref-x-1\" href=\"#fn-x\""))
    #expect(page.contains("<li id=\"fn-x\"><p>Ex.</p> <a class=\"back\" href=\"#fnref-x\""))
    let ids = page.matches(of: /<li id="fn-(\w)"/).map { String($0.output.1) }
    #expect(ids == ["x", "y"])
  }

  @Test("A note in place is numbered with the others")
  func inPlace() {
    let page = SampleReport.article("a^[First *one*.] b[^x] c^[Third.]\n\n[^x]: Second.\n")
    let notes = page.matches(of: /<li id="fn-[^"]*"><p>(.*?)<\/p>/).map { String($0.output.1) }
    #expect(notes == ["First <em>one</em>.", "Second.", "Third."])
    #expect(SampleReport.make("a^[First.]").validate().isEmpty)
  }

  @Test("What is not there is an error, what nobody mentions a warning")
  func problems() {
    let found = SampleReport.make("a[^nte] and [^other]\n\n[^note]: Text.\n").validate().map(\.line)
    #expect(
      found == [
        "notes/sample.md:1:2: error: there is no footnote '[^nte]'; did you mean '[^note]'?",
        "notes/sample.md:1:13: error: there is no footnote '[^other]'; write a line '[^other]: …'",
        "notes/sample.md:3:1: warning: nothing refers to the footnote '[^note]'",
      ])
  }

  @Test("A note of a caption has a number")
  func captions() {
    let page = SampleReport.article(
      "```{curve}\n#| label: fig-a\n#| fig-cap: A[^n].\n```\n\n[^n]: Note.\n")
    #expect(page.contains("A<sup class=\"fn\"><a href=\"#fn-n\""))
  }
}
