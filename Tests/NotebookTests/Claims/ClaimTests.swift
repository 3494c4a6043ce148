import Notebook
import Testing

/// Claims as they stand under `expect:`.
struct ClaimTests {
  /// The claim that a line of YAML holds.
  private func claim(_ text: String) throws -> Claim {
    let source = "```{train}\nexpect:\n  - \(text)\n```\n"
    let (notebook, diagnostics) = NotebookReader.read(source: source, path: "a.md")
    #expect(diagnostics == [])
    let claim = try #require(notebook.blocks.first?.claims.first)
    #expect(claim.position == SourcePosition(line: 3, column: 5))
    return claim
  }

  @Test(
    "Every relation is read",
    arguments: [
      ("a < 1", Claim.Relation.less), ("a <= 1", .atMost), ("a > 1", .greater),
      ("a >= 1", .atLeast), ("a == 1", .equal), ("a != 1", .notEqual), ("a ~ 1 ± 0", .near),
      ("a<1", .less), ("a>=1", .atLeast),
    ])
  func relations(text: String, relation: Claim.Relation) throws {
    let claim = try claim(text)
    #expect(claim.relation == relation)
    #expect(claim.left == .metric("a"))
    #expect(claim.right == .number(1))
    #expect(claim.text == text)
  }

  @Test(
    "Numbers are decimal, with exponent or percent",
    arguments: [
      ("1e-3", 1e-3), ("-2.5E+2", -250), ("+.5", 0.5), ("5.", 5), ("97%", 0.97), ("0", 0),
    ])
  func numbers(text: String, value: Double) throws {
    #expect(try claim("a > \(text)").right == .number(value))
  }

  @Test(
    "Metric names may hold dashes, dots and indices",
    arguments: ["best-rate", "layer.2.weight[0]", "a_b", "x1"])
  func names(name: String) throws {
    #expect(try claim("\(name) != 0").left == .metric(name))
    #expect(try claim("0 != \(name)").right == .metric(name))
  }

  @Test("A tolerance has three spellings", arguments: ["±", "+-", "+/-"])
  func tolerance(spelling: String) throws {
    for gap in ["", " "] {
      let claim = try claim("a ~ 0.5\(gap)\(spelling)\(gap)1e-3")
      #expect(claim.right == .number(0.5))
      #expect(claim.tolerance == 1e-3)
    }
  }

  @Test(
    "A claim is compared with what was measured",
    arguments: [
      ("a < 2", true), ("a < 1", false), ("a <= 1", true), ("a >= 1", true), ("a > 1", false),
      ("a == 1", true), ("a != 1", false), ("a != b", true), ("2 == b", true), ("2 < a", false),
      ("a ~ 1.25 ± 0.25", true), ("a ~ 1.25 ± 0.2", false), ("b ~ a +- 1", true),
      ("nan == nan", false), ("nan != 1", false), ("nan ~ 1 ± 9", false), ("inf > 1", true),
      ("inf ~ inf ± 0", true),
    ])
  func check(text: String, holds: Bool) throws {
    let metrics = ["a": 1, "b": 2, "nan": Double.nan, "inf": .infinity]
    #expect(try claim(text).check { metrics[$0] }.holds == holds)
  }

  @Test("The measured value is the metric's, whichever side it is on")
  func sides() throws {
    let check = try claim("0.5 < a").check { _ in 0.75 }
    #expect(check.measured == 0.75)
    #expect(check.bound == 0.5)
  }

  @Test("An unknown metric is named")
  func unknownMetric() throws {
    let claim = try claim("a < best-rat")
    #expect(throws: UnknownMetric(name: "best-rat")) { try claim.check { $0 == "a" ? 1 : nil } }
  }
}
