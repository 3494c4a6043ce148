import Plotting

extension Catalogs {
  /// The scales of the axes of a {plot} block.
  static let axes = Catalog<Axis>(kinds: [
    .init("linear", "equal differences take equal room", options: axisOptions) {
      axis($0, .linear)
    },
    .init("log", "equal ratios take equal room", options: axisOptions) { axis($0, .log) },
    .init(
      "symlog", "linear around zero, logarithmic beyond, for both signs",
      options: axisOptions + [
        ExperimentOption(
          "within", .number(OptionType.aboveZero...1e9), default: .number(1),
          "the largest magnitude of the linear part")
      ]
    ) { axis($0, .symlog(linearWithin: $0.number("within"))) },
    .init(
      "names", "one place for each name",
      options: [
        ExperimentOption(
          "names", .words, default: OptionValue(.null),
          "the names, or a column; default: those of the marks, as they come"),
        ExperimentOption("title", .text, default: OptionValue(.null), "what they name"),
      ]
    ) { Axis($0.words(at: "title"), scale: .category([])) },
  ])

  private static let axisOptions: [ExperimentOption] = [
    ExperimentOption("title", .text, default: OptionValue(.null), "what is shown"),
    ExperimentOption("unit", .text, default: OptionValue(.null), "its unit"),
    ExperimentOption(
      "from", .anyNumber, default: OptionValue(.null), "the lower end; default: the data's"),
    ExperimentOption(
      "to", .anyNumber, default: OptionValue(.null), "the upper end; default: the data's"),
    ExperimentOption(
      "zero", .boolean, default: .boolean(false), "whether a linear axis reaches to 0"),
  ]

  private static func axis(_ options: Options, _ scale: Axis.Scale) -> Axis {
    Axis(
      options.words(at: "title"), unit: options.words(at: "unit"), scale: scale,
      from: options.has("from") ? options.number("from") : nil,
      to: options.has("to") ? options.number("to") : nil, includesZero: options.boolean("zero"))
  }
}
