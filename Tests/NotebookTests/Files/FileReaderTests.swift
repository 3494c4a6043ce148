import Foundation
import Notebook
import Testing

/// Files that are no notebooks; those that are bytes stand in `Goldens`.
struct FileReaderTests {
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

  @Test("Links that lead in a circle are one error, as files and as folders")
  func linkLoop() throws {
    let scratch = try ScratchFolder()
    try scratch.link("a.md", to: "b.md")
    try scratch.link("b.md", to: "a.md")
    for path in ["\(scratch.path)/a.md", "\(scratch.path)/a.md/c.md"] {
      #expect(
        lines(path) == ["\(path): error: the symbolic links of the path lead in a circle"])
    }
    try scratch.link("gone.md", to: "nowhere.md")
    #expect(lines("\(scratch.path)/gone.md")[0].hasSuffix("error: there is no such file"))
  }

  @Test("A huge file is one error, and so is a huge text")
  func huge() throws {
    let scratch = try ScratchFolder()
    let path = "\(scratch.path)/huge.md"
    let bytes = Data(repeating: 0x61, count: NotebookReader.sizeLimit + 1)
    try bytes.write(to: URL(filePath: path))
    let message = "error: the file is larger than 64 MiB, which is the limit"
    #expect(lines(path) == ["\(path): \(message)"])
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(NotebookReader.read(source: text, path: "a").1.map(\.line) == ["a: \(message)"])
  }

  @Test("A file that is replaced while it is read is the old or the new one, never a mixture")
  func changing() throws {
    let scratch = try ScratchFolder()
    let texts = ["a", "b"].map { String(repeating: "\($0) \($0)\n", count: 50_000) }
    let path = try scratch.write(texts[0], to: "a.md")
    let writer = Thread {
      for turn in 0..<20 where !Thread.current.isCancelled {
        try? Data(texts[turn % 2].utf8).write(to: URL(filePath: path), options: .atomic)
      }
    }
    writer.start()
    defer { writer.cancel() }
    for _ in 0..<20 {
      let text = try FileReader.disk.text(of: path, limit: NotebookReader.sizeLimit)
      #expect(texts.contains(text))
    }
  }

  @Test("Line ends and the byte order mark are normalised in the notebook's source")
  func normalizes() {
    let (notebook, _) = NotebookReader.read(source: "\u{FEFF}a\r\nb\rc\n\r\n", path: "a.md")
    #expect(notebook.source == "a\nb\nc\n\n")
  }

  @Test("Paths with spaces, quotes and letters of any language")
  func paths() throws {
    let scratch = try ScratchFolder()
    for name in ["with space.md", "with 'quotes\".md", "größe 中文.md", "-dash.md", "a#b?c%20.md"] {
      let path = try scratch.write("```{include} sub/\(name)\n```\n", to: name)
      try scratch.write("Text.\n", to: "sub/\(name)")
      let (notebook, diagnostics) = NotebookReader.read(contentsOf: path)
      #expect(diagnostics == [])
      #expect(notebook.elements == [.paragraph([.text("Text.")])])
      #expect(notebook.files.map(\.path) == [path, "\(scratch.path)/sub/\(name)"])
    }
  }
}
