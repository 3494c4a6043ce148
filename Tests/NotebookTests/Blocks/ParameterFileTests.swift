import Notebook
import Testing

struct ParameterFileTests {
  private let notebook =
    "---\nparams: {n: 3, rate: 0.1, flag: false, name: x}\n---\n${n} ${rate} ${flag} ${name}\n"

  private func read(
    _ text: String, as path: String, parameters: [(name: String, value: String)] = []
  ) -> (Notebook, [String]) {
    let (file, found) = ParameterFile.read(contentsOf: path, files: .memory([path: text]))
    let (notebook, diagnostics) = NotebookReader.read(
      source: notebook, path: "a.md", parameters: parameters, parameterFile: file, files: .none)
    return (notebook, (found + diagnostics).map(\.line))
  }

  @Test(
    "YAML and JSON give values as text, as defaults are",
    arguments: [
      ("p.yml", "n: 12\nrate: 1e-3\nflag: true\nname: 'a b'\n"),
      ("p.json", "{\"n\": 12, \"rate\": 1e-3,\n\t\"flag\": true,\n\t\"name\": \"a b\"\n}\n"),
    ])
  func formats(path: String, text: String) {
    let (notebook, lines) = read(text, as: path)
    #expect(lines == [])
    #expect(notebook.elements == [.paragraph([.text("12 1e-3 true a b")])])
    #expect(notebook.files.map(\.path) == ["a.md", path])
  }

  @Test("-P wins over the file, wherever it stands")
  func precedence() {
    let (notebook, lines) = read("n: 12\nrate: 2\n", as: "p.yml", parameters: [("n", "7")])
    #expect(lines == [])
    #expect(notebook.elements == [.paragraph([.text("7 2 false x")])])
  }

  @Test("An undeclared name is an error at its place in the file")
  func undeclared() {
    #expect(
      read("n: 1\nnaem: 2\n", as: "p.yml").1 == [
        "p.yml:2:7: error: parameter 'naem' is not declared; did you mean 'name'? Known: n, rate, "
          + "flag, name"
      ])
  }

  @Test("What is no parameter is an error")
  func wrong() {
    #expect(
      read("n: [1]\n1a: 2\nrate: |\n  a\n  b\n", as: "p.yml").1 == [
        "p.yml:1:4: error: 'n' must be text; found a list",
        "p.yml:2:1: error: '1a' cannot be a parameter's name; use letters, digits, '-' and '_', a "
          + "letter first",
        "p.yml:3:7: error: the value of parameter 'rate' has more than one line",
      ])
    #expect(
      read("[1]", as: "p.json").1 == [
        "p.json:1:1: error: a file of parameters must be 'name: value' lines; found a list"
      ])
  }

  @Test("A missing file is an error")
  func missing() {
    let (_, found) = ParameterFile.read(contentsOf: "p.yml", files: .none)
    #expect(found.map(\.line) == ["p.yml: error: there is no such file"])
  }
}
