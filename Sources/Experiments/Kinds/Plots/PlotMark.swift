import Plotting

/// What a mark of a {plot} block came to: how it draws, and its numbers.
struct PlotMark: Sendable {
  var marks: [Mark]
  /// What it is called in the table and the text alternative.
  var name: Text
  var x: [Double] = []
  var y: [Double] = []
  /// What it says of its numbers.
  var summary: Text = ""
  /// Whether it needs more room beside a name than a bar does.
  var isTall = false
  /// A row of the key, for marks without an end to label.
  var key: [LegendEntry] = []

  /// A series over x.
  static func series(_ mark: Mark, _ name: Text, x: [Double], y: [Double]) -> PlotMark {
    PlotMark(marks: [mark], name: name, x: x, y: y, summary: .course(of: y, at: x, unit: "x"))
  }
}

/// Makes a mark from its options and its number among the marks without a style of their own.
typealias PlotMarkMaker = @Sendable (Int) -> PlotMark
