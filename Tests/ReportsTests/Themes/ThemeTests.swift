import Foundation
import Notebook
import Testing

@testable import Reports

struct ThemeTests {
  private static func channels(_ colour: String) -> [Double] {
    let number = UInt32(colour.dropFirst(), radix: 16) ?? 0
    return [16, 8, 0].map { shift in
      let value = Double(number >> shift & 0xFF) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
  }

  /// The contrast of two colours, 1 to 21.
  ///
  /// - Source: Web Content Accessibility Guidelines 2.2, "contrast ratio".
  private static func contrast(_ first: String, _ second: String) -> Double {
    let luminance = [first, second].map { colour in
      zip(channels(colour), [0.2126, 0.7152, 0.0722]).map(*).reduce(0, +)
    }
    return ((luminance.max() ?? 0) + 0.05) / ((luminance.min() ?? 0) + 0.05)
  }

  @Test("Text has a contrast of 4.5 and marks one of 3, in every theme, light and dark")
  func contrast() throws {
    for theme in Theme.all {
      for tokens in [theme.tokens.light, theme.tokens.dark] {
        func expect(_ front: String, on back: String, _ least: Double) throws {
          let (ink, paper) = (try #require(tokens["--" + front]), try #require(tokens["--" + back]))
          #expect(
            Self.contrast(ink, paper) >= least, "\(theme.name): \(front) \(ink) on \(back) \(paper)"
          )
        }
        for name in ["ink", "ink2", "accent", "ok", "warn", "bad", "c2t", "c7t"] {
          try expect(name, on: "paper", 4.5)
        }
        for name in ["ink", "ink2", "accent", "ok", "c2t"] { try expect(name, on: "inset", 4.5) }
        for name in ["ok", "warn", "bad", "accent"] { try expect(name, on: name + "-bg", 4.5) }
        for name in ["rule2"] + (1...8).map({ "c\($0)" }) { try expect(name, on: "paper", 3) }
      }
    }
  }

  private func read(_ files: [String: String]) -> (Theme, [String]) {
    let reader = FileReader.memory(files)
    let (notebook, found) = NotebookReader.read(contentsOf: "/b/a.md", files: reader)
    #expect(found == [])
    let project = files["/b/nnbook.yml"].map { _ in
      ProjectReader.read(contentsOf: "/b/nnbook.yml", files: reader).0
    }
    let (theme, diagnostics) = ThemeReader.read(notebook, project, files: reader)
    return (theme, diagnostics.map(\.line))
  }

  @Test("A notebook's own theme comes before the project's")
  func order() {
    let project = ["/b/nnbook.yml": "theme: lecture\n", "/b/a.md": "Text.\n"]
    #expect(read(project).0 == .lecture)
    #expect(
      read(project.merging(["/b/a.md": "---\ntheme: default\n---\nA\n"]) { $1 }).0 == .standard)
    #expect(read(["/b/a.md": "Text.\n"]).0 == .standard)
  }

  @Test("A CSS file and a folder are themes")
  func files() {
    let css = read(["/b/a.md": "---\ntheme: my.css\n---\nA\n", "/b/my.css": "h1 { color: red }\n"])
    #expect(css.1 == [])
    #expect(css.0.style == "h1 { color: red }\n")
    let folder = read([
      "/b/a.md": "---\ntheme: my\n---\nA\n", "/b/my/theme.css": ":root { --ink: #000001; }\n",
      "/b/my/dark.css": "--ink: #fffffe;\n",
    ])
    #expect(folder.1 == [])
    #expect(folder.0.tokens.light["--ink"] == "#000001")
    #expect(folder.0.tokens.dark["--ink"] == "#fffffe")
    let page = HTMLReport.render(themed("Text.\n", folder.0))
    #expect(page.contains(":root { --ink: #000001; }"))
    #expect(page.contains("data-theme=dark] {\n--ink: #fffffe;"))
  }

  @Test(
    "What is wrong with a theme is told",
    arguments: [
      (
        "theme: lectur", [:],
        [
          "/b/a.md:2:8: error: no theme is called 'lectur', and there is no such folder; did you mean 'lecture'? Known: default, lecture, a folder, or a file '*.css'"
        ]
      ),
      (
        "theme: no.css", [:],
        ["/b/a.md:2:8: error: '/b/no.css' of the theme cannot be read: there is no such file"]
      ),
      (
        "theme: ../my.css", ["/my.css": "a{}"],
        ["/b/a.md:2:8: error: '/my.css' lies outside of the project"]
      ),
      (
        "theme: bad.css", ["/b/bad.css": "a{}</style><script>alert(1)</script>"],
        ["/b/a.md:2:8: error: the style '/b/bad.css' contains markup; '</' and '<!' end a style"]
      ),
      (
        "template: p.mustache",
        [
          "/b/p.mustache":
            "<i>{{{titel}}} {{title}}</i>\n<script src=\"a.js\"></script>{{{policy}}}{{{styles}}}{{{article}}}{{{scripts}}}{{{metrics}}}"
        ],
        [
          "/b/p.mustache:1:4: error: unknown variable 'titel' in the template; did you mean 'title'? Known: addition, article, bar, contents, description, direction, engine, language, links, metrics, policy, scripts, styles, title",
          "/b/p.mustache:1:16: error: 'title' is markup already; write it with three braces: {{{title}}}",
          "/b/p.mustache:2:1: error: found a script with 'src', but a page loads no script; write it into the template",
        ]
      ),
      (
        "template: p.mustache",
        ["/b/p.mustache": "{{{styles}}}{{{policy}}}{{{article}}}{{{scripts}}}"],
        [
          "/b/p.mustache:1:1: error: the template has no {{{metrics}}}; expected {{{policy}}}, {{{styles}}}, {{{article}}}, {{{scripts}}}, {{{metrics}}}",
          "/b/p.mustache:1:1: error: {{{styles}}} stands before {{{policy}}}; the policy governs only what follows it",
        ]
      ),
      (
        "template: p.mustache",
        [
          "/b/p.mustache":
            "<!doctype html>\n<head>{{{policy}}}{{{styles}}}</head>{{{article}}}{{{scripts}}}"
        ],
        [
          "/b/p.mustache:2:1: error: the template has no {{{metrics}}}; expected {{{policy}}}, {{{styles}}}, {{{article}}}, {{{scripts}}}, {{{metrics}}}"
        ]
      ),
      (
        "template: p.mustache",
        [
          "/b/p.mustache":
            "{{{policy}}}{{{styles}}}{{{article}}}{{{scripts}}}{{{metrics}}}\n <p>{{ title"
        ],
        [
          "/b/p.mustache:2:5: error: the braces of the template do not match; expected variables in the form {{{name}}}"
        ]
      ),
    ] as [(String, [String: String], [String])])
  func problems(line: String, files: [String: String], lines: [String]) {
    let files = files.merging(["/b/a.md": "---\n\(line)\n---\nText.\n"]) { $1 }
    #expect(read(files).1 == lines)
  }

  @Test(
    "A template of one's own frames the page; its scripts are in the policy, those of a notebook not"
  )
  func template() {
    var theme = Theme.standard
    theme.template =
      "{{{policy}}}|{{{styles}}}|<script>mine()</script>|{{{scripts}}}|{{{article}}}|{{{metrics}}}"
    let page = HTMLReport.render(themed("<script>theirs()</script>\n", theme))
    #expect(page.contains("|<script>mine()</script>|"))
    #expect(page.contains(HTML.escape("'sha256-\(SecurityPolicy.hash("mine()"))'")))
    #expect(!page.contains("<script>theirs()"))
    #expect(!page.contains(SecurityPolicy.hash("theirs()")))
  }

  @Test("The template that comes with nnbook passes its own check")
  func standard() { #expect(TemplateCheck(PageTemplate.standardText).problems == []) }

  private func themed(_ source: String, _ theme: Theme) -> Report {
    var report = SampleReport.make(source)
    report.theme = theme
    return report
  }
}
