import Notebook
import Testing

@testable import Reports

struct ListingTests {
  static let isInstalled = TypesettingFiles.system.highlight != nil

  private func set(_ code: String, _ language: String) -> Typesetter.SetListing {
    Typesetter.system.set(code: code, in: language)
  }

  @Test(
    "Keys, strings, numbers and comments have classes, and nothing else",
    .enabled(if: isInstalled),
    arguments: [
      (
        "yaml", "rate: 0.1  # c",
        "<span class=\"hk\">rate</span>: <span class=\"hn\">0.1</span>  <span class=\"hc\"># c</span>"
      ),
      (
        "yaml", "a: {b: [c, 'd']}",
        "<span class=\"hk\">a</span>: {b: [c, <span class=\"hs\">'d'</span>]}"
      ),
      ("py", "x = 'a < b'", "x = <span class=\"hs\">'a &lt; b'</span>"),
      ("swift", "let x = 1", "<span class=\"hk\">let</span> x = <span class=\"hn\">1</span>"),
      ("json", "{\"a\": 1}", "{<span class=\"hk\">\"a\"</span>: <span class=\"hn\">1</span>}"),
      ("sh", "# c", "<span class=\"hc\"># c</span>"),
    ])
  func colours(language: String, code: String, markup: String) {
    guard case .markup(let html) = set(code, language) else {
      Issue.record("\(set(code, language))")
      return
    }
    #expect(html.replacing("&quot;", with: "\"") == markup)
  }

  @Test("Some listings have no colours", arguments: ["", "text", "none", "../x", "a b"])
  func plain(language: String) { #expect(set("x", language) == .plain) }

  @Test(
    "A language that nobody knows is shown plain; nearly known, it is a warning",
    .enabled(if: isInstalled))
  func unknown() {
    #expect(set("x", "klingon") == .unknownLanguage)
    var report = SampleReport.make("```pyhton\nx\n```\n\n```klingon-script\nx\n```\n")
    report.typesetter = .system
    #expect(
      report.validate().map(\.line) == [
        "notes/sample.md:1:1: warning: no listing has the language 'pyhton'; did you mean 'python'?"
      ])
  }

  @Test("Without highlight.js one warning tells it")
  func missing() {
    let found = SampleReport.make("```py\nx\n```\n\n```yaml\nx\n```\n").validate().map(\.line)
    #expect(
      found == [
        "notes/sample.md:1:1: warning: listings have no colours, because highlight.js is not installed; "
          + "install node-highlight.js, or name its folder in NNBOOK_HIGHLIGHT"
      ])
  }

  @Test("Every grammar of the system can be read", .enabled(if: isInstalled))
  func grammars() {
    let code = "a = \"b\" + 1 # <script>alert('x')</script>\n/* c */ 'd' {e: f}\n"
    for language in TypesettingFiles.system.languages {
      guard case .markup(let html) = set(code, language) else { continue }
      let rest = html.replacing(/<\/?span( class="h[ksnc]")?>/, with: "")
      #expect(!rest.contains("<"), "\(language): \(html)")
    }
  }

  @Test("The source of a block is coloured as YAML", .enabled(if: isInstalled))
  func source() {
    var report = SampleReport.make("```{curve}\n#| echo: true\n#| code-fold: false\nrate: 1\n```\n")
    report.typesetter = .system
    let page = HTMLReport.article(PageContext(report)).text
    #expect(
      page.contains(
        "<code><span class=\"hc\">```{curve}</span>\n<span class=\"hc\">#| echo: true</span>\n"))
    #expect(
      page.contains(
        "<span class=\"hk\">rate</span>: <span class=\"hn\">1</span>\n<span class=\"hc\">```</span></code>"
      ))
  }
}
