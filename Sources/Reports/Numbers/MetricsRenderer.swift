import Experiments
import Plotting

/// Writes the metrics of all blocks where readers do not see them, so that two reports can be compared
/// by their numbers. The numbers of figures stand below the figures already.
struct MetricsRenderer {
  /// What the columns are called.
  static let heading = ["block", "metric", "value"]

  let context: PageContext

  /// One line a metric: the block's id in the page, the metric, its value.
  var html: HTML {
    let rows = context.report.outcomes.indices.flatMap(rows)
    return "<pre class=\"metrics\" hidden>\(CSV.text([Self.heading] + rows))</pre>"
  }

  private func rows(_ index: Int) -> [[String]] {
    let anchor = context.references.blocks[index].anchor
    return (context.report.outcomes[index].result?.metrics ?? []).map { metric in
      [anchor, String(metric.name), CSV.exact(metric.value)]
    }
  }
}
