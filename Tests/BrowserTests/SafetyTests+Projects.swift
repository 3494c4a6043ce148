import Foundation
import TestSupport
import Testing

/// The same words in files besides the notebook: project file, bibliography, theme, template, data, file names.
extension BrowserTests.SafetyTests {
  @Test("run nowhere in a site that says them in all of its files", arguments: words)
  func sites(words: String) async throws {
    let site = try Self.site(saying: words)
    for page in ["index.html", "404.html", "one.html"] {
      try await attack(site.appending(path: page), isSite: true)
      let strange: [String] = try await browser.value(Self.strangeElements)
      #expect(strange == [], "\(page)")
    }
    try await search(in: site.appending(path: "one.html"))
  }

  @Test("run nowhere in the page of a template and a style", arguments: words)
  func templates(words: String) async throws {
    try await attack(Self.page(saying: words))
  }

  @Test("cannot come with a style that loads something")
  func styles() async throws {
    let folder = try Self.folder("hostile-style")
    try Self.write(
      """
      @import url("https://attack.invalid/a.css");
      @font-face { font-family: x; src: url(https://attack.invalid/x.woff2) }
      body { background: url(https://attack.invalid/b.png); font-family: x }
      a[href^="h"] { background: url(https://attack.invalid/c.png) }
      """, to: folder.appending(path: "theme.css"))
    try Self.write(
      "---\ntheme: theme.css\n---\n\n# A\n\n[link](https://example.org)\n",
      to: folder.appending(path: "a.md"))
    let page = folder.appending(path: "a.html")
    _ = try Self.render(folder.appending(path: "a.md"), ["-o", page.path])
    try await browser.open(page)
    try await browser.settle()
    let loaded: [String] = try await browser.value(
      "performance.getEntriesByType('resource').filter((it) => it.transferSize > 0).map((it) => it.name)"
    )
    #expect(loaded == [])
  }

  /// Looks for the words that all pages have, so that the results show them.
  private func search(in page: URL) async throws {
    try await browser.open(
      page, after: "window.attacks = []; window.attack = what => attacks.push(String(what))")
    try await browser.press(.slash)
    try await browser.type("findme")
    let found: Int = try await browser.value(
      """
      (async () => {
        const count = () => document.querySelectorAll('dialog li').length;
        for (let i = 0; i < 100 && count() === 0; i++) {
          await new Promise(done => setTimeout(done, 20));
        }
        return count();
      })()
      """)
    #expect(found > 0)
    let attacks: [String] = try await browser.value("attacks")
    #expect(attacks == [])
    let strange: [String] = try await browser.value(Self.strangeElements)
    #expect(strange == [], "the search")
  }
}

// MARK: - Files

extension BrowserTests.SafetyTests {
  /// Elements and handlers that no page of a site has.
  private static let strangeElements = """
    [...document.querySelectorAll('*')].filter((it) =>
      it.matches('iframe, object, embed, base, form, meta[http-equiv=refresh], foreignObject')
      || it.matches('img') && !it.src.startsWith('data:')
      || [...it.attributes].some(({ name }) => name.startsWith('on'))
      || it.matches('a[href^="javascript:" i]')).map((it) => it.outerHTML.slice(0, 100))
    """

  private static func site(saying words: String) throws -> URL {
    let folder = try folder("hostile-site-\(number(of: words))")
    let quoted = "'\(words.replacing("'", with: "''"))'"
    let name = fileName(words)
    try write(
      """
      title: \(quoted)
      description: \(quoted)
      base-url: https://example.org/book
      repository: https://github.com/me/book
      output-dir: out
      chapters:
        - one.md
        - part: \(quoted)
          chapters: ['\(name.replacing("'", with: "''")).md']
      """, to: folder.appending(path: "nnbook.yml"))
    try write(
      """
      ---
      title: \(quoted)
      bibliography: refs.bib
      ---

      ## findme \(words)

      findme \(words) [@key, \(words.filter { !"[]`".contains($0) })], see @sec-two^[\(words)] and
      [the other](<\(name).md>), [data](data.csv). [\(words)]{.aside}
      """, to: folder.appending(path: "one.md"))
    try write(
      "# \(words)\n\n## findme \(words) {#sec-two}\n\nWords.\n",
      to: folder.appending(path: "\(name).md"))
    try write(bibliography(saying: words), to: folder.appending(path: "refs.bib"))
    try write("\(words),b\n1,2\n", to: folder.appending(path: "data.csv"))
    try render(folder, ["--keep-going"])
    return folder.appending(path: "out")
  }

  private static func page(saying words: String) throws -> URL {
    let folder = try folder("hostile-template-\(number(of: words))")
    let quoted = "'\(words.replacing("'", with: "''"))'"
    try write(
      """
      <!doctype html><html lang="{{{language}}}"><head><meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="{{{policy}}}"><title>{{{title}}}</title>
      <meta name="description" content="{{{description}}}">{{{styles}}}{{{scripts}}}</head>
      <body><p title="{{{title}}}">{{{title}}} {{{description}}}</p>{{{bar}}}{{{contents}}}
      <main id="main">{{{article}}}</main>{{{metrics}}}</body></html>
      """, to: folder.appending(path: "page.mustache"))
    try write(
      """
      ---
      title: \(quoted)
      description: \(quoted)
      lang: \(quoted)
      template: page.mustache
      bibliography: refs.bib
      ---

      ## \(words)

      @key says.
      """, to: folder.appending(path: "a.md"))
    try write(bibliography(saying: words), to: folder.appending(path: "refs.bib"))
    let page = folder.appending(path: "a.html")
    try render(folder.appending(path: "a.md"), ["-o", page.path, "--keep-going"])
    return page
  }

  /// Braces would end a value, which the reader tells; here the words are what counts.
  private static func bibliography(saying words: String) -> String {
    let value = words.filter { !"{}\\%".contains($0) }
    let fields = [
      "author", "title", "journal", "year", "volume", "pages", "doi", "url", "eprint", "note",
      "publisher", "school",
    ].map { "\($0) = {\(value)}" }
    return "@article{key,\n\(fields.joined(separator: ",\n"))\n}\n"
  }

  private static func number(of words: String) -> Int { self.words.firstIndex(of: words) ?? 0 }

  private static func fileName(_ words: String) -> String {
    String(words.replacing("/", with: "|").replacing("\\", with: "|").prefix(60))
  }

  private static func folder(_ name: String) throws -> URL {
    let folder = try SamplePage.folder().appending(path: name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  private static func write(_ text: String, to file: URL) throws {
    try Data(text.utf8).write(to: file)
  }

  @discardableResult
  private static func render(_ path: URL, _ options: [String]) throws -> Tool {
    try Tool([builtProgram("nnbook").path, "render", path.path, "--no-cache"] + options)
  }
}
