import Plotting

extension Experiment {
  /// The author's own numbers and formulas as a plot.
  public static let plot = Experiment(
    "plot", "the author's own numbers and formulas as a plot", section: "6 Activation functions",
    options: [
      ExperimentOption("title", .text, default: OptionValue(.null), "what it shows, in a phrase"),
      ExperimentOption(
        "data", .table, default: OptionValue(.null),
        "a file beside the notebook, or another block, whose columns the marks show"),
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
      ("left-out", "values of 0 or below that a logarithmic axis cannot show"),
    ]
  ) { options, context throws(ExperimentError) in
    let plot = try AuthorsPlot(options, context.tables)
    return ExperimentResult(metrics: plot.metrics, figures: [plot.figure])
  }
}

/// A {plot} block ready to be drawn.
private struct AuthorsPlot {
  private let title: Text
  private let seriesTitle: Text
  private let x: Axis
  private let y: Axis
  private let marks: [PlotMark]
  private let leftOut: LeftOutValues
  private let words: AxisWords

  init(_ options: Options, _ tables: [SourceTable]) throws(ExperimentError) {
    title = options.has("title") ? options.text("title") : "Plot"
    seriesTitle = options.has("series") ? options.text("series") : Self.groupedBy(options)
    var axes = try PlotAxes(options)
    words = AxisWords(axes.x, axes.y)
    var draft = try PlotDraft(options, tables, words: words)
    draft.names = try axes.names(draft.table)
    var marks: [PlotMark] = []
    for item in options.variants("marks") {
      let maker = Catalogs.marks.kinds[item.kind].make(item.options)
      marks += try maker.make(maker.options, &draft)
    }
    self.marks = marks.withBars
    leftOut = LeftOutValues(marks, axes, words)
    axes.finish(draft.names?.names ?? [], leftOut)
    (x, y) = (axes.x, axes.y)
  }

  /// The column that divides the lines, if all that have one have the same.
  private static func groupedBy(_ options: Options) -> Text {
    var name: Text = ""
    for item in options.variants("marks") {
      guard case .column(let column) = item.options["by"] else { continue }
      if name.isEmpty { name = column } else if name != column { return "" }
    }
    return name
  }

  private var shown: [Double] { marks.flatMap { $0.y }.filter { $0.isFinite } }

  var metrics: [Metric] {
    [
      Metric("values", Double(shown.count), .whole), Metric("minimum", shown.min() ?? .nan),
      Metric("maximum", shown.max() ?? .nan),
      Metric("left-out", Double(leftOut.x + leftOut.y), .whole),
    ]
  }

  var figure: Figure {
    let plot = Plot(
      title: title, summary: summary, size: size, x: x, y: y, seriesTitle: seriesTitle,
      marks: marks.flatMap { $0.marks }, key: key)
    return Figure(
      "plot", width: .text, rows: [.init([.plot(plot)])], caption: title + ".", table: table)
  }

  private var summary: Text {
    var parts: [Text] = []
    for mark in marks where !mark.summary.isEmpty { parts.append(mark.name + ": " + mark.summary) }
    if parts.count > 40 { parts = Array(parts.prefix(40)) + ["And \(parts.count - 40) more."] }
    return Text.joined(parts + leftOut.sentences(words), separator: " ")
  }

  /// What has a mark of its own, each name once.
  private var key: [LegendEntry] {
    var entries: [LegendEntry] = []
    for entry in marks.flatMap({ $0.key })
    where !entries.contains(where: { $0.text == entry.text && $0.series == entry.series }) {
      entries.append(entry)
    }
    return entries
  }

  /// As high as its names need, if they stand down the side.
  private var size: Plot.Size {
    guard case .category(let names) = y.scale else { return .text }
    let bars = marks.count { $0.bars != nil }
    let pitch = marks.contains { $0.isTall } ? 48.0 : max(26, 16 * Double(bars) + 10)
    return .lyingBars(names.count, pitch: pitch)
  }

  /// A row for each value, with the columns of all marks.
  private var table: Table {
    let listed = marks.filter { !$0.rows.isEmpty }
    var table = Table([.words("Mark")])
    for column in listed.flatMap({ $0.columns })
    where !table.columns.contains(where: { $0.name == column.name && $0.isText == column.isText }) {
      table.columns.append(column)
    }
    for mark in listed {
      let places = mark.columns.map { column in
        table.columns.firstIndex { $0.name == column.name && $0.isText == column.isText } ?? 0
      }
      for cells in mark.rows {
        var row = [Table.Cell](repeating: .empty, count: table.columns.count)
        row[0] = .text(mark.name)
        for (place, cell) in zip(places, cells) { row[place] = cell }
        table.rows.append(row)
      }
    }
    return table
  }
}

extension [PlotMark] {
  /// The marks with their bars beside each other.
  fileprivate var withBars: [PlotMark] {
    let count = self.count { $0.bars != nil }
    var number = 0
    return map { mark in
      guard let bars = mark.bars else { return mark }
      var made = mark
      let drawn = Mark.bars(
        bars.values, style: bars.style, chosen: bars.chosen, lane: (number, count))
      made.marks.append(mark.key.isEmpty ? drawn : drawn.named(mark.name))
      number += 1
      return made
    }
  }
}
