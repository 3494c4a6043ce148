/// The steps of a colour scale with three labels.
public struct ColourBar: Sendable {
  /// A scale of colours.
  public enum Ramp: Sendable {
    /// Nine stops from paper to ink: amounts.
    case sequential
    /// Nine stops from orange over paper to blue: signed values.
    case diverging
    /// Eight tints of probability, with the boundary in the middle.
    case probability
    /// Seven tints of a loss terrain, low first.
    case terrain

    var count: Int {
      switch self {
      case .sequential, .diverging: 9
      case .probability: 8
      case .terrain: 7
      }
    }

    var letter: StaticString {
      switch self {
      case .sequential: "s"
      case .diverging: "d"
      case .probability: "m"
      case .terrain: "t"
      }
    }
  }

  /// What the colours show, at the left: "weight".
  public var title: Text
  /// The colours.
  public var ramp: Ramp
  /// What stands below the first step, the middle and the last step.
  public var labels: [Text]
  private var mostStep = 20.0

  /// A colour bar; `labels` are those of the lower end, the middle and the upper end.
  public init(_ title: Text, ramp: Ramp, labels: [Text]) {
    self.title = title
    self.ramp = ramp
    self.labels = labels
  }
}

extension Panel {
  /// A colour bar for a row of panels, 350 px wide or narrower; up to two keys to marks stand beside
  /// it where they fit, else all below.
  public static func colourBar(
    _ bar: ColourBar, entries: [LegendEntry] = [], width: Double = 350
  ) -> Panel {
    var key = Panel(
      title: "Key: " + bar.title, summary: bar.title, wideWidth: width, narrowWidth: nil
    ) { width, _ in
      let bar = bar.fitting(width)
      let isStacked = bar.left + bar.width + 12 > width
      let (left, top) = isStacked ? (8.0, 20.0) : (bar.left, 0)
      let beside = left + bar.width + 27
      let isBeside = entries.count <= 2 && entries.allSatisfy { beside + $0.width <= width }
      let rows = LegendLayout(isBeside ? [] : entries, title: "", width: width)
      let barHeight = top + 34.0
      let height = isBeside ? barHeight : barHeight + 6 + LegendLayout.pitch * Double(rows.count)
      var svg = SVG(width: width, height: height)
      svg.text(bar.title, 0, 12, class: "lab")
      svg.add(bar, left, top)
      rows.draw(atY: barHeight + 5, on: &svg)
      for (index, entry) in entries.enumerated() where isBeside {
        svg.add(entry, beside + entry.sampleWidth / 2, 11 + 17 * Double(index))
      }
      return svg
    }
    key.isKey = true
    return key
  }

  /// The key of decision maps: the tints of probability, and the marks of both classes.
  public static func decisionMapKey(
    title: Text = "P(class 1)", classes: (Text, Text) = ("class 0", "class 1"),
    width: Double = 350
  ) -> Panel {
    colourBar(
      ColourBar(title, ramp: .probability, labels: ["0", "0.5", "1"]),
      entries: [.point(0, of: 2, classes.0), .point(1, of: 2, classes.1)], width: width)
  }
}

extension ColourBar {
  /// Where the steps begin, right of the title.
  fileprivate var left: Double { max(76, title.width(size: 12.5, bold: true) + 10) }

  /// The width of a step in pixels.
  fileprivate var step: Double { min(mostStep, ramp.count > 8 ? 18 : 20) }

  /// The same with steps that fit below its title in `width`.
  fileprivate func fitting(_ width: Double) -> ColourBar {
    var bar = self
    bar.mostStep = max(4, (width - 24) / Double(ramp.count))
    return bar
  }

  /// The width of all steps.
  fileprivate var width: Double { step * Double(ramp.count) }

  /// Whether labels stand between steps, which are ranges, and not below them.
  fileprivate var isOfRanges: Bool {
    if case .probability = ramp { return true }
    return false
  }
}

extension SVG {
  /// Draws the steps of a colour bar and their labels, the upper left corner at a place.
  fileprivate mutating func add(_ bar: ColourBar, _ left: Double, _ top: Double) {
    for index in 0..<bar.ramp.count {
      rectangle(
        left + bar.step * Double(index), top + 2, width: bar.step, height: 10,
        style: "fill:var(--\(bar.ramp.letter)\(index))")
    }
    let middle = left + bar.width / 2
    if bar.isOfRanges { line(middle, top, middle, top + 14, class: "bound") }
    let reach = bar.width - (bar.isOfRanges ? 0 : bar.step)
    for (index, label) in bar.labels.enumerated() {
      let share = Double(index) / Double(max(1, bar.labels.count - 1))
      text(label, middle + (share - 0.5) * reach, top + 27, class: "tick", anchor: .middle)
    }
  }
}
