import Notebook
import Testing

/// Claims against what was measured.
struct ClaimCheckTests {
  static let metrics = [
    "a": 1, "b": 2, "best-rate": 0.5, "nan": Double.nan, "inf": .infinity, "f.c": 4,
  ]

  /// Each claim with whether it holds and its margin.
  static let rows: [(String, Bool, Double)] = [
    ("a < 2", true, 1), ("a < 1", false, 0), ("a <= 1", true, 0), ("a >= 1", true, 0),
    ("a > 1", false, 0), ("a > 3", false, -2), ("a == 1", true, 0), ("a == 4", false, -3),
    ("a != 1", false, 0), ("a != b", true, 1), ("2 == b", true, 0), ("2 < a", false, -1),
    ("4 > a", true, 3),
    ("a ~ 1.25 ± 0.25", true, 0), ("a ~ 1.25 ± 0.125", false, -0.125),
    ("b ~ a +- 1", true, 0), ("b ~ 4 ± 50%", true, 0), ("b ~ -4 ± 25%", false, -5),
    ("b ~ 0 ± 50%", false, -2), ("a ~ b ± a / 2", false, -0.5), ("b ~ a ± a - b", false, -2),
    ("a in [0, 1]", true, 0), ("a in [0, 1)", false, 0), ("a in (1, 2]", false, 0),
    ("a in [0.75, 2]", true, 0.25), ("a in [b, 9]", false, -1), ("a in [b, a - b]", false, -2),
    ("b * f.c - 1 == 7", true, 0), ("-a < abs(-b)", true, 3), ("min(a, b) < max(a, b)", true, 1),
    ("sqrt(f.c) == b", true, 0), ("log10(best-rate * b) == 0", true, 0),
    ("a < 3 and b < 9", true, 2), ("a < 3 and b < 1", false, -1), ("a < 0 and b < 0", false, -2),
    ("a < 3 or b < 9", true, 7), ("a < 3 or b < 1", true, 2), ("a < 0 or b < 0", false, -1),
    ("a == 1 and a < 1", false, 0), ("a == 1 or a < 1", true, 0),
    ("not a < 3", false, -2), ("not (a > 3 or b > 3)", true, 1), ("not a ~ 4 ± 2", true, 1),
    ("not a ~ 2 ± 2", false, -1), ("not a in [2, 3]", true, 1), ("not a in [0, 4]", false, -1),
    ("inf > 1", true, .infinity), ("inf < 1", false, -.infinity), ("inf <= inf", true, 0),
    ("inf ~ inf ± 0", true, 0), ("a ~ inf ± 5%", false, -.infinity),
    ("a ~ inf ± inf", false, -.infinity), ("a / 0 == inf", true, 0),
  ]

  private func claim(_ text: String) throws -> Claim {
    let source = "```{train}\nexpect:\n  - |\n    \(text)\n```\n"
    let (notebook, diagnostics) = NotebookReader.read(source: source, path: "a.md")
    #expect(diagnostics == [])
    return try #require(notebook.blocks.first?.claims.first)
  }

  private func check(_ text: String) throws -> ClaimCheck {
    try claim(text).check { (label, name) throws(MetricFailure) in
      guard let value = Self.metrics[Claim.Metric(label: label, name: name).text] else {
        throw .unknownMetric(known: ["a", "b"])
      }
      return value
    }
  }

  @Test("A claim holds or not, with the room it has", arguments: rows)
  func outcomes(text: String, holds: Bool, margin: Double) throws {
    let check = try check(text)
    #expect(check.holds == holds)
    #expect(check.margin == margin)
  }

  @Test(
    "A claim in which a compared number is NaN fails",
    arguments: [
      "nan == nan", "nan != 1", "nan < 1", "1 < nan", "nan ~ 1 ± 9", "a ~ 1 ± nan", "nan in [0, 1]",
      "a in [nan, 9]", "not nan < 1", "not not nan < 1", "not (nan < 1)", "not nan ~ 1 ± 9",
      "a < 2 and nan < 1", "a < 2 or nan < 1", "nan < 1 or a < 2", "not (a > 2 and nan < 1)",
      "0 * nan < 1", "min(nan, 1) <= 1", "max(1, nan) >= 1", "a < inf - inf", "a > sqrt(0 - a)",
      "a > log10(-a)", "0 / (a - a) < 1", "abs(nan) >= 0", "a ~ inf ± inf - inf",
    ])
  func notANumber(text: String) throws {
    let check = try check(text)
    #expect(!check.holds)
    #expect(check.margin.isNaN)
  }

  @Test("The measured values are told in order, the decision with the metric's side first")
  func decision() throws {
    let check = try check("3 < best-rate or not a + b < f.c")
    #expect(check.measured.map(\.metric.text) == ["best-rate", "a", "b", "f.c"])
    #expect(check.measured.map(\.value) == [0.5, 1, 2, 4])
    #expect(
      check.decision
        == ClaimCheck.Decision(
          value: 3, demand: .relation(.atLeast), bound: 4, holds: false, margin: -1))
    let turned = try self.check("3 < best-rate").decision
    #expect(turned.value == 0.5)
    #expect(turned.demand == .relation(.greater))
    #expect(turned.bound == 3)
    #expect(try self.check("a in [2, 3]").decision.demand == .relation(.atLeast))
    #expect(try self.check("not a ~ 2 ± 2").decision.demand == .apart)
    #expect(try self.check("a ~ 2 ± 2").decision.demand == .near)
  }

  @Test("Every metric without a value is told, in order, each once")
  func unknownMetrics() throws {
    let claim = try claim("a < best-rat and other.b > best-rat")
    let failure = #expect(throws: ClaimFailure.self) {
      try claim.check { (label, name) throws(MetricFailure) in
        if label != nil { throw .unknownLabel(known: ["f"]) }
        if name != "a" { throw .unknownMetric(known: ["a", "best-rate"]) }
        return 1
      }
    }
    #expect(
      failure?.diagnostics(path: "n.md").map(\.line) == [
        "n.md:4:9: error: the claim 'a < best-rat and other.b > best-rat' names no metric of this "
          + "block: 'best-rat'; did you mean 'best-rate'? Known: a, best-rate",
        "n.md:4:22: error: the claim 'a < best-rat and other.b > best-rat' names 'other.b', but no "
          + "block is called 'other'; known: f",
      ])
  }

  @Test(
    "What is wrong with a metric is told",
    arguments: [
      (.unknownMetric(known: []), "names no metric of block 'f': 'c'; it has none"),
      (
        .unknownMetric(known: ["d"]),
        "names no metric of block 'f': 'c'; did you mean 'd'? Known: d"
      ),
      (.unknownLabel(known: []), "names 'f.c', but no block is called 'f'"),
      (.blockFailed, "needs 'f.c', but block 'f' failed"),
      (.blockNotRun, "needs 'f.c', but block 'f' was not run"),
    ] as [(MetricFailure, String)])
  func failures(failure: MetricFailure, words: String) throws {
    let claim = try claim("f.c < 1")
    let error = #expect(throws: ClaimFailure.self) {
      try claim.check { (_, _) throws(MetricFailure) in throw failure }
    }
    #expect(
      error?.diagnostics(path: "n.md").map(\.line)
        == ["n.md:4:5: error: the claim 'f.c < 1' \(words)"])
  }
}
