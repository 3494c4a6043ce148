import Foundation
import Notebook
import Testing

/// Files that are no notebooks; those that are bytes stand in `Goldens`.
struct SourceFileTests {
  private func lines(_ path: String) -> [String] {
    let (notebook, diagnostics) = NotebookReader.read(contentsOf: path)
    #expect(notebook.elements.isEmpty)
    return diagnostics.map(\.line)
  }

  @Test("A missing file is one error")
  func missing() {
    #expect(lines("/no/such.md") == ["/no/such.md: error: there is no such file"])
  }

  @Test("A directory is one error")
  func directory() {
    let path = FileManager.default.temporaryDirectory.path
    #expect(lines(path) == ["\(path): error: this is a directory, not a notebook"])
  }

  @Test("A huge file is one error, and so is a huge text")
  func huge() throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("nnbook-\(UUID().uuidString).md")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(repeating: 0x61, count: NotebookReader.sizeLimit + 1).write(to: file)
    let message = "error: the file is larger than 16 MiB, which is the limit"
    #expect(lines(file.path) == ["\(file.path): \(message)"])
    let text = String(repeating: "a", count: NotebookReader.sizeLimit + 1)
    #expect(NotebookReader.read(source: text, path: "a").1.map(\.line) == ["a: \(message)"])
  }

  @Test("Line ends and the byte order mark are normalised in the notebook's source")
  func normalizes() {
    let (notebook, _) = NotebookReader.read(source: "\u{FEFF}a\r\nb\rc\n\r\n", path: "a.md")
    #expect(notebook.source == "a\nb\nc\n\n")
  }
}
