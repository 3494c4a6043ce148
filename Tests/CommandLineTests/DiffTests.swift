import Foundation
import Testing

@Suite("nnbook diff")
struct DiffTests {
  /// Reports and frozen results of networks with 4 and with 5 units.
  func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, units) in [("old", 4), ("new", 5)] {
      let notebook = """
        ```{train}
        #| label: fig-a
        layers: [2, \(units), 1]
        epochs: 3
        ```

        ```{forward}
        layers: [2, 3, 1]
        input: [1, 2]
        ```
        """
      try folder.write(notebook, to: "\(name).md")
      _ = try Command(["render", "\(name).md", "--freeze"], in: folder.url)
    }
    return folder
  }

  @Test(
    "lists what moved between two reports, and between two files of results",
    arguments: ["html", "results.json"])
  func moved(kind: String) throws {
    let folder = try folder()
    let run = try Command(["diff", "old.\(kind)", "new.\(kind)"], in: folder.url)
    #expect(run.status == 1)
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines.first == "fig-a", "\(run.output)")
    let parameters = lines.first { $0.hasPrefix("  parameters ") }
    #expect(
      parameters?.split(separator: " ").joined(separator: " ") == "parameters 17 → 21 +4 +19 %")
    #expect(lines.contains { $0.contains(" at Epoch 1 ") }, "\(run.output)")
    #expect(!run.output.contains("block-2") && !run.output.contains("forward 2"))
    let same = try Command(["diff", "old.\(kind)", "old.\(kind)"], in: folder.url)
    #expect(same.status == 0)
    #expect(same.output == "nothing differs\n")
  }

  @Test("leaves out what is within the tolerance")
  func tolerance() throws {
    let folder = try folder()
    let run = try Command(
      ["diff", "old.results.json", "new.results.json", "--tolerance", "2"], in: folder.url)
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output == "nothing differs by more than 2 of its value\n")
    let some = try Command(
      ["diff", "old.results.json", "new.results.json", "--tolerance", "0.195"], in: folder.url)
    #expect(!some.output.contains("parameters"))
  }

  @Test("names what one of them has not")
  func parts() throws {
    let folder = try folder()
    let text = try #require(folder.read("old.results.json"))
    try folder.write(
      text.replacing("\"fig-a\"", with: "\"fig-b\"").replacing("\"epochs\": 3,\n", with: ""),
      to: "new.results.json")
    let run = try Command(["diff", "old.results.json", "new.results.json"], in: folder.url)
    #expect(run.status == 1)
    #expect(run.output == "fig-a\n  all of it  gone\nfig-b\n  all of it  new\n")
  }

  @Test(
    "refuses other files with 64 and says why",
    arguments: [
      ("a.html", "<p>Mine</p>", "a.html: error: this is no report of nnbook"),
      ("a.json", "{}", "a.json:1:1: error: this is no file of nnbook"),
      ("a.json", ">>>>>>> x\n{}", "a.json:1:1: error: a merge is not settled"),
      ("a.txt", "", "a.txt: error: this is no report of nnbook"),
    ])
  func refused(name: String, text: String, message: String) throws {
    let folder = try folder()
    try folder.write(text, to: name)
    let run = try Command(["diff", name, name], in: folder.url)
    #expect(run.status == 64)
    #expect(run.errors.hasPrefix(message), "\(run.errors)")
  }

  @Test("refuses missing files, a report beside results, and wrong tolerances")
  func usage() throws {
    let folder = try folder()
    for arguments in [
      ["old.html", "none.html"], ["old.html", "old.results.json"],
      ["old.html", "new.html", "--tolerance", "-1"],
      ["old.html", "new.html", "--tolerance", "nan"],
    ] {
      let run = try Command(["diff"] + arguments, in: folder.url)
      #expect(run.status == 64, "\(arguments): \(run.output)")
    }
  }
}
