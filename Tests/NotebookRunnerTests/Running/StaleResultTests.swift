import Foundation
import Notebook
import Testing

@testable import NotebookRunner

/// Each of these shows a stale result in some other tool.
@Suite("What else makes results stale")
struct StaleResultTests {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "nnbook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func write(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  func origins(_ name: String) -> [String] {
    let (notebook, found) = NotebookReader.read(
      contentsOf: folder.appending(path: name).path)
    let runner = NotebookRunner(
      jobs: 2, cache: ResultCache(folder: folder.appending(path: ".nnbook")))
    let run = runner.run(notebook, found: found)
    #expect(run.succeeded, "\(run.allDiagnostics.map { $0.line })")
    return run.blocks.compactMap { $0.origin?.rawValue }
  }

  @Test("a file of data that changed, though its time and size did not")
  func data() throws {
    let rows = (0..<40).map { "\($0),\($0 % 7),\($0 % 2)" }.joined(separator: "\n")
    try write("a,b,c\n\(rows)\n", "d.csv")
    try write(
      "```{train}\ndata: {csv: {path: d.csv, target: c}}\nlayers: [2, 3, 1]\nepochs: 2\n```\n",
      "n.md")
    #expect(origins("n.md") == ["computed"])
    #expect(origins("n.md") == ["stored"])
    let file = folder.appending(path: "d.csv")
    let times = try FileManager.default.attributesOfItem(atPath: file.path)
    let time = try #require(times[.modificationDate] as? Date)
    try write("a,b,c\n\(rows)\n".replacing("7,0,1", with: "7,1,1"), "d.csv")
    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: file.path)
    #expect(origins("n.md") == ["computed"])
  }

  @Test("a definition in an included file")
  func include() throws {
    try write("```{model}\n#| label: net\nlayers: [2, 3, 1]\n```\n", "net.md")
    try write("```{include} net.md\n```\n\n```{train}\nmodel: net\nepochs: 2\n```\n", "n.md")
    #expect(origins("n.md") == ["computed"])
    try write("```{model}\n#| label: net\nlayers: [2, 4, 1]\n```\n", "net.md")
    #expect(origins("n.md") == ["computed"])
    #expect(origins("n.md") == ["stored"])
  }

  @Test("a parameter that a block uses, and no other")
  func parameters() throws {
    func origins(_ parameters: [(name: String, value: String)]) -> [String] {
      let (notebook, found) = NotebookReader.read(
        source: """
          ---
          params: {width: 3, unused: 1}
          ---

          ```{forward}
          layers: [2, ${width}]
          input: [1, 2]
          ```
          """, path: "n.md", parameters: parameters)
      let runner = NotebookRunner(
        jobs: 1, cache: ResultCache(folder: folder.appending(path: ".nnbook")))
      return runner.run(notebook, found: found).blocks.compactMap { $0.origin?.rawValue }
    }
    #expect(origins([]) == ["computed"])
    #expect(origins([("unused", "2")]) == ["stored"])
    #expect(origins([("width", "4")]) == ["computed"])
  }

  @Test("nothing: the same block under the same label in another file has its own options")
  func sameLabel() throws {
    let block = "```{forward}\n#| label: fig\nlayers: [2, 3]\ninput: [1, 2]\n```\n"
    try write(block, "a.md")
    try write(block.replacing("[1, 2]", with: "[1, 3]"), "b.md")
    #expect(origins("a.md") == ["computed"])
    #expect(origins("b.md") == ["computed"])
    #expect(origins("a.md") == ["stored"])
  }

  @Test("nothing: a notebook that was only touched, moved or renamed")
  func touched() throws {
    try write("```{forward}\nlayers: [2, 3]\ninput: [1, 2]\n```\n", "a.md")
    #expect(origins("a.md") == ["computed"])
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 0)],
      ofItemAtPath: folder.appending(path: "a.md").path)
    #expect(origins("a.md") == ["stored"])
    try FileManager.default.moveItem(
      at: folder.appending(path: "a.md"), to: folder.appending(path: "c.md"))
    #expect(origins("c.md") == ["stored"])
  }
}
