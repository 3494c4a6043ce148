public import Plotting

/// Where a table comes from.
public enum TableSource: Sendable, Equatable {
  /// A file, the path as written.
  case file(Text)
  /// The numbers behind a figure of another block, counted from 1.
  case block(Options.Label, figure: Int)
  /// The metrics of other blocks.
  case metrics([Options.Label])
}

extension TableSource {
  /// The blocks that must have run before.
  public var blocks: [Options.Label] {
    switch self {
    case .file: []
    case .block(let label, _): [label]
    case .metrics(let labels): labels
    }
  }
}

extension Catalogs {
  /// The tables whose columns a {plot} or a {heatmap} block shows.
  public static let tables = Catalog<TableSource>(kinds: [
    .init(
      "file", "a file of columns: CSV, TSV or JSON",
      options: [ExperimentOption("path", .text, "the file, from the notebook's folder")]
    ) { .file($0.text("path")) },
    .init(
      "block", "the data table under a figure of another block",
      options: [
        ExperimentOption("label", .blocks(count: 1...1), "the label of the block"),
        ExperimentOption("figure", .integer(1...99), default: .number(1), "which of its figures"),
      ]
    ) { .block($0.labels("label")[0], figure: $0.integer("figure")) },
    .init(
      "metrics", "the metrics of other blocks: a row for each, and a column for each metric",
      options: [
        ExperimentOption("of", .blocks(count: 1...64), "the labels of the blocks")
      ]
    ) { .metrics($0.labels("of")) },
  ])
}
