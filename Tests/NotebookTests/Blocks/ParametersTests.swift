import Notebook
import Testing

struct ParametersTests {
  private let source = "---\nparams: {n: 3, rate: 0.1}\n---\n${n}\n\n```{train}\nn: ${n}\n```\n"

  @Test("A given value takes the default's place, in prose and in blocks; the last one holds")
  func overrides() {
    let (notebook, diagnostics) = NotebookReader.read(
      source: source, path: "a.md", parameters: [("n", "4"), ("n", "12")])
    #expect(diagnostics == [])
    #expect(notebook.frontMatter.parameters.map(\.value) == ["12", "0.1"])
    #expect(notebook.elements.first == .paragraph([.text("12")]))
    #expect(TreeDump.text(of: notebook).contains("n @7:1 @7:4 number 12"))
  }

  @Test("An undeclared name is an error of the whole file")
  func undeclared() {
    let (_, diagnostics) = NotebookReader.read(
      source: source, path: "a.md", parameters: [("rat", "1")])
    #expect(
      diagnostics.map(\.line) == [
        "a.md: error: parameter 'rat' is not declared; did you mean 'rate'? Known: n, rate"
      ])
  }

  @Test("A value of several lines is an error")
  func multiline() {
    let (_, diagnostics) = NotebookReader.read(
      source: source, path: "a.md", parameters: [("n", "1\nb: 2")])
    #expect(
      diagnostics.map(\.line) == ["a.md: error: the value of parameter 'n' has more than one line"])
  }

  @Test("Places behind a replaced parameter are those of the file")
  func positions() {
    let source = """
      ---
      params: {name: a-long-value, s: x}
      ---
      ```{train}
      a: {b: ${name}, c: ${s}, d: [1, ${name}], e: 5}
      ```
      """
    let (notebook, diagnostics) = NotebookReader.read(source: source, path: "a.md")
    #expect(diagnostics == [])
    let tree = TreeDump.text(of: notebook)
    #expect(tree.contains("b @5:5 @5:8 text \"a-long-value\""))
    #expect(tree.contains("c @5:17 @5:20 text \"x\""))
    #expect(tree.contains("- @5:33 text \"a-long-value\""))
    #expect(tree.contains("e @5:43 @5:46 number 5"))
  }
}
