import Plotting

/// The numbers of a mark: as they are written, or a formula over the x of the mark.
struct PlotSeries {
  private let options: Options

  init(_ options: Options) { self.options = options }

  /// The x of the mark: as given, else where a formula is looked at, else 1, 2, 3, …
  func x(besides name: Name) -> [Double] {
    if case .numbers(let numbers) = options["x"] { return numbers }
    if case .numbers(let numbers) = options[name] {
      return (1...max(1, numbers.count)).map { Double($0) }
    }
    return Grid.linear(from: -5, to: 5, count: 201)
  }

  /// The numbers of an option; empty if it is absent.
  func numbers(_ name: Name, at x: [Double]) -> [Double] {
    switch options[name] {
    case .numbers(let numbers): return numbers
    case .text(let text):
      guard let formula = try? Formula(text) else { return [] }
      return x.map { formula($0) }
    default: return []
    }
  }
}

extension Options {
  /// The style that a mark asks for; without one, that of the mark's number.
  func style(_ number: Int) -> Style {
    guard has("style") else { return .category(number) }
    switch choice("style") {
    case 0: return .chosen
    case 1: return .reference
    case 2: return .ink
    case 3: return .bad
    default: return .category(choice("style") - 4)
    }
  }

  static let styleNames: [Name] = [
    "chosen", "reference", "ink", "bad", "blue", "orange", "teal", "plum", "slate", "umber",
    "violet",
    "olive",
  ]
}
