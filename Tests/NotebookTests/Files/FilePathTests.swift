import TestSupport
import Testing

@testable import Notebook

struct FilePathTests {
  @Test(
    "A path is simplified without changing what it means",
    arguments: [
      ("a/../b.md", "b.md"), ("./a//b/./c.md", "a/b/c.md"), ("../a.md", "../a.md"),
      ("a/../../b", "../b"), ("/../a", "/a"), ("/a/..", "/"), ("a/..", "."), ("", "."),
      ("../../a/b/../..", "../.."),
    ])
  func simplified(path: String, expected: String) {
    #expect(FilePath.simplified(path) == expected)
  }

  @Test("Simplifying twice is simplifying once, and no component but leading '..' goes up")
  func simplifiedProperties() {
    var random = SplitMix(seed: 7)
    let parts = ["a", "b.md", "..", ".", "", "c d", "é"]
    for _ in 0..<500 {
      let words = (0..<random.next(below: 9)).map { _ in parts[random.next(below: parts.count)] }
      let path = (random.next(below: 2) == 0 ? "/" : "") + words.joined(separator: "/")
      let once = FilePath.simplified(path)
      #expect(FilePath.simplified(once) == once, "\(path)")
      let rest = once.split(separator: "/").drop { $0 == ".." && !once.hasPrefix("/") }
      #expect(!rest.contains(".."), "\(path) became \(once)")
      #expect(path.hasPrefix("/") == once.hasPrefix("/"), "\(path) became \(once)")
    }
  }

  @Test(
    "A folder contains itself and what lies below, no more",
    arguments: [
      ("/a", "/a", true), ("/a", "/a/b", true), ("/a", "/ab", false), ("/a/b", "/a", false),
      ("/", "/a", true), ("/", "/", true),
    ])
  func contains(folder: String, path: String, expected: Bool) {
    #expect(FilePath.contains(folder, path) == expected)
  }

  @Test(
    "A path is named as the user sees it",
    arguments: [
      ("/p/a.yml", "/p", "a.yml"), ("/p/a.yml", "/p/q/r", "../../a.yml"),
      ("/x/a.yml", "/p", "/x/a.yml"), ("/p/q/a.yml", "/p", "q/a.yml"), ("/a.yml", "/p", "/a.yml"),
      ("/a.yml", "/", "a.yml"),
    ])
  func names(path: String, folder: String, expected: String) {
    #expect(FilePath.name(of: path, seenFrom: folder) == expected)
  }
}
