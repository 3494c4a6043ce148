import Experiments
import Notebook
import Plotting

/// Metrics of a block over the values of a numeric axis: a dot a variant, a line through the means
/// of each combination of the other axes.
struct ComparisonChart {
  /// From so many values on a numeric axis is worth a chart.
  static let valueLimit = 3

  private let block: ComparedBlock
  private let comparison: Comparison
  private let axis: Int
  private let positions: [Double]

  /// A chart over the first axis, `seed` aside, that has three numbers or more; nil without one.
  init?(_ block: ComparedBlock, _ comparison: Comparison) {
    let axis = comparison.otherAxes.first { axis in
      let values = comparison.values(of: axis)
      return values.count >= Self.valueLimit
        && values.allSatisfy { Double($0)?.isFinite == true }
    }
    guard let axis, !block.charted.isEmpty else { return nil }
    self.block = block
    self.comparison = comparison
    self.axis = axis
    positions = comparison.variants.map { Double($0.values[axis]) ?? .nan }
  }

  /// The figure, a panel a metric.
  var figure: Figure {
    let size = Plot.Size(of: block.charted.count)
    return Figure(
      "variants", width: block.charted.count > 1 ? .wide : .text,
      rows: [.init(block.charted.map { .plot(plot($0, size)) })], caption: caption, table: table)
  }

  private var axisName: Text { Text(Array(comparison.axes[axis].utf8)) }

  private var hasSeeds: Bool {
    comparison.seedAxis.map { comparison.values(of: $0).count > 1 } ?? false
  }

  private var caption: Text {
    let names = block.charted.map { "\($0)" as Text }
    var caption: Text = ""
    for (number, name) in names.enumerated() {
      if number > 0 { caption += number == names.count - 1 ? " and " : ", " }
      caption += name
    }
    caption += " of "
    caption += Text(Array(block.label.utf8))
    caption += " by \(axisName). "
    caption += hasSeeds ? "Each dot is one seed; lines join the means." : "Each dot is a variant."
    return caption
  }
}

// MARK: - Plots

extension ComparisonChart {
  private func plot(_ metric: Text, _ size: Plot.Size) -> Plot {
    let values = block.values(of: metric, in: Array(comparison.variants.indices))
    return Plot(
      title: "\(metric) by \(axisName)", summary: summary(metric), size: size,
      x: Axis(axisName, scale: Self.scale(positions)),
      y: Axis(metric, scale: Self.scale(values.map { $0.value })), seriesTitle: seriesTitle,
      marks: lines(metric))
  }

  /// Numbers that span more than a factor of twenty are told apart on a logarithmic scale only.
  private static func scale(_ values: [Double]) -> Axis.Scale {
    let finite = values.filter { $0.isFinite }
    guard let low = finite.min(), let high = finite.max(), low > 0, high / low >= 20 else {
      return .linear
    }
    return .log
  }

  private var free: Set<Int> { Set([axis, comparison.seedAxis].compactMap { $0 }) }

  private var seriesTitle: Text {
    let names = comparison.otherAxes.filter { $0 != axis }.map { comparison.axes[$0] }
    return Text(Array(names.joined(separator: ", ").utf8))
  }

  private func lines(_ metric: Text) -> [Mark] {
    let groups = comparison.groups(free: free)
    return groups.enumerated().flatMap { number, group -> [Mark] in
      let style = groups.count > 8 ? Style.ordered(number, of: groups.count) : .train(number)
      let (x, y) = means(metric, group.members)
      let label = Text(Array(group.values.joined(separator: ", ").utf8))
      return [dots(metric, group.members, style), .line(x: x, y: y, style: style, label: label)]
    }
  }

  private func dots(_ metric: Text, _ members: [Int], _ style: Style) -> Mark {
    let placed = members.flatMap { index in
      block.values(of: metric, in: [index]).map { (positions[index], $0.value) }
    }
    return .dots(x: placed.map { $0.0 }, y: placed.map { $0.1 }, style: style)
  }

  private func means(_ metric: Text, _ members: [Int]) -> (x: [Double], y: [Double]) {
    let places = Set(members.map { positions[$0] }).sorted()
    let means = places.map { place in
      let here = members.filter { positions[$0] == place }
      return Spread(block.values(of: metric, in: here)).mean
    }
    return (places, means)
  }

  private func summary(_ metric: Text) -> Text {
    let groups = comparison.groups(free: free)
    var summary: Text = ""
    for group in groups {
      if !summary.isEmpty { summary += " " }
      let name = Text(Array(group.values.joined(separator: ", ").utf8))
      if !name.isEmpty { summary += name + ": " }
      let (x, y) = means(metric, group.members)
      summary += .course(of: y, at: x, unit: axisName)
    }
    return summary
  }

  private var table: Table {
    let names = comparison.axes.map { Table.Column.words(Text(Array($0.utf8))) }
    let rows = comparison.variants.indices.map { index in
      comparison.variants[index].values.map { Table.Cell.text(Text(Array($0.utf8))) }
        + block.charted.map { metric in
          block.values(of: metric, in: [index]).first.map { .number($0.value) } ?? .empty
        }
    }
    return Table(names + block.charted.map { .numbers($0) }, rows: rows)
  }
}
