import Plotting
import Testing

@testable import Experiments

@Suite("The profile quick")
struct QuickTests {
  static func quick(_ kind: Text, _ entries: [(Text, OptionValue)]) throws -> Options {
    let experiment = try #require(Experiment.named(kind))
    let body = OptionValue(.map(entries.map { OptionValue.Entry(key: $0.0, value: $0.1) }))
    let (options, problems) = experiment.read(body)
    #expect(problems.isEmpty, "\(problems)")
    return options.quick(experiment.options)
  }

  @Test(
    "divides epochs by ten, but not below two, and never makes them more",
    arguments: [(1000, 100), (100, 10), (29, 2), (15, 2), (3, 2), (2, 2), (1, 1)])
  func epochs(written: Int, expected: Int) throws {
    let options = try Self.quick("train", [("epochs", .number(Double(written)))])
    #expect(options.integer("epochs") == expected)
  }

  @Test("scales defaults as it scales what was written")
  func defaults() throws {
    let options = try Self.quick("lr-sweep", [])
    #expect(options.integer("epochs") == 30)
    #expect(options.integer("seeds") == 2)
  }

  @Test("reaches into data, schedules and early stopping")
  func nested() throws {
    let options = try Self.quick(
      "train",
      [
        ("data", .map("moons", .map("samples", .number(1000)))),
        ("schedule", .map("multi-step", .map("at", .numbers([30, 60])))),
        ("early-stopping", .map("patience", .number(50))),
      ])
    #expect(options.variant("data").options.integer("samples") == 250)
    #expect(options.variant("data").options.number("noise") == 0.1)
    #expect(options.variant("schedule").options.axes("at") == [3, 6])
    #expect(options.variant("early-stopping").options.integer("epochs") == 5)
  }

  @Test("leaves alone what does not cost time")
  func untouched() throws {
    let options = try Self.quick(
      "train", [("layers", .numbers([2, 64, 64, 1])), ("batch", .number(128))])
    #expect(options.architecture("layers") == .sizes([2, 64, 64, 1]))
    #expect(options.integer("batch") == 128)
    #expect(!options.has("validation-samples"))
  }

  @Test("keeps places, which later problems point at")
  func places() throws {
    let place = OptionValue.Place(line: 3, column: 9)
    let options = try Self.quick("train", [("epochs", OptionValue(.number(50), at: place))])
    #expect(options.place("epochs") == place)
  }

  @Test("only scales whole numbers, and to numbers that the option may have")
  func declarations() {
    var count = 0
    for option in Self.allOptions {
      guard let scaling = option.scaling else { continue }
      count += 1
      switch option.type {
      case .integer(let range), .axes(let range, _):
        #expect(range.contains(scaling.least), "\(option.name.text)")
        for number in [range.lowerBound, range.lowerBound + 1, range.upperBound] {
          #expect(range.contains(scaling.applied(to: number)), "\(option.name.text)")
        }
      default: Issue.record("\(option.name.text) cannot be scaled")
      }
    }
    #expect(count > 30)
  }

  @Test("scales the epochs of every experiment that has some")
  func everyExperiment() {
    for experiment in Experiment.all {
      for option in experiment.options where option.name.matches("epochs") {
        #expect(option.scaling != nil, "\(experiment.name.text)")
      }
    }
  }

  static var allOptions: [ExperimentOption] {
    let kinds =
      Catalogs.datasets.variants + Catalogs.schedules.variants + Catalogs.earlyStoppings.variants
    return Experiment.all.flatMap { $0.options } + kinds.flatMap { $0.options }
  }
}
