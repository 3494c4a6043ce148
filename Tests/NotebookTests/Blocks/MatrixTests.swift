import Notebook
import Testing

struct MatrixTests {
  private func read(
    _ frontMatter: String, parameters: [(name: String, value: String)] = []
  ) -> (FrontMatter, [String]) {
    let (notebook, diagnostics) = NotebookReader.read(
      source: "---\n\(frontMatter)\n---\nText.\n", path: "a.md", parameters: parameters,
      files: .none)
    return (notebook.frontMatter, diagnostics.map(\.line))
  }

  @Test("The variants are all combinations, the last name changing fastest")
  func variants() {
    let (matter, lines) = read("matrix: {seed: [1, 2], width: [8, a b]}\nparams: {width: 4}")
    #expect(lines == [])
    #expect(
      matter.matrix.variants.map { $0.map { "\($0.name)=\($0.value)" }.joined(separator: " ") } == [
        "seed=1 width=8", "seed=1 width=a b", "seed=2 width=8", "seed=2 width=a b",
      ])
    #expect(read("title: x").0.matrix.variants.isEmpty)
  }

  @Test("A variant's values are given as parameters are; the seed becomes that of the blocks")
  func applied() {
    let text = "matrix: {seed: [5], width: [8]}\nparams: {width: 4}"
    let variant = read(text).0.matrix.variants[0]
    let (matter, lines) = read(text, parameters: variant)
    #expect(lines == [])
    #expect(matter.execute.seed == 5)
    #expect(matter.parameters.map(\.value) == ["8"])
  }

  @Test("A parameter called seed is set instead of the seed")
  func seedParameter() {
    let (matter, lines) = read("params: {seed: a}", parameters: [("seed", "b")])
    #expect(lines == [])
    #expect(matter.execute.seed == 1)
    #expect(matter.parameters.map(\.value) == ["b"])
  }

  @Test("64 variants are fine, 65 are not")
  func limit() {
    let values = { (count: Int) in "[\((1...count).map(String.init).joined(separator: ", "))]" }
    #expect(read("matrix: {seed: \(values(64))}").0.matrix.variants.count == 64)
    #expect(
      read("title: x\nmatrix: {seed: \(values(65))}").1 == [
        "a.md:3:1: error: the matrix has 65 variants; the limit is 64"
      ])
    let axes = (0..<70).map { "p\($0): [1, 2]" }.joined(separator: ", ")
    #expect(
      read("matrix: {\(axes)}").1 == [
        "a.md:2:1: error: the matrix has too many variants; the limit is 64"
      ])
  }

  @Test("All that is wrong comes at once, each at its place")
  func errors() {
    let (matter, lines) = read(
      """
      params: {width: 4, depth: 2, rate: 1}
      matrix:
        seed: [1, x]
        widht: [8]
        depth: 3
        rate: [[1], 2, 2]
        width: []
      """)
    #expect(
      lines == [
        "a.md:4:13: error: 'seed' must be a whole number from 0 to 18446744073709551615; found 'x'",
        "a.md:5:3: error: parameter 'widht' is not declared; did you mean 'width'? Known: width, "
          + "depth, rate, seed",
        "a.md:6:10: error: 'depth' must be a list of values, such as [1, 2, 3]; found the number 3",
        "a.md:7:10: error: 'rate' must be text; found a list",
        "a.md:7:18: error: 'rate' takes the value '2' twice",
        "a.md:8:10: error: 'width' must be a list of values, such as [1, 2, 3]; found a list",
      ])
    #expect(matter.matrix.axes.map(\.name) == ["rate"])
    #expect(
      read("title: x", parameters: [("seed", "x")]).1 == [
        "a.md: error: 'seed' must be a whole number from 0 to 18446744073709551615; found 'x'"
      ])
  }
}
