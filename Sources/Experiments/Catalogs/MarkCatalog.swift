import Plotting

extension Catalogs {
  /// The marks of a {plot} block.
  static let marks = Catalog<PlotMarkMaker>(
    kinds: lineMarks + [spreadMark] + pointMarks + namedMarks + sampleMarks + fieldMarks + noteMarks
  )

  /// The marks as `describe` lists them.
  package static var markVariants: [VariantKind] { marks.variants }
  /// The axes as `describe` lists them.
  package static var axisVariants: [VariantKind] { axes.variants }

  typealias MarkKind = Catalog<PlotMarkMaker>.Kind

  /// An entry that makes marks from its options.
  static func mark(
    _ name: Name, _ summary: StaticString, options: [ExperimentOption],
    _ make: @escaping @Sendable (Options, inout PlotDraft) throws(ExperimentError) -> [PlotMark]
  ) -> MarkKind {
    MarkKind(name, summary, options: options) { PlotMarkMaker(options: $0, make: make) }
  }
}

/// Options that several marks have.
enum MarkOption {
  static let x = ExperimentOption(
    "x", .series, default: OptionValue(.null),
    "places; default: 1, 2, 3, …, for a formula 201 from -5 to 5")
  static let label = ExperimentOption(
    "label", .text, default: OptionValue(.null), "words at the right end")
  static let style = ExperimentOption(
    "style", .choice(Options.styleNames), default: OptionValue(.null),
    "what it is or its colour; default: the next colour")
  static let by = ExperimentOption(
    "by", .column, default: OptionValue(.null),
    "a series for each different value of this column; of numbers in the colours of a ramp")
  static let chosen = ExperimentOption(
    "chosen", .name, default: OptionValue(.null), "the value of 'by' to point out")
  static let names = ExperimentOption(
    "names", .words, default: OptionValue(.null),
    "the name of each value; default: those of the axis, in their order")
  static let data = ExperimentOption(
    "data", .table, default: OptionValue(.null),
    "a file or another block, whose columns it shows; default: the block's")

  static func series(_ name: Name, _ meaning: StaticString) -> ExperimentOption {
    ExperimentOption(name, .series, meaning)
  }

  static func number(_ name: Name, _ meaning: StaticString) -> ExperimentOption {
    ExperimentOption(name, .anyNumber, meaning)
  }

  static func words(_ name: Name, _ meaning: StaticString) -> ExperimentOption {
    ExperimentOption(name, .text, default: OptionValue(.null), meaning)
  }
}

extension Options {
  /// The words of an option; empty if it is absent.
  func words(at name: Name) -> Text { has(name) ? text(name) : "" }
}
