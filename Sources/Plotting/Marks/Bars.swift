extension Mark {
  /// A bar for each name of the category axis, with its value at the end; horizontal if the
  /// categories are on the y axis.
  ///
  /// - Parameters:
  ///   - values: in the order of the names; one that is no number has no bar.
  ///   - chosen: the index of the bar to draw in orange.
  ///   - decimals: of the printed values; nil shows two significant digits of the largest.
  ///   - lane: the number of the mark among those that share the room of a name, and how many
  ///     these are.
  public static func bars(
    _ values: [Double], style: Style = .category(0), chosen: Int? = nil, decimals: Int? = nil,
    lane: (number: Int, count: Int) = (0, 1)
  ) -> Mark {
    let bars = Bars(values, decimals: decimals)
    return Mark(.area, margin: bars.margin) { xExtent, yExtent in
      // The axis of the names takes no notice.
      xExtent.add(values)
      xExtent.addFoot()
      yExtent.add(values)
      yExtent.addFoot()
    } draw: { canvas in
      let hasLabels = bars.hasLabels(on: canvas, lanes: lane.count)
      for (index, value) in values.enumerated() where value.isFinite {
        let style = index == chosen ? .chosen : style
        guard let bar = canvas.bar(at: index, value, lane) else { continue }
        canvas.svg.rectangle(
          bar.left, bar.top, width: bar.width, height: bar.height, style: "fill:" + style.colour)
        if hasLabels { canvas.label(bar, value, bars.labels[index], style) }
      }
    }
  }
}

/// The printed values of bars and the room that they need.
private struct Bars: Sendable {
  var labels: [Text] = []
  var margin = Margin()
  private var widest = 0.0

  init(_ values: [Double], decimals: Int?) {
    var extent = Extent()
    extent.add(values)
    let largest = max(extent.upper.magnitude, extent.lower.magnitude)
    let isPlain = !extent.isEmpty && largest >= 1e-4 && largest < 1e5
    let places = isPlain ? max(0, 1 - LinearTicks.floorOfLogarithm(largest)) : 0
    for value in values {
      if let decimals = decimals ?? (isPlain ? places : nil) {
        labels.append("\(value, decimals: min(12, max(0, decimals)))")
      } else {
        labels.append("\(value, digits: 2)")
      }
    }
    for label in labels { widest = max(widest, label.width(size: 12, bold: true)) }
    if extent.lower < 0 { (margin.left, margin.bottom) = (widest + 8, 26) }
    if extent.upper > 0 { (margin.right, margin.top) = (widest + 8, 18) }
  }

  /// Whether the values can stand beside each other.
  func hasLabels(on canvas: Canvas, lanes: Int) -> Bool {
    let lanes = Double(max(1, lanes))
    guard canvas.y.scale.isCategory else { return canvas.x.band >= lanes * (widest + 4) }
    return canvas.y.band >= 15 * lanes && widest + 8 <= Margin.largestShare * canvas.area.width
  }
}

extension Canvas {
  /// The rectangle of a bar.
  fileprivate func bar(
    at index: Int, _ value: Double, _ lane: (number: Int, count: Int)
  ) -> Box? {
    let isHorizontal = y.scale.isCategory
    let (names, values) = isHorizontal ? (y, x) : (x, y)
    guard let center = names(Double(index)), let end = values(value) else { return nil }
    let foot = values(0) ?? values.start
    let lanes = Double(max(1, lane.count))
    let half = min(16, names.band * (lanes > 1 ? 0.4 : 0.34) / lanes)
    let middle = center + half * (2 * Double(lane.number) + 1 - lanes)
    return isHorizontal
      ? Box(left: min(foot, end), top: middle - half, right: max(foot, end), bottom: middle + half)
      : Box(left: middle - half, top: min(foot, end), right: middle + half, bottom: max(foot, end))
  }

  fileprivate mutating func label(_ bar: Box, _ value: Double, _ text: Text, _ style: Style) {
    let name: StaticString = style.isChosen ? "dl b" : "dl"
    if y.scale.isCategory {
      let middle = (bar.top + bar.bottom) / 2
      svg.text(
        text, value < 0 ? bar.left - 6 : bar.right + 6, middle + 4, class: name,
        anchor: value < 0 ? .end : .start)
    } else {
      let middle = (bar.left + bar.right) / 2
      svg.text(
        text, middle, value < 0 ? bar.bottom + 15 : bar.top - 6, class: name, anchor: .middle)
    }
  }
}
