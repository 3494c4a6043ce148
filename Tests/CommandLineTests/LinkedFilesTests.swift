import Foundation
import Testing

@Suite("Files to which the pages of a site link")
struct LinkedFilesTests {
  private func project(_ links: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["book/more/data", "book/.private"] {
      try FileManager.default.createDirectory(
        at: folder.url.appending(path: name), withIntermediateDirectories: true)
    }
    try folder.write("chapters: [index.md, more/a.md, draft.md]\n", to: "book/nnbook.yml")
    try folder.write("# Home\n\n[paper](paper.pdf)\n", to: "book/index.md")
    try folder.write("# A\n\n\(links)\n", to: "book/more/a.md")
    try folder.write("---\ndraft: true\n---\n\n# Draft\n", to: "book/draft.md")
    try folder.write("%PDF-\n", to: "book/paper.pdf")
    try folder.write("a,b\n1,2\n", to: "book/more/data/x y.csv")
    try folder.write("secret\n", to: "book/.private/key.txt")
    try folder.write("elsewhere\n", to: "other.csv")
    return folder
  }

  @Test("are copied to where the links say, and checked")
  func copies() throws {
    let folder = try project("[data](data/x%20y.csv) and [paper](../paper.pdf#page=2).")
    let run = try Command(["render", "book"], in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors == "")
    #expect(folder.read("book/site/more/data/x y.csv") == "a,b\n1,2\n")
    #expect(folder.read("book/site/paper.pdf") == "%PDF-\n")
    #expect(try Command(["check", "book"], in: folder.url).status == 0)
    try folder.write("a,b\n3,4\n", to: "book/more/data/x y.csv")
    let stale = try Command(["check", "book"], in: folder.url)
    #expect(stale.status == 3)
    #expect(stale.errors.contains("x y.csv: error: this is not what it would be today"))
  }

  @Test(
    "are told where they are not copied",
    arguments: [
      ("../../other.csv", "a file outside of the project"), ("data", "a folder"),
      ("../draft.md", "a notebook that is no chapter"), ("../.private/key.txt", "a hidden file"),
      ("link.csv", "a file outside of the project"),
    ])
  func refusals(link: String, words: String) throws {
    let folder = try project("[it](\(link))")
    try FileManager.default.createSymbolicLink(
      at: folder.url.appending(path: "book/more/link.csv"),
      withDestinationURL: folder.url.appending(path: "other.csv"))
    let run = try Command(["render", "book"], in: folder.url)
    #expect(run.status == 0)
    #expect(
      run.errors.contains(
        "book/more/a.md:3:6: warning: the link '\(link)' leads to \(words); the site will not have it"
      ),
      "\(run.errors)")
    let found = try FileManager.default.subpathsOfDirectory(
      atPath: folder.url.appending(path: "book/site").path)
    #expect(!found.contains { $0.contains("other") || $0.contains("key") || $0.contains("link") })
  }
}
