import Foundation
import Testing

@testable import Reports

/// The article of each notebook in Goldens/, compared with the file beside it.
///
/// With `NNBOOK_RECORD_GOLDENS=1` the files are written, and the run fails so that nobody takes a
/// recording for a check; with `CI` set nothing is recorded.
struct GoldenTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Goldens")

  static let notebooks: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return files.filter { $0.hasSuffix(".md") }.sorted()
  }()

  @Test("An article is written as recorded", arguments: notebooks)
  func articleIsAsRecorded(notebook: String) throws {
    let source = try String(contentsOf: Self.folder.appending(path: notebook), encoding: .utf8)
    let written = withoutDrawings(SampleReport.article(source)) + "\n"
    let name = notebook.replacing(/\.md$/, with: "")
    let golden = Self.folder.appending(path: "\(name).html")
    let changed = Self.folder.appending(path: "\(name).changed.html")
    if isRecording {
      try written.write(to: golden, atomically: true, encoding: .utf8)
      Issue.record("recorded \(golden.lastPathComponent)")
      return
    }
    let expected = try String(contentsOf: golden, encoding: .utf8)
    guard written != expected else { return }
    try written.write(to: changed, atomically: true, encoding: .utf8)
    Issue.record("\(changed.lastPathComponent) differs:\n\(firstDifference(expected, written))")
  }

  @Test("There are notebooks to compare, each with its article")
  func goldensExist() throws {
    #expect(Self.notebooks.count >= 5)
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path())
    let articles = files.filter { $0.hasSuffix(".html") && !$0.hasSuffix(".changed.html") }
    #expect(articles.sorted() == Self.notebooks.map { $0.replacing(".md", with: ".html") })
  }

  private var isRecording: Bool {
    let environment = ProcessInfo.processInfo.environment
    return environment["NNBOOK_RECORD_GOLDENS"] == "1" && environment["CI"] == nil
  }

  /// How drawings look is Plotting's business: here only their titles count.
  private func withoutDrawings(_ html: String) -> String {
    html.replacing(/<svg class="([^"]*)"[^>]*><title[^>]*>([^<]*)<\/title>.*?<\/svg>/) { match in
      "[\(match.output.1): \(match.output.2)]"
    }
  }

  private func firstDifference(_ expected: String, _ written: String) -> String {
    let (old, new) = (expected.split(separator: "\n"), written.split(separator: "\n"))
    let line = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    guard let line else { return "\(old.count) lines became \(new.count)" }
    return "line \(line + 1)\n- \(old[line])\n+ \(new[line])"
  }
}
