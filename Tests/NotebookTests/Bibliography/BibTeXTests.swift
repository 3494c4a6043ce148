import Testing

@testable import Notebook

struct BibTeXTests {
  private func read(_ source: String) -> (works: [Bibliography.Work], problems: [String]) {
    var reader = BibTeXReader(SourceText(source), diagnostics: Diagnostics(path: "a.bib"))
    reader.read()
    return (reader.works, reader.diagnostics.sorted.map(\.line))
  }

  @Test(
    "TeX in fields becomes plain text",
    arguments: [
      ("{\\\"o}", "ö"), ("\\\"{o}", "ö"), ("\\\"o", "ö"), ("\\'{\\i}", "í"),
      ("\\v{S}koda", "Škoda"),
      ("Erd{\\H{o}}s", "Erdős"), ("na{\\\"\\i}ve", "naïve"), ("{A} {B}", "A B"),
      ("a--b---c", "a–b—c"),
      ("``q''", "“q”"), ("Fish \\& Chips~1", "Fish & Chips\u{A0}1"),
      ("\\emph{x} \\unknown{y}", "x y"),
      ("$\\alpha$-x", "α-x"), ("{", ""), ("\\", ""), ("\\\"", ""), ("a\n  b", "a b"),
      ("\\o\\O\\ss\\ae", "øØßæ"), ("\\url{a_b}", "a_b"),
    ])
  func plainText(tex: String, plain: String) {
    #expect(TeXText.plain(tex) == plain)
  }

  @Test(
    "Names have a family and a given part",
    arguments: [
      ("Donald E. Knuth", ["Knuth|Donald E."]), ("Knuth, Donald E.", ["Knuth|Donald E."]),
      ("Ludwig van Beethoven", ["van Beethoven|Ludwig"]), ("{Acme and Sons}", ["Acme and Sons|"]),
      ("van der Berg, Jr, Jan", ["van der Berg|Jan, Jr"]),
      ("A and B AND others", ["A|", "B|", "et al.|"]),
      ("", []), ("and and", []), (",", []),
    ])
  func names(value: String, names: [String]) {
    #expect(BibTeXNames.names(in: value).map { "\($0.family)|\($0.given)" } == names)
  }

  @Test(
    "What is no BibTeX ends nowhere and loses no other entry",
    arguments: [
      "", "@", "@@@", "@a", "@a{", "@a{b", "@a{b,", "@a{b,c", "@a{b,c=", "@a{b,c={", "@a{b,c=\"",
      "@a{b,c=1#", "@string{", "@string{a", "@comment{", "@a(b}", "@a{b}}", "a@b.c {x}",
      "@a{b,,c={x}}",
      "@a{b, c={\\}}", "@é{ü, x={y}}", "@a{b, c=\"{\"}",
    ])
  func odd(source: String) {
    let (works, _) = read(source + "\n@misc{last, title = {Last}}\n")
    #expect(works.count <= 2)
    _ = read(source)
  }

  @Test("An entry that is broken does not hide the next")
  func recovery() {
    let (works, problems) = read("@misc{a, title {x}}\n@misc{b, title = {y}}")
    #expect(works.map(\.key) == ["b"])
    #expect(problems == ["a.bib:1:16: error: BibTeX: expected '='; found '{x}}'"])
  }
}
