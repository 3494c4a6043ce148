import Testing

@testable import Reports

struct HTMLTests {
  @Test("Interpolated text is escaped, interpolated markup is not")
  func interpolation() {
    let name = "<b> & \"c\" 'd'"
    let inner: HTML = "<i>\(name)</i>"
    #expect(inner.text == "<i>&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;</i>")
    let outer: HTML = "<p>\(inner)\(3)</p>"
    #expect(outer.text == "<p>\(inner.text)3</p>")
  }

  @Test("A quote with a combining accent is escaped, which is one character to Swift")
  func combiningAccent() {
    #expect(HTML.escape("\"\u{301}<\u{338}") == "&quot;\u{301}&lt;\u{338}")
  }

  @Test(
    "Scalars that HTML forbids are replaced, white space stays",
    arguments: [
      ("a\u{0}b", "a\u{FFFD}b"), ("\u{1B}[0m", "\u{FFFD}[0m"), ("\u{85}", "\u{FFFD}"),
      ("\u{FFFF}\u{1FFFE}", "\u{FFFD}\u{FFFD}"), ("a\t\n b", "a\t\n b"), ("é 🙂", "é 🙂"),
    ])
  func forbiddenScalars(text: String, escaped: String) {
    #expect(HTML.escape(text) == escaped)
  }

  @Test(
    "Links lead to the web, to mail and to neighbours, nowhere else",
    arguments: [
      ("https://example.org/a?b=c#d", true), ("HTTP://example.org", true),
      ("mailto:a@example.org", true), ("other.md", true), ("../a/b.html#c:d", true),
      ("#fig-x", true), ("?q=a:b", true), ("", true), ("javascript:alert(1)", false),
      ("JavaScript:alert(1)", false), (" javascript:alert(1)", false),
      ("java\nscript:alert(1)", false), ("java\u{0}script:alert(1)", false),
      ("\u{1}javascript:alert(1)", false), ("data:text/html,<script>", false),
      ("vbscript:x", false), ("file:///etc/passwd", false), ("blob:x", false),
    ])
  func links(written: String, isAllowed: Bool) {
    #expect((Link.destination(written) != nil) == isAllowed)
  }

  @Test("Characters that no address may have are encoded")
  func encodedLinks() {
    #expect(
      Link.destination("https://a.org/\"b\"?<c>{d}") == "https://a.org/%22b%22?%3Cc%3E%7Bd%7D")
    #expect(Link.destination("a%20b/ü#[1]") == "a%20b/ü#[1]")
  }

  @Test("Only pictures that lie in their own address are shown")
  func embeddedImages() {
    #expect(Link.embeddedImage("data:image/png;base64,AAAA") != nil)
    #expect(Link.embeddedImage("DATA:image/WEBP;base64,AAAA") != nil)
    for address in ["data:image/svg+xml;base64,AAAA", "data:text/html;base64,AAAA", "a.png"] {
      #expect(Link.embeddedImage(address) == nil)
    }
  }

  @Test("Anchors are those of GitHub's headings, each used once")
  func anchors() {
    #expect(Anchors.slug("How big a step?") == "how-big-a-step")
    #expect(Anchors.slug("Übung 1: a & b") == "übung-1-a--b")
    #expect(Anchors.slug("!") == "section")
    #expect(Anchors.identifier("fig a\"<b>") == "fig-a--b-")
    var anchors = Anchors()
    #expect(
      ["x", "x", "x-1", "x", "main"].map { anchors.take($0) } == [
        "x", "x-1", "x-1-1", "x-2", "main-1",
      ])
  }

  @Test("A title can end neither the string nor the style element it is printed from")
  func quotedTitle() {
    #expect(Stylesheet.quoted("Rate 0,1") == "Rate 0\\2c 1")
    let quoted = Stylesheet.quoted("\"}</style>\\\n")
    #expect(!quoted.contains(where: { "\"}<>/\n".contains($0) }))
  }
}
