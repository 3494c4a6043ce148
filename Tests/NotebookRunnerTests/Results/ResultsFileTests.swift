import Foundation
import TestSupport
import Testing

@testable import NotebookRunner

@Suite("A file of results")
struct ResultsFileTests {
  static let block = BlockNumbers(
    name: "fig-a",
    dependencies: [
      KeyPart(name: "experiment", value: "train"), KeyPart(name: "seed", value: "3"),
      KeyPart(name: "option epochs", value: "5"),
    ],
    metrics: [
      .init(name: "loss", number: ExactNumber(0.1)), .init(name: "rate", number: ExactNumber(.nan)),
    ],
    tables: [
      NumberTable(
        name: "curves", columns: ["Epoch", "Note"],
        rows: [[.number(ExactNumber(1)), .text("best")], [.empty, .text("∞")]])
    ],
    diagnoses: ["Diverged at \"step\" 7"])

  @Test("is written for people: a metric and a row take a line, names are sorted")
  func layout() {
    let other = BlockNumbers(name: "a 2", dependencies: Array(Self.block.dependencies.prefix(2)))
    #expect(
      ResultsFile([Self.block, other]).text == """
        {
          "format": "nnbook results 1",
          "blocks": {
            "a 2": {
              "experiment": "train",
              "seed": 3,
              "depends on": {},
              "metrics": {},
              "figures": [],
              "diagnoses": []
            },
            "fig-a": {
              "experiment": "train",
              "seed": 3,
              "depends on": {
                "option epochs": "5"
              },
              "metrics": {
                "loss": 0.1,
                "rate": "NaN"
              },
              "figures": [
                {
                  "figure": "curves",
                  "columns": ["Epoch", "Note"],
                  "rows": [
                    [1, "best"],
                    [null, ["∞"]]
                  ]
                }
              ],
              "diagnoses": [
                "Diverged at \\"step\\" 7"
              ]
            }
          }
        }

        """)
  }

  @Test("gives every number back to the bit, and every word", arguments: 1...40)
  func roundTrip(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let blocks = (0..<3).map { Self.block(named: "block \($0)", &random) }
    let file = ResultsFile(blocks)
    let read = try ResultsFile(text: file.text)
    #expect(read == file)
    #expect(read.text == file.text)
  }

  private static func block(named name: String, _ random: inout SplitMix) -> BlockNumbers {
    let words = ["", "NaN", "-∞", "a\"b\\c", "tab\tline\nend\u{1}", "é 😀 \u{2028}", "<<<<<<<", "1"]
    var block = Self.block
    block.name = name
    block.dependencies[1].value = "\(UInt64.max)"
    block.metrics = (0..<20).map { .init(name: "m\($0)", number: number(&random)) }
    block.tables[0].columns = words
    block.tables[0].rows = (0..<5).map { _ in
      words.map { word in
        switch random.next(below: 3) {
        case 0: .empty
        case 1: .number(number(&random))
        default: .text(word)
        }
      }
    }
    block.diagnoses = words
    return block
  }

  /// Any bits, or one of the numbers at the edges.
  private static func number(_ random: inout SplitMix) -> ExactNumber {
    let edges = [
      0, -0.0, 1, -13, .nan, .infinity, -.infinity, .leastNonzeroMagnitude, .pi,
      .greatestFiniteMagnitude, 9_007_199_254_740_992, 9_007_199_254_740_994, 1e22, 1e-7, 0.1,
    ]
    if random.next(below: 3) == 0 { return ExactNumber(edges[random.next(below: edges.count)]) }
    let (high, low) = (random.next(below: 1 << 32), random.next(below: 1 << 32))
    return ExactNumber(Double(bitPattern: UInt64(high) << 32 | UInt64(low)))
  }

  @Test(
    "says in which line it is none",
    arguments: [
      ("", 1, "the file ends too early, expected a value"),
      ("{", 1, "the file ends too early, expected a name in quotes"),
      ("{\n  \"format\": \"other\"\n}", 1, "this is no file of nnbook"),
      ("[1, 2]", 1, "this is no file of nnbook"),
      ("{\n\"a\": 1,\n\"a\": 2}", 3, "'a' stands twice in the same object"),
      ("{\n\"a\": 01}", 2, "found '01}', expected a value"),
      ("{\n\"a\": \"b\n\"}", 2, "text has no closing quote"),
      ("{\n\"a\": \"\\ud800\"}", 2, "found '\"}', expected a Unicode escape"),
      ("{} {", 1, "found '{', expected the end of the file"),
      (String(repeating: "[", count: 99), 1, "values stand more than 64 deep"),
    ])
  func malformed(text: String, line: Int, message: String) {
    #expect {
      try ResultsFile(text: text)
    } throws: { error in
      guard let problem = error as? ResultsProblem else { return false }
      return problem.line == line && problem.message.hasPrefix(message)
    }
  }

  @Test(
    "says which part is missing or something else",
    arguments: [
      ("\"seed\": 3", "\"seed\": -3", "'fig-a' has no seed, expected a whole number"),
      ("\"loss\": 0.1", "\"loss\": \"much\"", "metric 'loss' of 'fig-a' is no number"),
      ("\"loss\": 0.1", "\"loss\": 1e999", "metric 'loss' of 'fig-a' is no number"),
      ("[1, \"best\"]", "[1]", "a row does not have 2 cells"),
      ("[1, \"best\"]", "[1, true]", "a cell is neither number nor text"),
      ("\"metrics\": {", "\"metric\": {", "'metrics' is not there or no object"),
      ("[\"Epoch\", \"Note\"]", "[\"Epoch\", 2]", "'columns' is not there or no list of texts"),
    ])
  func wrongParts(old: String, new: String, message: String) throws {
    let text = ResultsFile([Self.block]).text.replacing(old, with: new)
    let problem = #expect(throws: ResultsProblem.self) { try ResultsFile(text: text) }
    #expect(problem?.message == message)
    #expect((problem?.line ?? 0) > 3)
  }

  @Test("recognises each marker of a merge that is not settled, with its line")
  func mergeMarkers() {
    let lines = ResultsFile([Self.block]).text.split(separator: "\n").map(String.init)
    for marker in ["<<<<<<< HEAD", "||||||| base", "=======", ">>>>>>> other"] {
      for place in [0, 5, lines.count] {
        var merged = lines
        merged.insert(marker, at: place)
        let problem = #expect(throws: ResultsProblem.self) {
          try ResultsFile(text: merged.joined(separator: "\n"))
        }
        #expect(problem?.line == place + 1)
        #expect(
          problem?.message
            == "a merge is not settled: the line begins with '\(marker.prefix(7))'")
      }
    }
  }
}
