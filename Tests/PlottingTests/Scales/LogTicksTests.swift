import Testing

@testable import Plotting

@Suite("Ticks of logarithmic axes")
struct LogTicksTests {
  @Test(
    "label decades, every 2nd or 4th when there are more than six",
    arguments: [
      (-2.5, 0.7, ["0.01", "0.1", "1"]),
      (-4.0, 1, ["10⁻⁴", "0.001", "0.01", "0.1", "1", "10"]),
      (-6.0, 1, ["10⁻⁶", "10⁻⁴", "0.01", "1"]),
      (0.0, 4, ["1", "10", "100", "1000", "10⁴"]),
      (-11.0, 0.2, ["10⁻¹⁰", "10⁻⁸", "10⁻⁶", "10⁻⁴", "0.01", "1"]),
      (-16.0, 0, ["10⁻¹⁶", "10⁻¹²", "10⁻⁸", "10⁻⁴", "1"]),
    ])
  func decades(lower: Double, upper: Double, expected: [String]) {
    let ticks = LogTicks(Domain(lower: lower, upper: upper), atMost: 6).ticks
    #expect(ticks.map(\.label.string).filter { !$0.isEmpty } == expected)
  }

  @Test(
    "also label 2 and 5, or all digits, where few decades are seen",
    arguments: [
      (-1.1, 0.1, ["0.1", "0.2", "0.5", "1"]), (0.25, 1.05, ["2", "5", "10"]),
      (0.45, 0.85, ["3", "4", "5", "6", "7"]),
      (-1.05, -0.4, ["0.1", "0.2", "0.3"]), (-2.9, -0.1, ["0.003", "0.01", "0.03", "0.1", "0.3"]),
      (0.0, 0.15, ["1", "1.1", "1.2", "1.3", "1.4"]),
    ])
  func digits(lower: Double, upper: Double, expected: [String]) {
    let ticks = LogTicks(Domain(lower: lower, upper: upper), atMost: 6).ticks
    #expect(ticks.map(\.label.string).filter { !$0.isEmpty } == expected)
  }

  @Test("mark 2 to 9 within the domain, each place once, ascending")
  func minor() {
    let ticks = LogTicks(Domain(lower: -1, upper: 0.5), atMost: 6).ticks
    let expected = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 2, 3]
    #expect(ticks.map(\.value) == expected)
  }

  @Test("ascend without repetition, at most six with labels, over random domains")
  func properties() {
    var generator = SeededGenerator(3)
    for _ in 0..<3000 {
      let lower = generator.number(-20, 20)
      let domain = Domain(lower: lower, upper: lower + generator.number(0.2, 30))
      let ticks = LogTicks(domain, atMost: 6).ticks
      let labelled = ticks.filter { !$0.label.isEmpty }
      #expect(labelled.count >= 2 && labelled.count <= 6, "\(domain)")
      for (a, b) in zip(ticks, ticks.dropFirst()) { #expect(a.value < b.value, "\(domain)") }
      for tick in ticks {
        let position = Logarithm.decimal(tick.value)
        #expect(position >= domain.lower - 1e-8 && position <= domain.upper + 1e-8)
      }
    }
  }

  @Test("of a symmetric scale are 0 and decades of both signs")
  func symmetric() {
    let scale = Axis.Scale.symlog(linearWithin: 1)
    let reach = scale.transformed(1000) ?? 0
    let ticks = SymlogTicks(Domain(lower: -reach, upper: reach), threshold: 1, atMost: 11).ticks
    let expected = ["−1000", "−100", "−10", "−1", "0", "1", "10", "100", "1000"]
    #expect(ticks.map(\.label.string) == expected)
  }
}
