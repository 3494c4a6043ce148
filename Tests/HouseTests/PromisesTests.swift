import Foundation
import Testing

@Suite struct PromisesTests {
  /// `Suite.test` or `Suite`, as docs/promises.md names them.
  static func names(_ page: String) -> [(suite: String, test: String?)] {
    page.matches(of: /`([A-Z][A-Za-z]*Tests)(?:\.([A-Za-z]+))?`/).map { match in
      (String(match.1), match.2.map { String($0) })
    }
  }

  @Test("Every test that docs/promises.md names is there")
  func exist() throws {
    let page = try #require(Repository.file("docs/promises.md"))
    let names = Self.names(page.lines.joined(separator: "\n"))
    #expect(names.count > 15)
    let sources = try Repository.files(below: "Tests", "swift")
      .map { $0.lines.joined(separator: "\n") }
    for (suite, test) in names {
      let homes = sources.filter { $0.contains("struct \(suite)") }
      #expect(!homes.isEmpty, "\(suite)")
      guard let test else { continue }
      #expect(homes.contains { $0.contains("func \(test)(") }, "\(suite).\(test)")
    }
  }
}
