import Foundation
import Testing

@Suite("nnbook render with a project")
struct SiteTests {
  private static let files = [
    "book/nnbook.yml": """
    title: The book
    description: Small networks.
    base-url: https://example.org/book
    repository: https://github.com/me/book
    output-dir: ../site
    chapters:
      - index.md
      - part: Basics
        chapters: [one.md, more/two.md]
      - part: Later
        chapters: [draft.md]
    """,
    "book/index.md": "# The book\n\nBegin with [one](one.md#end) or @fig-b.\n",
    "book/one.md": """
    # One

    Here is @fig-a, there is @fig-b of @sec-two; see [two](more/two.md), [up](one.md).

    ```{forward}
    #| label: fig-a
    layers: [2, 2, 1]
    input: [1, 2]
    expect: parameters == 9
    ```

    ## End
    """,
    "book/more/two.md": """
    # Two

    ## Here {#sec-two}

    Back to [one](../one.md).

    ```{forward}
    #| label: fig-b
    #| fig-cap: A network with *eleven* weights.
    layers: [2, 2, 1]
    input: [1, 2]
    ```
    """,
    "book/draft.md": "---\ntitle: Draft\ndraft: true\n---\nNot yet.\n",
  ]

  private func site(_ changes: [String: String] = [:]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, text) in Self.files.merging(changes, uniquingKeysWith: { $1 }) {
      let file = folder.url.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try folder.write(text, to: name)
    }
    return folder
  }

  @Test(
    "makes the same site from the folder and from the project file",
    arguments: [
      "book", "book/nnbook.yml",
    ])
  func files(path: String) throws {
    let folder = try site()
    let run = try Command(["render", path], in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    let found = try FileManager.default.subpathsOfDirectory(
      atPath: folder.url.appending(path: "site").path)
    #expect(
      found.sorted() == [
        "404.html", "assets", "assets/nnbook.css", "assets/nnbook.js", "assets/search.js",
        "index.html", "more", "more/two.html", "one.html", "sitemap.xml",
      ])
    #expect(run.output.contains("site: a site of 3 chapters, 8 files, "))
  }

  @Test("numbers chapters, their figures and sections, and links them from page to page")
  func references() throws {
    let folder = try site()
    #expect(try Command(["render", "book"], in: folder.url).status == 0)
    let one = try #require(folder.read("site/one.html"))
    #expect(one.contains("Part I · Basics · Chapter 1"))
    #expect(one.contains("<a href=\"#fig-a\">Figure\u{A0}1.1</a>"))
    #expect(one.contains("<a href=\"more/two.html#fig-b\">Figure\u{A0}2.1</a>"))
    #expect(one.contains("<a href=\"more/two.html#sec-two\">Section\u{A0}2.1</a>"))
    #expect(one.contains("<a href=\"more/two.html\">two</a>"))
    #expect(one.contains("<span class=\"n\">1.1</span>"))
    #expect(one.contains("href=\"https://github.com/me/book/blob/HEAD/one.md\""))
    #expect(one.contains("<link rel=\"canonical\" href=\"https://example.org/book/one.html\">"))
    let two = try #require(folder.read("site/more/two.html"))
    #expect(two.contains("<a href=\"../one.html\">one</a>"))
    #expect(two.contains("src=\"../assets/nnbook.js?"))
    let home = try #require(folder.read("site/index.html"))
    #expect(home.contains("<a href=\"one.html#end\">one</a>"))
    #expect(home.contains("1 of 1 claims holds"))
    #expect(!home.contains("Draft"))
    let map = try #require(folder.read("site/sitemap.xml"))
    #expect(map.contains("<loc>https://example.org/book/</loc>"))
    #expect(map.contains("<loc>https://example.org/book/more/two.html</loc>"))
    let search = try #require(folder.read("site/assets/search.js"))
    #expect(search.contains("\"A network with eleven weights.\""))
  }

  @Test("leaves the previous site as it was when a chapter fails")
  func failure() throws {
    let folder = try site()
    #expect(try Command(["render", "book"], in: folder.url).status == 0)
    let before = folder.read("site/index.html")
    try folder.write("# The book\n\n@fig-nowhere\n", to: "book/index.md")
    try folder.write("# Changed\n", to: "book/more/two.md")
    let run = try Command(["render", "book"], in: folder.url)
    #expect(run.status == 1)
    #expect(run.errors.contains("the site site was not written; --keep-going writes it"))
    #expect(folder.read("site/index.html") == before)
    #expect(folder.read("site/more/two.html")?.contains("Changed") == false)
    #expect(try Command(["render", "book", "--keep-going"], in: folder.url).status == 1)
    #expect(folder.read("site/more/two.html")?.contains("Changed") == true)
  }

  @Test("is checked as a whole: pages, shared files, and pages of chapters that are gone")
  func check() throws {
    let folder = try site()
    #expect(try Command(["render", "book"], in: folder.url).status == 0)
    let clean = try Command(["check", "book"], in: folder.url)
    #expect(clean.status == 0, "\(clean.errors)")
    #expect(clean.output.contains("site: up to date"))
    try folder.write("nothing", to: "site/assets/search.js")
    try FileManager.default.moveItem(
      at: folder.url.appending(path: "site/one.html"),
      to: folder.url.appending(path: "site/old.html"))
    let stale = try Command(["check", "book"], in: folder.url)
    #expect(stale.status == 3)
    #expect(stale.errors.contains("site/one.html: error: there is no report"))
    #expect(
      stale.errors.contains("site/assets/search.js: error: this is not what it would be today"))
    #expect(stale.errors.contains("site/old.html: error: no chapter of the site has this page"))
  }

  @Test("says where a label could be that several chapters have")
  func ambiguity() throws {
    let folder = try site([
      "book/index.md":
        "# Home\n\n```{forward}\n#| label: fig-b\nlayers: [2, 1]\ninput: [1, 2]\n```\n"
    ])
    let run = try Command(["render", "book"], in: folder.url)
    #expect(run.status == 1)
    #expect(
      run.errors.contains(
        "book/one.md:3:26: error: '@fig-b' could be in book/index.md or book/more/two.md"))
  }

  @Test("renders a chapter alone with links to where the others are")
  func single() throws {
    let folder = try site()
    let run = try Command(["render", "book/one.md"], in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    let page = try #require(folder.read("book/one.html"))
    #expect(page.contains("<a href=\"../site/more/two.html#fig-b\">Figure in “Two”</a>"))
    #expect(page.contains("<a href=\"#fig-a\">Figure\u{A0}1</a>"))
  }

  @Test("looks as the project says; a page with another theme carries its own style")
  func themes() throws {
    let folder = try site(["book/index.md": "---\ntheme: default\n---\n# Home\n"])
    let project = try #require(folder.read("book/nnbook.yml"))
    try folder.write(project + "\ntheme: house\n", to: "book/nnbook.yml")
    let written = try Command(["theme", "lecture", "-o", "book/house"], in: folder.url)
    #expect(written.status == 0, "\(written.errors)")
    #expect(try Command(["theme", "lecture", "-o", "book/house"], in: folder.url).status == 1)
    let run = try Command(["render", "book"], in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    #expect(folder.read("site/assets/nnbook.css")?.contains("#0b6e6e") == true)
    #expect(folder.read("site/one.html")?.contains("assets/nnbook.css?") == true)
    #expect(folder.read("site/index.html")?.contains("assets/nnbook.css?") == false)
    try folder.write("{{{titel}}}\n", to: "book/house/page.mustache")
    let broken = try Command(["render", "book"], in: folder.url)
    #expect(broken.status == 1)
    #expect(broken.errors.contains("page.mustache:1:1: error: unknown variable 'titel'"))
  }
}
