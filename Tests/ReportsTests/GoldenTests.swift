import Foundation
import TestSupport
import Testing

@testable import Reports

/// The article of each notebook in Goldens/, compared with the file beside it.
struct GoldenTests {
  static let notebooks = goldenNames(in: goldenFolder(), withExtension: "md")

  @Test("An article is written as recorded", arguments: notebooks)
  func articleIsAsRecorded(notebook: String) throws {
    let file = goldenFolder().appending(path: notebook + ".md")
    let article = SampleReport.article(try String(contentsOf: file, encoding: .utf8))
    expectGolden(
      withoutDrawings(article) + "\n", goldenFolder().appending(path: notebook + ".html"))
  }

  @Test("There are notebooks to compare, and no article without one")
  func goldensExist() {
    #expect(Self.notebooks.count >= 5)
    #expect(goldenNames(in: goldenFolder(), withExtension: "html") == Self.notebooks)
  }

  /// How drawings look is Plotting's business: here only their titles count.
  private func withoutDrawings(_ html: String) -> String {
    html.replacing(/<svg class="([^"]*)"[^>]*><title[^>]*>([^<]*)<\/title>.*?<\/svg>/) { match in
      "[\(match.output.1): \(match.output.2)]"
    }
  }
}
