import Crypto
import Foundation
import Testing

@testable import Reports

struct PageTests {
  static let page = HTMLReport.render(
    SampleReport.make("# A page\n\n## One\n\n### Two\n\n#### Three\n\n```{pair}\n```\n"))

  @Test("The same report gives the same bytes")
  func sameBytes() {
    let source = "# A\n\n```{diverging}\n#| label: fig-a\nexpect: [loss < 0.01]\n```\n\n@fig-a"
    let pages = (0..<3).map { _ in HTMLReport.render(SampleReport.make(source)) }
    #expect(Set(pages).count == 1)
  }

  @Test("The policy names the hash of the page's only script, byte for byte")
  func policyNamesScript() throws {
    let scripts = Self.page.matches(of: /<script>((?s:.*?))<\/script>/)
    let script = try #require(scripts.count == 1 ? String(scripts[0].output.1) : nil)
    let digest = Data(SHA256.hash(data: Data(script.utf8))).base64EncodedString()
    let policy = try #require(
      Self.page.firstMatch(of: /http-equiv="Content-Security-Policy" content="([^"]*)"/))
    let directives = policy.output.1.replacing("&#39;", with: "'").split(separator: "; ")
    #expect(
      directives == [
        "default-src 'none'", "img-src data:", "font-src data:", "style-src 'unsafe-inline'",
        "script-src 'sha256-\(digest)'", "base-uri 'none'", "form-action 'none'",
      ])
  }

  @Test("The policy comes before everything that it governs")
  func policyComesFirst() throws {
    let policy = try #require(Self.page.range(of: "Content-Security-Policy"))
    let style = try #require(Self.page.range(of: "<style"))
    let script = try #require(Self.page.range(of: "<script"))
    #expect(policy.upperBound < style.lowerBound && style.upperBound < script.lowerBound)
  }

  @Test("A page asks for nothing from outside")
  func nothingFromOutside() {
    let addresses = PageScanner(Self.page).tags.flatMap { tag in
      ["src", "srcset", "href", "xlink:href", "data", "action", "poster"]
        .compactMap { tag.attributes[$0] }
    }
    #expect(addresses.allSatisfy { $0.hasPrefix("#") }, "\(addresses)")
    for request in ["url(", "@import", "fetch(", "XMLHttpRequest", "EventSource", "WebSocket"] {
      #expect(!Self.page.contains(request), "\(request)")
    }
  }

  @Test("Every id is used once, and every fragment leads to one")
  func idsAreUnique() {
    let source = """
      # Ids

      ## One

      ## One

      @fig-a, @fig-a-map, @sec-b, `{fig-a.loss}`, `{n.loss}`

      ```{pair}
      #| label: fig-a
      expect: [loss < 0.01]
      ```

      ```{numbers}
      #| label: n
      ```

      ```{diverging}
      ```

      ## B {#sec-b}
      """
    let tags = PageScanner(HTMLReport.render(SampleReport.make(source))).tags
    let ids = tags.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    for target in tags.compactMap({ $0.attributes["href"] }) {
      let isKnown = ids.contains(String(target.dropFirst()))
      #expect(isKnown, "\(target)")
    }
    let described = tags.flatMap { tag in
      ["aria-labelledby", "aria-describedby"].compactMap { tag.attributes[$0] }
    }
    #expect(Set(described).isSubset(of: ids))
  }

  @Test("The contents list has two levels, with the numbers of the sections")
  func contents() {
    let context = PageContext(SampleReport.make("## A\n\n### B *c*\n\n#### D\n\n## E\n"))
    let items = ContentsRenderer(context: context).html.text
      .matches(of: /<li( class="sub")?><a href="#([^"]*)"><span>([^<]*)<\/span> <span>([^<]*)/)
      .map { "\($0.output.1 ?? "") \($0.output.2) \($0.output.3) \($0.output.4)" }
    #expect(items == [" a 1 A", " class=\"sub\" b-c 1.1 B c", " e 2 E"])
  }

  @Test("A reduced profile is stamped on the title and on every caption")
  func profileIsStamped() {
    let source = "```{pair}\n```\n\n```{curve}\n```\n"
    let stamp = "<span class=\"pill\">quick</span>"
    func stamps(_ profile: String?) -> Int {
      HTMLReport.render(SampleReport.make(source, profile: profile))
        .components(separatedBy: stamp).count - 1
    }
    #expect(stamps("quick") == 4)
    #expect(stamps(nil) == 0)
  }

  @Test("The digest of a text is its SHA-256 in hexadecimal digits")
  func digest() {
    // FIPS 180-2, appendix B.1.
    #expect(
      Provenance.digest(of: "abc")
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test("A template puts the parts where it likes, and a broken one is refused")
  func templates() throws {
    let template = try PageTemplate("<i>{{{title}}}</i>{{{nothing}}}")
    #expect(template.render(["title": "\("a & b")"]) == "<i>a &amp; b</i>")
    #expect(throws: (any Error).self) { try PageTemplate("{{#open}}") }
  }
}
