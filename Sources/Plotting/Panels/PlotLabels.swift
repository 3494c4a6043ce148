/// Where the labels of the lines go: right of the plot, or above it if they are too wide.
struct PlotLabels {
  /// The margin at the right.
  private(set) var margin = 10.0
  /// The rows above the plot.
  private(set) var key: LegendLayout?

  init(_ plot: Plot, width: Double) {
    var widest = 0.0
    var entries: [LegendEntry] = []
    for mark in plot.marks {
      guard let label = mark.endLabel else { continue }
      widest = max(widest, label.width)
      entries.append(.line(label.style, label.text))
    }
    if !plot.key.isEmpty {
      key = LegendLayout(plot.key + entries, title: "", width: width)
      return
    }
    guard !entries.isEmpty else { return }
    widest = max(widest, plot.seriesTitle.width(size: 12)) + 20
    if widest > 0.36 * width {
      key = LegendLayout(entries, title: plot.seriesTitle, width: width)
    } else {
      margin = max(widest, width < 340 ? 0 : 92)
    }
  }
}
