import Foundation
import Plotting
import TestSupport
import Testing

@testable import Experiments

/// Plots and heat maps of random numbers, columns and formulas, most of which make no sense.
@Suite("Random plots")
struct PlotPropertyTests {
  @Test("are refused at a place, or drawn as well-formed elements", arguments: 0..<40)
  func plots(seed: Int) {
    var random = RandomBlock(seed: UInt64(seed))
    for _ in 0..<12 { expectDrawn(.plot, random.plot(), random.tables) }
  }

  @Test("of matrices too", arguments: 0..<10)
  func matrices(seed: Int) {
    var random = RandomBlock(seed: UInt64(seed))
    for _ in 0..<12 { expectDrawn(.heatMap, random.matrix(), random.tables) }
  }

  private func expectDrawn(
    _ experiment: Experiment, _ body: OptionValue, _ tables: [SourceTable]
  ) {
    let (options, problems) = experiment.read(body)
    guard problems.isEmpty else {
      for problem in problems { #expect(problem.message.count > 10) }
      return
    }
    var context = Context()
    context.tables = tables
    do throws(ExperimentError) {
      let result = try experiment.run(options, context)
      for figure in result.figures {
        let markup = String(decoding: figure.markup(id: "f").bytes, as: UTF8.self)
        let fault = markupFault(markup)
        #expect(fault == nil, "\(fault ?? ""): \(body)")
        #expect(figure.table.rows.allSatisfy { $0.count == figure.table.columns.count })
      }
    } catch {
      guard case .problem(let problem) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(problem.message.count > 10, "\(problem)")
      if case .missingOption = problem.kind { return }
      #expect(problem.place != nil, "\(problem.message): \(body)")
    }
  }
}

/// What is wrong with the elements of some markup; nil if all are closed in order and no attribute
/// holds what is no number.
private func markupFault(_ markup: String) -> String? {
  var open: [Substring] = []
  for match in markup.matches(of: /<(\/?)([a-zA-Z]+)([^>]*?)(\/?)>/) {
    let (_, closing, name, attributes, own) = match.output
    if attributes.firstMatch(of: /(?:d|x|y|width|height)="[^"]*(?:nan|inf)/) != nil {
      return "\(name) \(attributes)"
    }
    if !closing.isEmpty {
      guard open.popLast() == name else { return "</\(name)> closes nothing" }
    } else if own.isEmpty {
      open.append(name)
    }
  }
  return open.isEmpty ? nil : "\(open) are not closed"
}

/// Makes blocks from a seed.
private struct RandomBlock {
  private var generator: SplitMix
  private let source = TableSource.file("t.csv")

  init(seed: UInt64) { generator = SplitMix(seed: seed) }

  var tables: [SourceTable] {
    let rows: [[Table.Cell]] = (0..<9).map { row in
      [
        .text("\(row)"), .text(["a", "b <c>", "a&\"d\""][row % 3]),
        row == 4 ? .empty : .text("\(Double(row * row) - 3, digits: 4)"), .number(Double(row) / 3),
        .text(row == 7 ? "NA" : "-inf"),
      ]
    }
    let names: [Text] = ["n", "word", "v", "w", "odd name"]
    return [
      SourceTable(
        source: source, title: "t.csv", table: Table(names.map { .words($0) }, rows: rows))
    ]
  }

  mutating func plot() -> OptionValue {
    var entries = [entry("marks", .list((0..<whole(1, 4)).map { _ in mark() }))]
    if whole(0, 2) > 0 { entries.append(entry("data", .text("t.csv"))) }
    for axis in ["x", "y"] where whole(0, 2) > 0 { entries.append(entry(axis, self.axis())) }
    return map(entries)
  }

  mutating func matrix() -> OptionValue {
    var entries: [OptionValue.Entry] = []
    if whole(0, 1) > 0 { entries.append(entry("data", .text("t.csv"))) }
    let width = whole(1, 30)
    let rows = (0..<whole(1, 30)).map { _ in numbers(whole(0, 20) == 0 ? width + 1 : width) }
    if whole(0, 3) > 0 {
      entries.append(entry("values", whole(0, 3) == 0 ? .text("v") : .list(rows)))
    }
    for name in ["rows", "columns"] where whole(0, 3) == 0 {
      entries.append(entry(name, .text(["n", "word", "v"][whole(0, 2)])))
    }
    entries.append(entry("colours", .text(["sequential", "diverging"][whole(0, 1)])))
    entries.append(entry("causal", .boolean(whole(0, 1) == 0)))
    return map(entries)
  }

  private mutating func axis() -> OptionValue.Content {
    let name = ["linear", "log", "symlog", "names"][whole(0, 3)]
    guard whole(0, 1) == 0 else { return .text(Text(Array(name.utf8))) }
    if name == "names" {
      return .map([entry("names", whole(0, 1) == 0 ? .text("word") : words())])
    }
    return .map([entry(name, .map([entry("title", .text("title")), entry("unit", .text("u"))]))])
  }

  private mutating func mark() -> OptionValue {
    let kind = Catalogs.marks.kinds[whole(0, Catalogs.marks.kinds.count - 1)].variant
    var entries: [OptionValue.Entry] = []
    for option in kind.options where option.fallback == nil || whole(0, 2) == 0 {
      guard let value = value(option.type) else { continue }
      entries.append(OptionValue.Entry(key: option.name.text, value: value))
    }
    return map([OptionValue.Entry(key: kind.name.text, value: map(entries))])
  }

  private mutating func value(_ type: OptionType) -> OptionValue? {
    switch type {
    case .series:
      let formulas: [Text] = ["x ^ 2", "v", "1 / x", "log(w) * n", "word", "z", "`odd name`"]
      guard whole(0, 1) == 0 else { return OptionValue(.text(formulas[whole(0, 6)]), at: place) }
      return numbers(whole(0, 12))
    case .samples:
      return OptionValue(.list((0..<whole(1, 4)).map { _ in numbers(whole(1, 30)) }), at: place)
    case .column: return OptionValue(.text(["word", "n", "none"][whole(0, 2)]), at: place)
    case .name: return OptionValue(.text(["a", "3"][whole(0, 1)]), at: place)
    case .words: return OptionValue(words(), at: place)
    case .text: return OptionValue(.text("w <&> \""), at: place)
    case .boolean: return OptionValue(.boolean(whole(0, 1) == 0), at: place)
    case .integer: return OptionValue(.number(Double(whole(1, 30))), at: place)
    case .number: return OptionValue(.number(Double(whole(-5, 5)) + 0.5), at: place)
    case .choice(let names):
      return OptionValue(.text(names[whole(0, names.count - 1)].text), at: place)
    default: return nil
    }
  }

  private mutating func numbers(_ count: Int) -> OptionValue {
    let odd: [Double] = [.nan, .infinity, -.infinity, 0, 1e300, -1e308, .leastNonzeroMagnitude]
    let numbers = (0..<count).map { _ in
      whole(0, 9) == 0 ? odd[whole(0, 6)] : Double(whole(-1000, 1000)) / 100
    }
    return OptionValue(.list(numbers.map { OptionValue(.number($0)) }), at: place)
  }

  private mutating func words() -> OptionValue.Content {
    .list((0..<whole(1, 5)).map { OptionValue(.text("name \($0 % 4)"), at: place) })
  }

  private func entry(_ key: String, _ value: OptionValue.Content) -> OptionValue.Entry {
    OptionValue.Entry(
      key: Text(Array(key.utf8)), at: place, value: OptionValue(value, at: place))
  }

  private func map(_ entries: [OptionValue.Entry]) -> OptionValue {
    OptionValue(.map(entries), at: place)
  }

  private var place: OptionValue.Place { OptionValue.Place(line: 3, column: 5) }

  private mutating func whole(_ low: Int, _ high: Int) -> Int {
    low + generator.next(below: high - low + 1)
  }
}
