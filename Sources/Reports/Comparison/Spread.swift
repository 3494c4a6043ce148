import Experiments
import Plotting

/// What a metric is over several seeds.
struct Spread {
  /// Over the finite values; NaN if there are none.
  let mean: Double
  /// The deviation of a sample, divided by one less than the count; 0 for a single value.
  let deviation: Double
  /// The finite values' ends; NaN if there are none.
  let lowest: Double
  let highest: Double
  /// How many values there are, and how many of them are finite.
  let count: Int
  let finiteCount: Int
  private let style: Metric.Style

  /// - Parameter metrics: the same metric, once a seed.
  init(_ metrics: [Metric]) {
    let values = metrics.map { $0.value }.filter { $0.isFinite }
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.mean = mean
    deviation = values.count > 1 ? (squares / Double(values.count - 1)).squareRoot() : 0
    lowest = values.min() ?? .nan
    highest = values.max() ?? .nan
    count = metrics.count
    finiteCount = values.count
    style = metrics.first?.style ?? .measured
  }

  /// "0.953 ± 0.012", or the value alone where all seeds agree.
  var center: Text {
    guard lowest != highest else { return Metric("", lowest, style).printed + share }
    switch style {
    case .percent:
      return "\(mean * 100, decimals: 1) ± \(deviation * 100, decimals: 1) %" + share
    case .whole: return "\(mean, decimals: 1) ± \(deviation, decimals: 1)" + share
    case .measured: return "\(mean, digits: 3) ± \(deviation, digits: 2)" + share
    }
  }

  /// "0.94 to 0.97"; empty where all seeds agree.
  var range: Text {
    guard lowest < highest else { return "" }
    return "\(Metric("", lowest, style).printed) to \(Metric("", highest, style).printed)"
  }

  /// " (2 of 3)" where some seeds diverged.
  private var share: Text { finiteCount < count ? " (\(finiteCount) of \(count))" : "" }
}
