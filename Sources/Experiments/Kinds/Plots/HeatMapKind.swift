import Plotting

extension Experiment {
  /// The author's own matrix as tinted cells.
  public static let heatMap = Experiment(
    "heatmap", "the author's own matrix as tinted cells", section: "50 Attention",
    options: [
      ExperimentOption(
        "data", .table, default: OptionValue(.null),
        "a file beside the notebook, or another block; without 'values', all columns of numbers"),
      ExperimentOption(
        "values", .matrix, default: OptionValue(.null),
        "rows of numbers, null where there is none; or a column with a value for each cell"),
      ExperimentOption(
        "rows", .words, default: OptionValue(.null),
        "names of the rows, or the column with the row of each value; default: 1, 2, 3, …"),
      ExperimentOption(
        "columns", .words, default: OptionValue(.null),
        "names of the columns, or the column with the column of each value; default: 1, 2, 3, …"),
      ExperimentOption("title", .text, default: OptionValue(.null), "what the cells are together"),
      ExperimentOption("row-title", .text, default: OptionValue(.null), "what the rows are"),
      ExperimentOption("column-title", .text, default: OptionValue(.null), "what the columns are"),
      ExperimentOption(
        "colours", .choice(["sequential", "diverging"]), default: .name("sequential"),
        "from nothing to much, or by sign"),
      ExperimentOption(
        "decimals", .integer(0...6), default: OptionValue(.null),
        "of the printed numbers; default: 2, or 0 if all are whole"),
      ExperimentOption(
        "hide-below", .number(0...1e9), default: .number(0),
        "numbers of smaller magnitude are not printed"),
      ExperimentOption(
        "causal", .boolean, default: .boolean(false),
        "whether cells right of the diagonal are masked, which a short dash shows"),
    ],
    metrics: [
      ("minimum", "the lowest number that is shown"), ("maximum", "the highest"),
      ("missing", "cells without a number"),
    ]
  ) { options, context throws(ExperimentError) in
    let matrix = try AuthorsMatrix(options, context.tables)
    return ExperimentResult(metrics: matrix.metrics, figures: [matrix.figure])
  }
}

/// A {heatmap} block ready to be drawn.
private struct AuthorsMatrix {
  private let map: HeatMap
  private let isDiverging: Bool

  init(_ options: Options, _ tables: [SourceTable]) throws(ExperimentError) {
    let cells = try MatrixCells(options, tables)
    isDiverging = options.choice("colours") == 1
    let width = cells.columns.count
    let isCausal = options.boolean("causal")
    let values = cells.values.enumerated().map { place, number in
      isCausal && place % width > place / width ? .nan : number
    }
    let isWhole = values.allSatisfy { !$0.isFinite || $0 == $0.rounded(.down) }
    map = HeatMap(
      options.words(at: "title"), rowTitle: options.words(at: "row-title"),
      columnTitle: options.words(at: "column-title"), rowLabels: cells.rows,
      columnLabels: cells.columns, values: values, ramp: isDiverging ? .diverging : .sequential,
      range: Self.range(values),
      decimals: options.has("decimals") ? options.integer("decimals") : isWhole ? 0 : 2,
      hiddenBelow: options.number("hide-below"))
  }

  /// The ends of the colours: those of the values; where all are alike from 0, so that they do not
  /// look like nothing.
  private static func range(_ values: [Double]) -> ClosedRange<Double>? {
    let shown = values.filter { $0.isFinite }
    guard let low = shown.min(), let high = shown.max() else { return nil }
    return low == high ? min(0, low)...max(0, high) : low...high
  }

  private var shown: [Double] { map.values.filter { $0.isFinite } }

  var metrics: [Metric] {
    [
      Metric("minimum", shown.min() ?? .nan), Metric("maximum", shown.max() ?? .nan),
      Metric("missing", Double(map.values.count - shown.count), .whole),
    ]
  }

  var figure: Figure {
    let panel = Panel.heatMap(map, cell: cell)
    return Figure(
      "cells", width: panel.wideWidth > 640 ? .wide : .text, rows: [row(panel)],
      caption: "Numbers as tints.", table: table)
  }

  /// The matrix with its key: beside it where few columns leave room, else above.
  private func row(_ panel: Panel) -> Figure.Row {
    if shown.isEmpty { return Figure.Row([panel]) }
    return panel.wideWidth <= Self.room
      ? Figure.Row([panel, .colourBar(bar, width: 188)]) : Figure.Row([panel], key: .colourBar(bar))
  }

  /// The width of a matrix that has its key beside it.
  private static let room = 420.0

  /// The side of a cell: larger where there are few, so that the matrix fills its half of the page.
  private var cell: Double {
    let columns = Double(max(1, map.columnLabels.count))
    return max(37, min(52, ((Self.room - 60) / columns).rounded(.down)))
  }

  private var bar: ColourBar {
    let range = map.range ?? 0...0
    let most = max(range.lowerBound.magnitude, range.upperBound.magnitude)
    let ends = isDiverging ? (-most, most) : (range.lowerBound, range.upperBound)
    // Halved first, so that the sum of huge numbers stays finite.
    let middle = ends.0 / 2 + ends.1 / 2
    return ColourBar(
      "value", ramp: isDiverging ? .diverging : .sequential,
      labels: [ends.0, middle, ends.1].map { "\($0, digits: 2)" })
  }

  private var table: Table {
    let width = map.columnLabels.count
    return Table(
      [.words(map.rowTitle.isEmpty ? "row" : map.rowTitle)]
        + map.columnLabels.map { .numbers($0) },
      rows: map.rowLabels.enumerated().map { row, label in
        [.text(label)]
          + map.values[row * width..<(row + 1) * width].map { $0.isFinite ? .number($0) : .empty }
      })
  }
}
