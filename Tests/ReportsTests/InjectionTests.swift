import Experiments
import Notebook
import Plotting
import Testing

@testable import Reports

/// What an author, a data file or an experiment says is text and stays text.
struct InjectionTests {
  static let hostile = [
    "<script>alert(1)</script>", "</script><script>alert(1)</script>", "</style><img src=x>",
    "\" onmouseover=\"alert(1)", "' onfocus='alert(1)' autofocus='", "\"\u{301} onload=\"alert(1)",
    "<img src=x onerror=alert(1)>", "--><svg onload=alert(1)>", "</title><script>1</script>",
    "{{{script}}}", "&lt;script&gt;&#60;b&#62;", "]]><b>", "\u{0}<b\u{0}>", "</pre></code><iframe>",
    "\\3c script\\3e", "${alert(1)}", "<a href=javascript:alert(1)>x</a>",
  ]

  /// Every element that a report may hold; a new one has to be added here on purpose.
  static let elements: Set<String> = [
    "html", "head", "meta", "title", "style", "script", "body", "a", "header", "div", "b", "span",
    "button", "nav", "p", "details", "summary", "ol", "ul", "li", "main", "article", "h1", "h2",
    "h3", "h4", "h5", "h6", "dl", "dt", "dd", "em", "strong", "code", "br", "blockquote", "hr",
    "table", "thead", "tbody", "tr", "th", "td", "pre", "figure", "figcaption", "footer", "img",
    "svg", "desc", "line", "aside", "section", "sup", "i",
  ]

  static let attributes: Set<String> = [
    "lang", "charset", "http-equiv", "content", "name", "class", "href", "role", "aria-label",
    "aria-labelledby", "aria-describedby", "type", "value", "id", "title", "tabindex", "hidden",
    "scope", "colspan", "start", "src", "alt", "style", "viewbox", "width", "height", "x1", "x2",
    "y1", "y2",
  ]

  @Test("Hostile text stays text wherever a report prints some", arguments: hostile)
  func hostileTextStaysText(text: String) {
    let calm = PageScanner(HTMLReport.render(report(saying: "calm"))).tags
    let page = PageScanner(HTMLReport.render(report(saying: text))).tags
    #expect(page.map(\.name) == calm.map(\.name))
    #expect(page.map { $0.attributes.keys.sorted() } == calm.map { $0.attributes.keys.sorted() })
    expectAllowed(page)
  }

  @Test("Hostile Markdown makes no element that is not listed", arguments: hostile)
  func hostileMarkdown(text: String) {
    let source = """
      # \(text)

      \(text) *\(text)* [link](<\(text)>) ![picture](<\(text)>) `\(text)` $\(text)$

      \(text)

      | a | \(text) |
      | - | - |
      | \(text) | b |

      > - \(text)

      $$
      \(text)
      $$

      ~~~
      \(text)
      ~~~

      ```{curve}
      #| label: fig-\(text)
      #| fig-cap: '\(text.replacing("'", with: "''"))'
      #| fig-alt: '\(text.replacing("'", with: "''"))'
      \(text)
      ```
      """
    expectAllowed(PageScanner(HTMLReport.render(SampleReport.make(source))).tags)
  }

  @Test("Raw HTML passes only where the front matter answers for it")
  func rawHTML() {
    let body = "Some <b>raw</b> text.\n\n<aside>\nA block.\n</aside>\n"
    let safe = PageScanner(SampleReport.article(body)).tags.map(\.name)
    #expect(!safe.contains("aside"))
    let trusted = PageScanner(SampleReport.article("---\ntrusted: true\n---\n\n" + body)).tags
    #expect(trusted.map(\.name).contains("aside"))
  }

  @Test("Comments are left out, and what hides behind one is not")
  func comments() {
    #expect(!SampleReport.article("a <!-- b --> c\n\n<!-- d\n\ne -->\n").contains("--"))
    let article = SampleReport.article("<!-- a --><b>c</b><!-- d -->\n")
    #expect(article.contains("&lt;!-- a --&gt;&lt;b&gt;c&lt;/b&gt;&lt;!-- d --&gt;"))
  }

  private func expectAllowed(_ tags: [ScannedTag]) {
    for tag in tags {
      #expect(Self.elements.contains(tag.name), "<\(tag.name)>")
      for (name, value) in tag.attributes {
        #expect(Self.attributes.contains(name), "<\(tag.name) \(name)>")
        if name == "href" { #expect(Link.destination(value) != nil, "\(value)") }
      }
    }
    #expect(tags.filter { $0.name == "script" }.count <= 1)
  }

  /// A report that says `text` in every place that does not come from Markdown.
  private func report(saying text: String) -> Report {
    let phrase = Text(Array(text.utf8))
    var report = SampleReport.make("```{diverging}\nx: 1\n```\n\n```{broken}\ny: 1\n```\n")
    report.notebook.path = "folder/\(text.replacing("/", with: "|"))"
    report.notebook.source = Array(repeating: text, count: 8).joined(separator: "\n")
    report.notebook.frontMatter.title = text
    report.notebook.frontMatter.subtitle = text
    report.notebook.frontMatter.description = text
    report.notebook.frontMatter.author = [text, text]
    report.notebook.frontMatter.date = text
    report.notebook.frontMatter.language = text
    report.notebook.blocks[0].options.label = text
    report.notebook.blocks[0].options.alternatives = [text]
    var picture = Picture(
      source: text, content: [.text(text)], position: .init(line: 1, column: 1))
    (picture.title, picture.label, picture.alternative) = (text, text, text)
    var box = Division(
      kind: .callout(.note), content: [.paragraph([.text(text)])],
      position: .init(line: 1, column: 1))
    (box.title, box.label) = ([.text(text)], text)
    report.notebook.footnotes = [
      Footnote(
        name: text, content: [.paragraph([.text(text)])], position: .init(line: 1, column: 1))
    ]
    var work = Bibliography.Work(kind: text, key: text, position: .init(line: 1, column: 1))
    work.authors = [.init(family: text, given: text)]
    for name in ["title", "journal", "year", "doi", "note", "pages", "publisher", "volume"] {
      work.fields[name] = text
    }
    report.notebook.bibliography = Bibliography()
    report.notebook.bibliography?.works = [work]
    report.notebook.elements += [
      .heading(level: 2, [.text(text)], label: text, position: .init(line: 1, column: 1)),
      .paragraph([
        .reference(label: text, position: .init(line: 1, column: 1)),
        .value(.init(label: text, metric: text, format: nil, position: .init(line: 1, column: 1))),
        .math(Formula(tex: text, isDisplayed: true, position: .init(line: 1, column: 1))),
        .link(destination: "#" + text, title: text, [.text(text)]),
        .image(picture), .footnote(name: text, position: .init(line: 1, column: 1)),
        .citation(
          Citation(
            items: [.init(key: text, position: .init(line: 1, column: 1))], isInText: false,
            written: text)), .rawHTML(text),
      ]), .figure(picture), .division(box), .rawHTML(text),
      .listing(language: text, code: text, lines: 1...2),
    ]
    report.outcomes[0].result?.diagnoses = [
      Diagnosis(heading: phrase, entries: [(phrase, phrase)], curve: nil)
    ]
    report.outcomes[0].result?.figures = [
      Figure(
        "curve", width: .text, rows: [], caption: phrase,
        table: Table([.words(phrase)], rows: [[.text(phrase)]]))
    ]
    let metrics = ["", "a", "b"].map { Claim.Metric(label: text, name: text + $0) }
    let claim = Claim(
      text: text,
      condition: .comparison(.metric(metrics[0]), .less, .metric(metrics[1])), mentions: [],
      position: .init(line: 1, column: 1))
    report.outcomes[0].checks = [2, 3].map { count in
      ClaimCheck(
        claim: claim, measured: metrics.prefix(count).map { .init(metric: $0, value: 2) },
        decision: .init(
          value: 2, demand: .relation(.less), bound: 1, holds: false, margin: -1))
    }
    report.outcomes[1].diagnostics = [
      Diagnostic(path: text, position: .init(line: 2, column: 3), message: text, note: text)
    ]
    report.kicker = text
    report.provenance = Provenance(
      program: text, digest: text, seed: 1, arithmetic: text, command: text, profile: text)
    return report
  }
}
