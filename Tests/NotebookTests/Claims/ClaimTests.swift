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

  private let a = Claim.Expression.metric(Claim.Metric(name: "a"))

  @Test("Every relation is read", arguments: Claim.Relation.allCases)
  func relations(relation: Claim.Relation) throws {
    for gap in ["", " "] {
      let text = "a\(gap)\(relation.rawValue)\(gap)1"
      let claim = try claim(text)
      #expect(claim.condition == .comparison(a, relation, .number(1)))
      #expect(claim.text == text)
    }
  }

  @Test(
    "Numbers are decimal, with exponent or percent",
    arguments: [
      ("1e-3", 1e-3), ("2.5E+2", 250), ("+.5", 0.5), ("5.", 5), ("97%", 0.97), ("0", 0),
    ])
  func numbers(text: String, value: Double) throws {
    #expect(try claim("a > \(text)").condition == .comparison(a, .greater, .number(value)))
  }

  @Test(
    "Metric names may hold dashes, dots and indices",
    arguments: [
      "best-rate", "layer.2.weight[0]", "a_b", "x1", "output[0][1]", "in-all", "min", "notes",
    ])
  func names(name: String) throws {
    let metric = Claim.Expression.metric(Claim.Metric(name: name))
    #expect(try claim("\(name) != 0").condition == .comparison(metric, .notEqual, .number(0)))
    #expect(try claim("0 != \(name)").condition == .comparison(.number(0), .notEqual, metric))
    #expect(
      try claim("a in [0,\(name)]").condition
        == .within(a, Claim.Interval(lower: .number(0), upper: metric)))
  }

  @Test(
    "A name before the first dot is a label if a metric's name follows",
    arguments: [
      ("fig-a.loss", "fig-a", "loss"), ("a.b.c[0]", "a", "b.c[0]"), ("layer.2.w", nil, "layer.2.w"),
    ])
  func labels(text: String, label: String?, name: String) throws {
    #expect(try claim("\(text) > 0").mentions.map(\.metric) == [.init(label: label, name: name)])
  }

  @Test("A tolerance has three spellings", arguments: ["±", "+-", "+/-"])
  func tolerance(spelling: String) throws {
    for gap in ["", " "] {
      let claim = try claim("a ~ 0.5\(gap)\(spelling)\(gap)1e-3")
      #expect(claim.condition == .near(a, .number(0.5), .absolute(.number(1e-3))))
      let share = try self.claim("a ~ 0.5\(gap)\(spelling)\(gap)5%")
      #expect(share.condition == .near(a, .number(0.5), .relative(percent: 5)))
    }
  }

  @Test("A percentage is a share of the right side only alone behind ±")
  func percentages() throws {
    let width = Claim.Expression.operation(.number(0.05), .times, a)
    #expect(try claim("a ~ 2 ± 5% * a").condition == .near(a, .number(2), .absolute(width)))
    #expect(
      try claim("a ~ 2 ± (5%)").condition == .near(a, .number(2), .absolute(.number(0.05))))
  }

  @Test(
    "Operators bind as in Python",
    arguments: [
      ("a < 1 or b < 1 and c < 1", "( ( a < 1.0 ) or ( ( b < 1.0 ) and ( c < 1.0 ) ) )"),
      ("(a < 1 or b < 1) and c < 1", "( ( ( a < 1.0 ) or ( b < 1.0 ) ) and ( c < 1.0 ) )"),
      ("not a < 1 and b < 1", "( ( not ( a < 1.0 ) ) and ( b < 1.0 ) )"),
      ("not not a < 1", "( not ( not ( a < 1.0 ) ) )"),
      ("a - b - c < 1", "( ( ( a - b ) - c ) < 1.0 )"),
      ("a - (b - c) < 1", "( ( a - ( b - c ) ) < 1.0 )"),
      ("a / b / c < 1", "( ( ( a / b ) / c ) < 1.0 )"),
      ("a + b * c < 1 + 2", "( ( a + ( b * c ) ) < ( 1.0 + 2.0 ) )"),
      ("-a * b < -1", "( ( ( - a ) * b ) < ( - 1.0 ) )"), ("(- -a) < 1", "( ( - ( - a ) ) < 1.0 )"),
      ("a -1 < 2", "( ( a - 1.0 ) < 2.0 )"), ("1-a < 2", "( ( 1.0 - a ) < 2.0 )"),
      ("a-1 < 2", "( a-1 < 2.0 )"), ("2*a-b > 1e-3-a", "( ( 2.0 * a-b ) > ( 0.001 - a ) )"),
      ("((a)) < (1)", "( a < 1.0 )"), ("((a < 1))", "( a < 1.0 )"),
      ("(a + 1) / 2 < 1", "( ( ( a + 1.0 ) / 2.0 ) < 1.0 )"),
      ("a ~ b + 1 ± 2 * c and d > 0", "( ( a ~ ( b + 1.0 ) ± ( 2.0 * c ) ) and ( d > 0.0 ) )"),
      (
        "a in (0, b[1]] or c in [-1,1)",
        "( ( a in ( 0.0 , b[1] ] ) or ( c in [ ( - 1.0 ) , 1.0 ) ) )"
      ),
      ("a in[0, 1]", "( a in [ 0.0 , 1.0 ] )"),
      (
        "max(a, b, 1) < abs(-c) + log10 (d)",
        "( max ( a , b , 1.0 ) < ( abs ( ( - c ) ) + log10 ( d ) ) )"
      ),
    ])
  func precedence(text: String, tree: String) throws {
    #expect(ClaimPrinter(isFull: true).text(try claim(text).condition) == tree)
  }

  @Test("Metrics are mentioned in order of appearance, each once, at their places")
  func mentions() throws {
    let claim = try claim("b < a and f.b > a - b")
    #expect(claim.mentions.map(\.metric.text) == ["b", "a", "f.b"])
    #expect(claim.mentions.map(\.position.column) == [5, 9, 15])
  }

  @Test("A claim of any size ends in a claim or an error")
  func limits() throws {
    let sums = Array(repeating: "a", count: 99).joined(separator: " + ")
    #expect(try claim("\(sums) < 1").mentions.count == 1)
    #expect(
      try claim(String(repeating: "(", count: 32) + "a < 1" + String(repeating: ")", count: 32))
        .mentions.count == 1)
    for opening in ["(", "not ", "- ", "abs(", "(a < 1 and ", "a + "] {
      for count in [33, 198, 10_000] {
        let text = String(repeating: opening, count: count) + "a"
        let (notebook, diagnostics) = NotebookReader.read(
          source: "```{train}\nexpect:\n  - \"\(text)\"\n```\n", path: "a.md")
        #expect(notebook.blocks[0].claims == [])
        #expect(diagnostics.count == 1)
      }
    }
  }

  @Test("Many claims take time in proportion", .timeLimit(.minutes(1)), arguments: 0..<4)
  func many(shape: Int) {
    let claims = Array(repeating: shape == 0 ? "a < 1" : "a < $", count: 10_000)
    let body =
      switch shape {
      case 0, 1: "\n- " + claims.joined(separator: "\n- ")
      case 2: "[" + claims.joined(separator: ", ") + "]"
      default: "a " + String(repeating: "$", count: 1_000_000)
      }
    let (_, diagnostics) = NotebookReader.read(
      source: "```{train}\nexpect: \(body)\n```\n", path: "a.md")
    #expect(diagnostics.count == [0, 10_000, 10_000, 200][shape])
  }
}
