import Notebook
import TestSupport
import Testing

/// Random claims, good and bad.
struct ClaimPropertyTests {
  private func claim(_ text: String) throws -> Claim {
    let source = "```{train}\nexpect:\n  - |\n    \(text)\n```\n"
    let (notebook, diagnostics) = NotebookReader.read(source: source, path: "a.md")
    #expect(diagnostics == [], "\(text)")
    return try #require(notebook.blocks.first?.claims.first)
  }

  @Test("What is printed is read as it was", arguments: [false, true])
  func roundTrip(isFull: Bool) throws {
    for seed in 0..<400 {
      var generator = ClaimGenerator(seed: seed)
      let condition = generator.condition(depth: seed % 4)
      let text = ClaimPrinter(isFull: isFull).text(condition)
      guard text.split(separator: " ").count <= 200, namesMetric(text) else { continue }
      #expect(try claim(text).condition == condition, "\(text)")
    }
  }

  @Test("Outcome and margin are as another way of calculating has them")
  func evaluation() throws {
    let values = Dictionary(
      uniqueKeysWithValues: ClaimGenerator.values.map { ($0.metric.text, $0.value) })
    var outcomes: [Bool?: Int] = [:]
    for seed in 1000..<2500 {
      var generator = ClaimGenerator(seed: seed)
      let text = ClaimPrinter(isFull: false).text(generator.condition(depth: seed % 4))
      guard text.split(separator: " ").count <= 200, namesMetric(text) else { continue }
      let check = try claim(text).check { (label, name) throws(MetricFailure) in
        values[Claim.Metric(label: label, name: name).text] ?? .nan
      }
      let expected = ClaimOracle(values: values).verdict(text)
      outcomes[expected?.holds, default: 0] += 1
      #expect(check.holds == expected?.holds ?? false, "\(text)")
      #expect(isSame(check.margin, expected?.margin ?? .nan), "\(text): \(check.margin)")
      #expect(check.margin.isNaN || (check.holds ? check.margin >= 0 : check.margin <= 0))
    }
    // The random claims are of every kind.
    #expect(outcomes[true, default: 0] > 100)
    #expect(outcomes[false, default: 0] > 100)
    #expect(outcomes[nil, default: 0] > 100)
  }

  /// Equal but for the last bits, in which logarithms differ between C libraries.
  private func isSame(_ a: Double, _ b: Double) -> Bool {
    a == b || a.isNaN && b.isNaN || (a - b).magnitude <= 1e-13 * max(1, a.magnitude)
  }

  private func namesMetric(_ text: String) -> Bool {
    text.split(separator: " ").contains { word in
      ClaimGenerator.values.contains { $0.metric.text == word }
    }
  }

  @Test("Shuffled tokens give a claim or errors within the line", arguments: 0..<10)
  func shuffled(seed: Int) {
    let pieces = [
      "a", "best-rate", "f.b", "x[0]", "and", "or", "not", "in", "<", "<=", "==", "~", "±", "+-",
      "(", ")", "[", "]", ",", "+", "-", "*", "/", "abs(", "max", "5%", "1e-3", "1e", "a-", "$",
      "é", "=", "&&", " ", "  ", "\\", "''", "😀",
    ]
    var random = SplitMix(seed: UInt64(seed))
    for _ in 0..<300 {
      let text = (0...random.next(below: 12)).map { _ in pieces[random.next(below: pieces.count)] }
        .joined(separator: random.next(below: 3) == 0 ? "" : " ")
      let line = "  - '\(text)'"
      let (notebook, diagnostics) = NotebookReader.read(
        source: "```{train}\nexpect:\n\(line)\n```\n", path: "a.md")
      #expect(diagnostics.isEmpty == (notebook.blocks[0].claims.count == 1), "\(line)")
      let places =
        diagnostics.map(\.position)
        + notebook.blocks[0].claims.flatMap { $0.mentions }.map(\.position)
      for place in places {
        #expect(place?.line == 3, "\(line)")
        #expect((5...(line.unicodeScalars.count + 1)).contains(place?.column ?? 0), "\(line)")
      }
    }
  }
}
