import Notebook
import Testing

/// What the goldens of tables leave open.
struct TableTests {
  private func table(_ source: String) -> Element? {
    NotebookReader.read(source: source, path: "a.md").0.elements.first
  }

  @Test(
    "The delimiter row decides what is a table",
    arguments: [
      ("|a|\n|-|", true), ("a|b\n-|-", true), ("a|b\n:-:|--:", true), ("|a|b|\n|-|", false),
      ("|a|\n|--|--|", false), ("|a|\n|x|", false), ("|a|\n|:|", false), ("a\n-", false),
    ])
  func delimiterRow(source: String, isTable: Bool) {
    guard case .table = table(source) else { return #expect(!isTable) }
    #expect(isTable)
  }

  @Test("A definition resolves in cells wherever it stands in the file")
  func definitions() {
    let link = Inline.link(destination: "u", title: "", [.text("r")])
    for source in ["[r]: u\n\n|[r]|\n|-|", "|[r]|\n|-|\n\n> [r]: u\n", "|[r]|\n|-|\n\n- [r]: u\n"] {
      guard case .table(let header, _, _) = table(source) else {
        Issue.record("no table in \(source)")
        continue
      }
      #expect(header == [[link]], "\(source)")
    }
  }
}
