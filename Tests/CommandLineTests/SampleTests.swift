import Foundation
import Testing

/// The report that visitors of the repository open is what its notebook gives today.
@Suite("The sample report")
struct SampleTests {
  private var repository: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  @Test("is rendered anew to the same bytes, with one job and with two", arguments: ["1", "2"])
  func sameBytes(jobs: String) throws {
    let folder = try TemporaryFolder()
    let notebook = repository.appending(path: "Notebooks/first-look.md").path
    let run = try Command(
      ["render", notebook, "--jobs", jobs, "-o", "first-look.html"], in: folder.url)
    #expect(run.status == 0, "\(run.errors)")
    let committed = try String(
      contentsOf: repository.appending(path: "Output/first-look.html"), encoding: .utf8)
    #expect(
      folder.read("first-look.html") == committed,
      "make report writes Output/first-look.html; look at it, then commit it")
    #expect(committed.utf8.count < 400_000)
  }
}
