import Plotting

/// What a mark of a {plot} block came to: how it draws, and its numbers.
struct PlotMark: Sendable {
  var marks: [Mark]
  /// What it is called in the table and the text alternative.
  var name: Text
  /// The numbers that are shown along the axes.
  var x: [Double] = []
  var y: [Double] = []
  /// What it says of its numbers.
  var summary: Text = ""
  /// Its part of the table.
  var columns: [Table.Column] = []
  var rows: [[Table.Cell]] = []
  /// Whether it needs more room beside a name than a bar does.
  var isTall = false
  /// Rows of the key, for marks without an end to label.
  var key: [LegendEntry] = []
  /// A bar for each name, which is drawn beside those of other marks.
  var bars: NamedBars?
}

/// Bars that share the room of their names with those of other marks.
struct NamedBars: Sendable {
  let values: [Double]
  let style: Style
  /// The bar to point out, from 0.
  let chosen: Int?
}

/// A kind of mark with its options, which makes what is drawn.
struct PlotMarkMaker: Sendable {
  let options: Options
  let make: @Sendable (Options, inout PlotDraft) throws(ExperimentError) -> [PlotMark]
}
