import Plotting

extension Experiment {
  /// The author's own matrix as tinted cells.
  public static let heatMap = Experiment(
    "heatmap", "the author's own matrix as tinted cells", section: "50 Attention",
    options: [
      ExperimentOption("values", .rows, "rows of numbers"),
      ExperimentOption(
        "rows", .words, default: OptionValue(.null), "names of the rows; default: 1, 2, 3, …"),
      ExperimentOption(
        "columns", .words, default: OptionValue(.null), "names of the columns; default: 1, 2, 3, …"),
      ExperimentOption("title", .text, default: OptionValue(.null), "what the cells are together"),
      ExperimentOption("row-title", .text, default: OptionValue(.null), "what the rows are"),
      ExperimentOption("column-title", .text, default: OptionValue(.null), "what the columns are"),
      ExperimentOption(
        "colours", .choice(["sequential", "diverging"]), default: .name("sequential"),
        "from nothing to much, or by sign"),
      ExperimentOption("decimals", .integer(0...6), default: .number(2), "of the printed numbers"),
      ExperimentOption(
        "hide-below", .number(0...1e9), default: .number(0),
        "numbers of smaller magnitude are not printed"),
      ExperimentOption(
        "causal", .boolean, default: .boolean(false),
        "whether cells right of the diagonal are masked, which a short dash shows"),
    ],
    metrics: [
      ("minimum", "the lowest number that is shown"), ("maximum", "the highest"),
    ]
  ) { options, _ throws(ExperimentError) in
    let matrix = try AuthorsMatrix(options)
    return ExperimentResult(metrics: matrix.metrics, figures: [matrix.figure])
  }
}

/// A {heatmap} block ready to be drawn.
private struct AuthorsMatrix {
  private let map: HeatMap
  private let isDiverging: Bool

  init(_ options: Options) throws(ExperimentError) {
    let rows = options.tensors("values").first ?? []
    let isCausal = options.boolean("causal")
    var values: [Double] = []
    for (row, numbers) in rows.enumerated() {
      for (column, number) in numbers.enumerated() {
        values.append(isCausal && column > row ? .nan : number)
      }
    }
    isDiverging = options.choice("colours") == 1
    map = HeatMap(
      Self.text("title", options), rowTitle: Self.text("row-title", options),
      columnTitle: Self.text("column-title", options),
      rowLabels: try Self.names("rows", rows.count, options),
      columnLabels: try Self.names("columns", rows.first?.count ?? 0, options), values: values,
      ramp: isDiverging ? .diverging : .sequential, decimals: options.integer("decimals"),
      hiddenBelow: options.number("hide-below"))
  }

  private static func text(_ name: Name, _ options: Options) -> Text {
    options.has(name) ? options.text(name) : ""
  }

  private static func names(_ name: Name, _ count: Int, _ options: Options)
    throws(ExperimentError) -> [Text]
  {
    guard options.has(name) else { return (0..<count).map { "\($0 + 1)" } }
    let names = options.words(name)
    guard names.count == count else {
      throw .conflict(
        "'\(name.text)' has \(names.count) names, expected \(count)", at: options.place(name))
    }
    return names
  }

  private var shown: [Double] { map.values.filter { $0.isFinite } }

  var metrics: [Metric] {
    [Metric("minimum", shown.min() ?? .nan), Metric("maximum", shown.max() ?? .nan)]
  }

  var figure: Figure {
    let (low, high) = (shown.min() ?? 0, shown.max() ?? 0)
    let most = max(low.magnitude, high.magnitude)
    let ends = isDiverging ? (-most, most) : (low, high)
    let bar = ColourBar(
      "value", ramp: isDiverging ? .diverging : .sequential,
      labels: [ends.0, (ends.0 + ends.1) / 2, ends.1].map { "\($0, digits: 2)" })
    let panel = Panel.heatMap(map, cell: cell)
    let isNarrow = panel.wideWidth <= Self.room
    // Few columns leave room for the key beside them.
    let row =
      isNarrow
      ? Figure.Row([panel, .colourBar(bar, width: 188)])
      : Figure.Row([panel], key: .colourBar(bar))
    return Figure(
      "cells", width: panel.wideWidth > 640 ? .wide : .text, rows: [row],
      caption: "Numbers as tints.", table: table)
  }

  /// The width of a matrix that has its key beside it.
  private static let room = 420.0

  /// The side of a cell: larger where there are few, so that the matrix fills its half of the page.
  private var cell: Double {
    let columns = Double(max(1, map.columnLabels.count))
    return max(37, min(52, ((Self.room - 60) / columns).rounded(.down)))
  }

  private var table: Table {
    Table(
      [.words("")] + map.columnLabels.map { .numbers($0) },
      rows: map.rowLabels.enumerated().map { row, label in
        [.text(label)]
          + map.columnLabels.indices.map { column in
            let value = map.values[row * map.columnLabels.count + column]
            return value.isFinite ? .number(value) : .empty
          }
      })
  }
}
