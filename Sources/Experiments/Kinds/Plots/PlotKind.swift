import Plotting

extension Experiment {
  /// The author's own numbers and formulas as a plot.
  public static let plot = Experiment(
    "plot", "the author's own numbers and formulas as a plot", section: "6 Activation functions",
    options: [
      ExperimentOption("title", .text, default: OptionValue(.null), "what it shows, in a phrase"),
      ExperimentOption(
        "x", .variant(Catalogs.axes.variants), default: .name("linear"), "the horizontal axis"),
      ExperimentOption(
        "y", .variant(Catalogs.axes.variants), default: .name("linear"), "the vertical axis"),
      ExperimentOption(
        "series", .text, default: OptionValue(.null), "what the labels at the ends of lines are"),
      ExperimentOption("marks", .variants(Catalogs.marks.variants), "what is drawn, lowest first"),
    ],
    metrics: [
      ("values", "numbers that are shown"), ("minimum", "the lowest of them"),
      ("maximum", "the highest of them"),
    ]
  ) { options, _ in
    let plot = AuthorsPlot(options)
    return ExperimentResult(metrics: plot.metrics, figures: [plot.figure])
  }
}

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
        ExperimentOption("names", .words, "the names"),
        ExperimentOption("title", .text, default: OptionValue(.null), "what they name"),
      ]
    ) { Axis(title($0), scale: .category($0.words("names"))) },
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

  private static func title(_ options: Options) -> Text {
    options.has("title") ? options.text("title") : ""
  }

  private static func axis(_ options: Options, _ scale: Axis.Scale) -> Axis {
    Axis(
      title(options), unit: options.has("unit") ? options.text("unit") : "", scale: scale,
      from: options.has("from") ? options.number("from") : nil,
      to: options.has("to") ? options.number("to") : nil, includesZero: options.boolean("zero"))
  }
}

/// A {plot} block ready to be drawn.
private struct AuthorsPlot {
  let title: Text
  let seriesTitle: Text
  let x: Axis
  let y: Axis
  let marks: [PlotMark]

  init(_ options: Options) {
    title = options.has("title") ? options.text("title") : "Plot"
    seriesTitle = options.has("series") ? options.text("series") : ""
    x = Catalogs.axes.product(options, "x")
    y = Catalogs.axes.product(options, "y")
    let written = options.variants("marks")
    // Orange is the colour of the chosen one: where there is one, no other has it.
    let hasChosen = written.contains { $0.options.has("style") && $0.options.choice("style") == 0 }
    var next = 0
    marks = written.map { item in
      if hasChosen, next % 8 == 1 { next += 1 }
      let mark = Catalogs.marks.kinds[item.kind].make(item.options)(next)
      // A band belongs to the line that follows it.
      let takesColour = !item.options.has("style") && !mark.y.isEmpty && mark.name != "band"
      if takesColour { next += 1 }
      return mark
    }
  }

  private var shown: [Double] { marks.flatMap { $0.y }.filter { $0.isFinite } }

  var metrics: [Metric] {
    [
      Metric("values", Double(shown.count), .whole), Metric("minimum", shown.min() ?? .nan),
      Metric("maximum", shown.max() ?? .nan),
    ]
  }

  var figure: Figure {
    var summary = Text()
    for mark in marks where !mark.summary.isEmpty {
      summary += (summary.isEmpty ? "" : " ") + mark.name + ": " + mark.summary
    }
    let plot = Plot(
      title: title, summary: summary, size: size, x: x, y: y, seriesTitle: seriesTitle,
      marks: marks.flatMap { $0.marks }, key: marks.flatMap { $0.key })
    return Figure(
      "plot", width: .text, rows: [.init([.plot(plot)])], caption: title + ".", table: table)
  }

  /// As high as its names need, if they stand down the side.
  private var size: Plot.Size {
    let pitch = marks.contains { $0.isTall } ? 48.0 : 26
    if case .category(let names) = y.scale { return .lyingBars(names.count, pitch: pitch) }
    return .text
  }

  private var table: Table {
    var table = Table([.words("Mark"), .numbers("x"), .numbers("y")])
    for mark in marks where mark.x.count == mark.y.count {
      for (x, y) in zip(mark.x, mark.y) {
        table.rows.append([.text(mark.name), .number(x), .number(y)])
      }
    }
    return table
  }
}
