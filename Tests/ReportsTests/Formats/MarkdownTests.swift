import Foundation
import Notebook
import TestSupport
import Testing

@testable import Reports

struct MarkdownTests {
  @Test("Escaped text reads as the text it was, whatever stands in it", arguments: 0..<400)
  func escaping(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let letters = Array("ab1 .)(-+#*_`~[]<>!|$&@:=\\'\"{}%/é🙂")
    let count = 1 + random.next(below: 24)
    let text = String((0..<count).map { _ in letters[random.next(below: letters.count)] })
    let words = text.split(separator: " ").joined(separator: " ")
    guard !words.isEmpty else { return }
    let (notebook, _) = NotebookReader.read(
      source: MarkdownText.escape(words) + "\n", path: "a.md", files: .none)
    #expect(notebook.elements == [.paragraph([.text(words)])], "\(MarkdownText.escape(words))")
  }

  @Test("Code stands between enough backticks")
  func code() {
    #expect(MarkdownText.code("a") == "`a`")
    #expect(MarkdownText.code("a``b") == "```a``b```")
    #expect(MarkdownText.code("`") == "`` ` ``")
    #expect(MarkdownText.listing("```\n", language: "a`b") == "````a\n```\n````")
  }

  @Test("An address cannot end its link")
  func addresses() {
    #expect(MarkdownText.address("a/b.svg") == "a/b.svg")
    #expect(MarkdownText.address("a b>)\n[x](y") == "<a b%3E)%0A[x](y>")
  }

  @Test("A report is written as recorded", arguments: GoldenTests.notebooks)
  func golden(notebook: String) throws {
    let file = goldenFolder(beside: parent).appending(path: notebook + ".md")
    let source = try String(contentsOf: file, encoding: .utf8)
    let written = MarkdownReport.render(SampleReport.make(source), figures: "sample_files")
    let folder = goldenFolder("Goldens/Formats", beside: parent)
    expectGolden(written.text, folder.appending(path: notebook + ".markdown"))
    expectGolden(
      JSONReport.render(SampleReport.make(source)), folder.appending(path: notebook + ".json"))
    for file in written.files {
      #expect(written.text.contains("(sample_files/\(file.name))"))
    }
  }

  private let parent = URL(filePath: #filePath).deletingLastPathComponent().path
}
