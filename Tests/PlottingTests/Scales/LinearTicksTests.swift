import Testing

@testable import Plotting

@Suite("Linear ticks")
struct LinearTicksTests {
  /// Results of d3-array 3.2, test/ticks-test.js.
  static let known: [(Double, Double, [Int], [Double])] = [
    (0, 1, [10, 9, 8], [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]),
    (0, 1, [7, 6, 5, 4], [0, 0.2, 0.4, 0.6, 0.8, 1]),
    (0, 1, [3, 2], [0, 0.5, 1]),
    (0, 1, [1], [0, 1]),
    (0, 10, [10, 9, 8], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
    (0, 10, [7, 6, 5, 4], [0, 2, 4, 6, 8, 10]),
    (0, 10, [3, 2], [0, 5, 10]),
    (0, 10, [1], [0, 10]),
    (-10, 10, [10, 9, 8, 7], [-10, -8, -6, -4, -2, 0, 2, 4, 6, 8, 10]),
    (-10, 10, [6, 5, 4, 3], [-10, -5, 0, 5, 10]),
    (-10, 10, [2], [-10, 0, 10]),
    (-10, 10, [1], [0]),
  ]

  @Test("are those of d3", arguments: known)
  func d3(lower: Double, upper: Double, counts: [Int], expected: [Double]) {
    for count in counts {
      #expect(LinearTicks(Domain(lower: lower, upper: upper), count: count).values == expected)
    }
  }

  @Test("lie in the domain, ascend by one step of 1, 2 or 5 times a power of ten, three to six")
  func properties() {
    var generator = SeededGenerator(2)
    var tooFew = 0
    for _ in 0..<5000 {
      let middle = generator.number(-1, 1) * Logarithm.powerOfTen(generator.whole(-8, 8))
      let span = generator.number(1, 10) * Logarithm.powerOfTen(generator.whole(-6, 8))
      let domain = Domain(lower: middle - span / 2, upper: middle + span / 2)
      let ticks = LinearTicks(domain, atMost: 6)
      #expect([1, 2, 5].contains(ticks.factor))
      #expect(ticks.values.count >= 2 && ticks.values.count <= 6, "\(domain)")
      if ticks.values.count < 3 { tooFew += 1 }
      #expect(ticks.values.allSatisfy { $0 >= domain.lower && $0 <= domain.upper }, "\(domain)")
      for (a, b) in zip(ticks.values, ticks.values.dropFirst()) {
        #expect(
          (b - a - ticks.step).magnitude <= 1e-9 * span + 4 * max(a.magnitude, b.magnitude).ulp)
      }
    }
    // Two where a finer step would give more than six.
    #expect(tooFew < 200)
  }

  @Test("of counts are whole numbers")
  func whole() {
    #expect(
      LinearTicks(Domain(lower: 0, upper: 3, isWhole: true), atMost: 6).values == [0, 1, 2, 3])
    #expect(LinearTicks(Domain(lower: 0, upper: 1, isWhole: true), atMost: 6).values == [0, 1])
  }

  @Test(
    "are written alike",
    arguments: [
      (0.0, 0.3, ["0", "0.1", "0.2", "0.3"]), (-1, 1, ["−1.0", "−0.5", "0", "0.5", "1.0"]),
      (0, 60, ["0", "20", "40", "60"]),
      (0, 60_000, ["0", "20\u{2009}000", "40\u{2009}000", "60\u{2009}000"]),
      (0, 300_000, ["0", "10⁵", "2·10⁵", "3·10⁵"]),
      (0, 2e-6, ["0", "0.5·10⁻⁶", "10⁻⁶", "1.5·10⁻⁶", "2.0·10⁻⁶"]),
      (0, 0.004, ["0", "0.001", "0.002", "0.003", "0.004"]),
      (1000, 1002, ["1000.0", "1000.5", "1001.0", "1001.5", "1002.0"]),
    ])
  func labels(lower: Double, upper: Double, expected: [String]) {
    let ticks = LinearTicks(Domain(lower: lower, upper: upper), atMost: 5).ticks
    #expect(ticks.map(\.label.string) == expected)
  }
}
