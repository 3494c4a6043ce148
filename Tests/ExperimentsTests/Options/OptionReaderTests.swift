import Plotting
import Testing

@testable import Experiments

@Suite("Reading options")
struct OptionReaderTests {
  static let schema: [ExperimentOption] = [
    ExperimentOption("rate", .number(OptionType.aboveZero...1), default: .number(0.1), "a rate"),
    ExperimentOption("count", .integer(1...10), default: .number(3), "a count"),
    ExperimentOption("flag", .boolean, default: .boolean(false), "a flag"),
    ExperimentOption(
      "optimizer", .variant(Catalogs.optimizers.variants), default: .name("adam"), "a rule"),
    ExperimentOption("grid", .grid(0...100), default: .numbers([1]), "numbers"),
    ExperimentOption("layers", .layers, default: .numbers([2, 1]), "a network"),
  ]

  func read(_ entries: [(Text, OptionValue)]) -> (Options, [OptionProblem]) {
    var reader = OptionReader()
    let map = entries.map { OptionValue.Entry(key: $0.0, value: $0.1) }
    let options = reader.read(Self.schema, of: "test", from: OptionValue(.map(map)))
    return (options, reader.problems)
  }

  @Test("defaults stand in for what is not given")
  func defaults() {
    let (options, problems) = read([])
    #expect(problems.isEmpty)
    #expect(options.number("rate") == 0.1)
    #expect(options.integer("count") == 3)
    #expect(!options.boolean("flag"))
    #expect(options.architecture("layers") == .sizes([2, 1]))
  }

  @Test("all problems are collected at once")
  func collectsAll() {
    let (_, problems) = read([
      ("rat", .number(1)), ("rate", .number(2)), ("count", .number(2.5)),
      ("flag", OptionValue(.text("yes"))), ("optimizer", .name("adm")),
    ])
    #expect(problems.count == 5)
  }

  @Test("a variant is a name, a name with its main option, or a name with options")
  func variantRule() {
    for value in [
      OptionValue.map("adam", .number(0.01)), .map("adam", .map("rate", .number(0.01))),
    ] {
      let (options, problems) = read([("optimizer", value)])
      #expect(problems.isEmpty)
      #expect(Catalogs.optimizers.product(options, "optimizer").learningRate == 0.01)
    }
    let (options, _) = read([("optimizer", .name("adam"))])
    #expect(Catalogs.optimizers.product(options, "optimizer").learningRate == 0.001)
  }

  @Test("grids are lists, linear and logarithmic")
  func grids() {
    let spaced = OptionValue.numbers([1, 100, 3])
    #expect(read([("grid", .map("log", spaced))]).0.numbers("grid") == [1, 10, 100])
    #expect(read([("grid", .map("linear", spaced))]).0.numbers("grid") == [1, 50.5, 100])
    #expect(read([("grid", .numbers([3, 2]))]).0.numbers("grid") == [3, 2])
    #expect(read([("grid", .number(5))]).0.numbers("grid") == [5])
  }

  @Test("numbers that are not finite are refused everywhere")
  func notFinite() {
    for bad in [Double.nan, .infinity, -.infinity] {
      let (_, problems) = read([
        ("rate", .number(bad)), ("count", .number(bad)), ("grid", .number(bad)),
      ])
      #expect(problems.count == 3)
    }
  }

  @Test("random trees never crash and leave a problem or valid options")
  func randomTrees() {
    var generator = SeededGenerator(state: 7)
    for _ in 0..<3000 {
      let (options, problems) = read(
        Self.schema.map { ($0.name.text, randomValue(depth: 0, &generator)) })
      if problems.isEmpty {
        #expect((1...10).contains(options.integer("count")))
        #expect(options.numbers("grid").allSatisfy { (0...100).contains($0) })
      }
    }
  }

  private func randomValue(depth: Int, _ generator: inout SeededGenerator) -> OptionValue {
    let words: [Text] = ["adam", "log", "linear", "dense", "units", "rate", "tanh", "", "√"]
    switch Int.random(in: 0..<(depth < 3 ? 8 : 5), using: &generator) {
    case 0: return OptionValue(.null)
    case 1: return OptionValue(.boolean(Bool.random(using: &generator)))
    case 2: return .number(Double(Int.random(in: -3...12, using: &generator)))
    case 3:
      return .number([.nan, .infinity, 1e300, -1e-300, 0.5].randomElement(using: &generator) ?? 0)
    case 4: return OptionValue(.text(words.randomElement(using: &generator) ?? ""))
    case 5, 6:
      let count = Int.random(in: 0..<4, using: &generator)
      return OptionValue(.list((0..<count).map { _ in randomValue(depth: depth + 1, &generator) }))
    default:
      let count = Int.random(in: 0..<3, using: &generator)
      return OptionValue(
        .map(
          (0..<count).map { _ in
            OptionValue.Entry(
              key: words.randomElement(using: &generator) ?? "",
              value: randomValue(depth: depth + 1, &generator))
          }))
    }
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014), for tests that need the same random input each time.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
