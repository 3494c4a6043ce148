import Experiments
import Notebook
import Plotting

/// A labelled block in all variants of a notebook.
struct ComparedBlock {
  /// The most metrics that a table has columns for.
  static let columnLimit = 12

  /// The block's label.
  let label: String
  /// The names of its metrics, in the order in which results list them.
  let metrics: [Text]
  /// By variant, then by metric; nil where the variant has none of that name.
  let values: [[Metric?]]
  /// The metrics that a chart shows: those that claims name, else the first that differ.
  let charted: [Text]

  /// The blocks of a comparison that have metrics in at least one variant.
  static func all(in comparison: Comparison) -> [ComparedBlock] {
    let blocks = comparison.variants.first?.report.notebook.blocks ?? []
    return blocks.compactMap { block in
      block.options.label.flatMap { ComparedBlock($0, block.claims, in: comparison) }
    }
  }

  private init?(_ label: String, _ claims: [Claim], in comparison: Comparison) {
    let results = comparison.variants.map { $0.report.result(of: label)?.metrics ?? [] }
    var names: [Text] = []
    for name in results.joined().map(\.name) where !names.contains(name) { names.append(name) }
    guard !names.isEmpty else { return nil }
    let values = results.map { result in names.map { name in result.first { $0.name == name } } }
    let mentioned = claims.flatMap { $0.mentions }.map { $0.metric }
      .filter { $0.label == nil || $0.label == label }.map { $0.name }
    let claimed = names.filter { mentioned.contains(String($0)) }
    let varying = names.indices.filter { column in
      Set(values.compactMap { $0[column]?.value }).count > 1
    }
    self.label = label
    metrics = names
    self.values = values
    charted = Array((claimed.isEmpty ? varying.map { names[$0] } : claimed).prefix(3))
  }

  /// The values of a metric in some variants, those that have it.
  func values(of metric: Text, in variants: [Int]) -> [Metric] {
    guard let column = metrics.firstIndex(of: metric) else { return [] }
    return variants.compactMap { values[$0][column] }
  }
}

extension Report {
  /// The result of the block with a label; nil if it has none.
  func result(of label: String) -> ExperimentResult? {
    guard let index = notebook.blocks.firstIndex(where: { $0.options.label == label }) else {
      return nil
    }
    return outcomes[index].result
  }
}
