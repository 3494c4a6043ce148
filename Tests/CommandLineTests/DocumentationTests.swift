import Foundation
import Testing

/// The examples of the pages about sites, formats and themes, run as they stand.
struct DocumentationTests {
  @Test("The page about sites has a project that renders as it says, and is up to date then")
  func site() throws {
    let page = try DocumentationPage("site.md")
    let folder = try page.folder()
    let commands = page.commands
    #expect(commands.map { $0.arguments } == [["render", "."]])
    for (arguments, output) in commands {
      let run = try Command(arguments, in: folder.url)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.errors == "")
      let lines = run.output.split(separator: "\n").map(Self.withoutSizes)
      let said = output.filter { $0 != "…" }.map { Self.withoutSizes($0[...]) }
      #expect(said.count >= 2)
      for line in said { #expect(lines.contains(line), "\(line) is not in \(lines)") }
    }
    #expect(try Command(["check", "."], in: folder.url).status == 0)
    for name in page.firstCells where name.hasSuffix(".html") || name.hasSuffix(".xml") {
      #expect(folder.read("site/\(name)") != nil, "\(name)")
    }
  }

  private static func withoutSizes(_ line: Substring) -> String {
    String(line).replacing(/\d+ kB/, with: "… kB").replacing(#/[\d.]+ s, /#, with: "")
  }

  @Test("The page about formats has commands that run")
  func formats() throws {
    let page = try DocumentationPage("formats.md")
    let folder = try page.folder()
    let commands = page.commands.map { $0.arguments }
    #expect(commands.count == 3)
    for arguments in commands {
      let arguments = arguments.map {
        FormatTests.hasChromium ? $0 : $0.replacing(",pdf", with: "")
      }
      let isBack = arguments.last == "notes.ipynb"
      let run = try Command(arguments + (isBack ? ["--force"] : []), in: folder.url)
      #expect(run.status == 0, "\(arguments): \(run.errors)")
    }
    #expect(folder.read("notes.md") == page.files.first?.text)
    let json = try #require(folder.read("notes.json"))
    let keys = page.text.matches(of: /"([a-z]+)":/).map { String($0.output.1) }
    #expect(keys.count >= 7)
    for key in keys { #expect(json.contains("\"\(key)\":"), "\(key)") }
  }

  @Test("The page about themes writes a theme that renders, and tells mistakes as it says")
  func themes() throws {
    let page = try DocumentationPage("themes.md")
    let folder = try TemporaryFolder()
    let commands = page.commands
    #expect(commands.map { $0.arguments.first } == ["theme"])
    for (arguments, _) in commands {
      #expect(try Command(arguments, in: folder.url).status == 0)
    }
    let files = ["theme.css", "dark.css", "page.mustache"]
    #expect(page.firstCells.prefix(3) == files[...])
    for name in files { #expect(folder.read("house/\(name)") != nil, "\(name)") }
    try folder.write("---\ntheme: house\n---\n\n# Notes\n", to: "a.md")
    #expect(try Command(["render", "a.md"], in: folder.url).status == 0)
    let plain = try #require(folder.read("a.html"))
    let template = try #require(folder.read("house/page.mustache"))
    for variable in template.matches(of: /\{\{\{(\w+)\}\}\}/) {
      #expect(page.firstCells.contains("{{{\(variable.output.1)}}}"), "\(variable.output.1)")
    }
    try folder.write(
      template.replacing("{{{title}}}", with: "{{{titel}}}"), to: "house/page.mustache")
    let broken = try Command(["render", "a.md"], in: folder.url)
    #expect(broken.status == 1)
    #expect(
      broken.errors.contains("unknown variable 'titel' in the template; did you mean 'title'?"))
    #expect(page.text.contains("unknown variable 'titel' in the template; did you mean 'title'?"))
    #expect(folder.read("a.html") == plain)
  }
}
