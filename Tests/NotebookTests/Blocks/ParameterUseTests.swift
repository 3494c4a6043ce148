import Notebook
import Testing

/// Where `${name}` stands for a value.
struct ParameterUseTests {
  private func read(_ body: String, frontMatter: String = "") -> (Notebook, [String]) {
    let source = "---\nparams: {n: 3, who: Ada}\n\(frontMatter)---\n\(body)\n"
    let (notebook, diagnostics) = NotebookReader.read(source: source, path: "a.md", files: .none)
    return (notebook, diagnostics.map(\.line))
  }

  @Test(
    "In prose of every kind",
    arguments: [
      ("# ${who}, ${n}", "heading 1 @4:1\n  \"Ada, 3\"\n"),
      ("| ${n} | *${who}* |\n|---|---|\n| a${n} | b |", "\"a3\""),
      ("| ${n} | *${who}* |\n|---|---|\n| a${n} | b |", "emphasis\n        \"Ada\""),
      ("[to ${who}](x/${n}.md \"${who}\")", "link \"x/3.md\" \"Ada\"\n    \"to Ada\""),
      ("See ![${who}](a:${n}.png)", "image \"a:3.png\" \"\" @4:5\n    \"Ada\""),
      ("- > ${n}", "\"3\""),
      ("$x^{${n}}$", "\"x^{3}\""), ("```{train}\n#| fig-cap: By ${who}\n```", "[\"By Ada\"]"),
      ("```{train}\na: ${n}\n```", "number 3"),
    ])
  func prose(body: String, expected: String) {
    let (notebook, lines) = read(body)
    #expect(lines == [])
    let tree = TreeDump.text(of: notebook)
    #expect(tree.contains(expected), "\(tree)")
    #expect(!tree.contains("${"), "\(tree)")
  }

  @Test(
    "Not in what is shown as it is written",
    arguments: [
      "```\n${n} ${other}\n```", "```python\n${n}\n```", "    ${n}", "`${n}`", "``${other}``",
      "\\${n}", "<b title=\"${n}\">",
    ])
  func code(body: String) {
    let (notebook, lines) = read(body)
    #expect(lines == [])
    #expect(TreeDump.text(of: notebook).contains("${") || body.hasPrefix("<"))
  }

  @Test("In title, subtitle and description of the front matter, and not in its other texts")
  func frontMatter() {
    let (notebook, lines) = read(
      "x",
      frontMatter:
        "title: For ${who}\nsubtitle: \"${n} \\\\${n}\"\ndescription: |\n  ${n}\nauthor: ${n}\n")
    #expect(lines == [])
    let matter = notebook.frontMatter
    #expect(matter.title == "For Ada")
    #expect(matter.subtitle == "3 ${n}")
    #expect(matter.description == "3\n")
    #expect(matter.author == ["${n}"])
  }

  @Test("An undeclared name in the front matter is an error at the text")
  func undeclared() {
    #expect(
      read("x", frontMatter: "title: For ${whom}\n").1 == [
        "a.md:3:8: error: parameter 'whom' is not declared; did you mean 'who'? Known: n, who"
      ])
  }
}
